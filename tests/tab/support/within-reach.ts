import type { Frame } from "playwright-core";

/**
 * What has the focus and cannot be seen at all, since something stands over it (WCAG 2.2, 2.4.11), of everything `within`
 * that takes the focus; each by its name. Run in a tab at rest.
 */
export function hiddenWithFocus(tab: Frame, within = "body"): Promise<readonly string[]> {
  return tab.evaluate((part) => {
    const stops = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const reachable = [...document.querySelectorAll<HTMLElement | SVGElement>(stops)].filter(
      (each) =>
        each.tabIndex >= 0 &&
        each.closest(part) &&
        !each.closest("[inert], [data-tabster-dummy]") &&
        !each.matches(":disabled") &&
        each.checkVisibility(),
    );
    return reachable
      .filter((each) => {
        each.focus();
        // What a label draws is seen by that.
        const labels = each instanceof HTMLInputElement ? [...(each.labels ?? [])] : [];
        const seen = [each, ...labels].some((drawn) => {
          const box = drawn.getBoundingClientRect();
          const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
          const width = Math.min(box.right, window.innerWidth) - left;
          const height = Math.min(box.bottom, window.innerHeight) - top;
          return [0.1, 0.3, 0.5, 0.7, 0.9].some((x) =>
            [0.1, 0.5, 0.9].some((y) => {
              const at = document.elementFromPoint(left + x * width, top + y * height);
              return at !== null && (drawn.contains(at) || at === drawn.parentElement);
            }),
          );
        });
        return document.activeElement === each && !seen;
      })
      .map((each) => each.getAttribute("aria-label") ?? (each.textContent || each.outerHTML));
  }, within);
}

interface Target {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What is pressed, is smaller than 24 pixels, and has too little room around it (WCAG 2.2, 2.5.8); each by its name and
 * size. Links within a sentence may be as high as its letters, and the parts of a chart have a table beside them.
 */
export async function tooSmall(tab: Frame): Promise<readonly string[]> {
  const targets = await targetsIn(tab);
  return targets
    .filter((each) => isSmall(each) && targets.some((other) => isTooNear(each, other)))
    .map(({ name, width, height }) => `${name}: ${Math.round(width)} by ${Math.round(height)}`);
}

function targetsIn(tab: Frame): Promise<readonly Target[]> {
  return tab.evaluate(() =>
    [
      ...document.querySelectorAll(
        "a[href], button, input, select, textarea, summary, [role=tab], [role^=menuitem]",
      ),
    ]
      .filter((each) => each.checkVisibility() && !each.closest("[inert], [aria-hidden=true], svg"))
      .filter(
        (each) =>
          getComputedStyle(each).display !== "inline" ||
          each.parentElement?.textContent.trim() === each.textContent.trim(),
      )
      .map((each) => {
        const labels = each instanceof HTMLInputElement ? [...(each.labels ?? [])] : [];
        const boxes = [each, ...labels].map((part) => part.getBoundingClientRect());
        const [left, top] = [
          Math.min(...boxes.map((box) => box.left)),
          Math.min(...boxes.map((box) => box.top)),
        ];
        return {
          name: each.getAttribute("aria-label") ?? each.textContent,
          left,
          top,
          width: Math.max(...boxes.map(({ right }) => right)) - left,
          height: Math.max(...boxes.map(({ bottom }) => bottom)) - top,
        };
      })
      .filter(({ width, height }) => width > 1 && height > 1),
  );
}

/** Half a pixel is lost to a screen's own scale. */
function isSmall({ width, height }: Target): boolean {
  return Math.min(width, height) < 23.5;
}

/** Whether a circle of 24 pixels around the middle of the one comes upon the other, or upon its circle. */
function isTooNear(one: Target, other: Target): boolean {
  if (one === other) return false;
  const [x, y] = middle(one);
  const dx = Math.max(other.left - x, 0, x - other.left - other.width);
  const dy = Math.max(other.top - y, 0, y - other.top - other.height);
  const [otherX, otherY] = middle(other);
  return Math.hypot(dx, dy) < 12 || (isSmall(other) && Math.hypot(otherX - x, otherY - y) < 24);
}

function middle({ left, top, width, height }: Target): readonly [x: number, y: number] {
  return [left + width / 2, top + height / 2];
}
