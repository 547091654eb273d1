import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { drawn, within } from "./support/drawn.ts";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { readingViews, resize } from "./support/looks.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** What a reader may set for the text of any page (WCAG 2.2, 1.4.12). */
const spaced = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/** Letters twice as large and nothing else, as some phones and browsers can have them (WCAG 2.2, 1.4.4). */
const large = `.tab {
  --fontSizeBase200: 24px !important; --lineHeightBase200: 32px !important;
  --fontSizeBase300: 28px !important; --lineHeightBase300: 40px !important;
  --fontSizeBase400: 32px !important; --lineHeightBase400: 44px !important; }`;

/** The text of the page as that style has it. */
async function readWith(tab: Frame, style: string): Promise<void> {
  await tab.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, style);
  await within(10, "Drawing the tab", drawn(tab));
}

/**
 * The words that are cut off at an edge with nothing to tell it: what ends in dots, or is clamped to some lines, is read
 * in full where it is opened.
 */
function cutWords(tab: Frame): Promise<readonly string[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((each) => !each.closest("svg, .said, thead, [aria-hidden=true]"))
      .filter((each) => {
        const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(each);
        const wide = each.scrollWidth > each.clientWidth + 1;
        const tall = each.scrollHeight > each.clientHeight + 1;
        return (
          (overflowX === "hidden" && wide && textOverflow !== "ellipsis") ||
          (overflowY === "hidden" && tall && webkitLineClamp === "none")
        );
      })
      .filter(({ textContent }) => textContent !== "")
      .map((each) => `${each.className}: ${each.textContent}`),
  );
}

/** Pixels that the page scrolls down where only parts of it do: anywhere but on a phone. */
function beyondWindow(tab: Frame): Promise<number> {
  return tab.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return window.innerWidth < 600 ? 0 : scrollHeight - clientHeight;
  });
}

/** Pixels by which rows of the plan lie over one another, at most. */
function overlap(tab: Frame): Promise<number> {
  return tab.evaluate(() => {
    const rows = [...document.querySelectorAll("[role=treegrid] [data-row]")]
      .map((row) => row.getBoundingClientRect())
      .toSorted((one, other) => one.top - other.top);
    return Math.max(...rows.slice(1).map(({ top }, index) => (rows[index]?.bottom ?? 0) - top));
  });
}

const places = [
  ["plan", "[data-row]"],
  ["action/3", "[data-line]"],
  ["recommendation/1", ".action-record li"],
  ...readingViews,
  ["meeting", ".meet-page"],
  ["export", "h1"],
  ["import", "h1"],
] as const;

describe("with a reader's own spacing of text", () => {
  it.each([1440, 768, 320])("no view cuts words off, at %i pixels", async (width) => {
    const window = await teams.open({ person: "chair", width });
    await readWith(window.tab, spaced);
    for (const [place, sign] of places) {
      await window.tab.evaluate((hash) => (location.hash = hash), place);
      await window.tab.locator(sign).first().waitFor();
      await resize(window, width);
      // What is on its way in may stand beside what it comes in place of for a moment.
      await expect
        .poll(async () => [place, ...(await cutWords(window.tab))], { timeout: 5000 })
        .toEqual([place]);
      expect([place, await beyondWindow(window.tab)]).toEqual([place, 0]);
    }
    await window.close();
  });
});

describe("with letters twice as large", () => {
  it.each([1440, 768])("a row of the plan is as high as its words, at %i pixels", async (width) => {
    const window = await teams.open({ person: "chair", width });
    await window.tab.getByText("1.1", { exact: true }).first().waitFor();
    await readWith(window.tab, large);
    await expect.poll(() => overlap(window.tab)).toBeLessThanOrEqual(0);
    expect(await cutWords(window.tab)).toEqual([]);
    // The last row is where the list ends, whatever its rows' height.
    await window.tab.locator(".plan-scroller").evaluate((list) => list.scrollTo(0, 1e6));
    const last = window.tab.locator("[role=treegrid] [data-row]").last();
    await expect.poll(() => last.getAttribute("aria-rowindex")).toBe("58");
    await expect.poll(() => overlap(window.tab)).toBeLessThanOrEqual(0);
    await window.close();
  });
});

describe("in a low window", () => {
  it("at 200 % zoom of a laptop leaves room for the rows", async () => {
    const { tab, close } = await teams.open({ person: "chair", width: 720, height: 480 });
    await tab.getByText("1.1", { exact: true }).first().waitFor();
    expect(
      await tab.locator(".plan-scroller").evaluate(({ clientHeight }) => clientHeight),
    ).toBeGreaterThan(180);
    await tab.getByText("agreed by the group").scrollIntoViewIfNeeded();
    await close();
  });

  it("at 400 % zoom an action scrolls as a whole, and no field is covered", async () => {
    const { tab, close } = await teams.open({
      person: "lead-a",
      place: "action/3",
      width: 320,
      height: 256,
    });
    await tab.locator("[data-line]").first().waitFor();
    const words = tab.getByLabel("What happened");
    await words.fill("Read on two wards.");
    await words.press("End");
    const uncovered = await words.evaluate((field) => {
      const { left, top, bottom } = field.getBoundingClientRect();
      const middle = (Math.max(top, 0) + Math.min(bottom, window.innerHeight)) / 2;
      return document.elementFromPoint(left + 20, middle) === field;
    });
    expect(uncovered).toBe(true);
    const head = tab.locator(".drawer-header");
    expect(await head.evaluate((each) => each.getBoundingClientRect().bottom)).toBeLessThan(0);
    await close();
  });
});
