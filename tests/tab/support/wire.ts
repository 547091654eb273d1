import type { Frame, Page } from "playwright-core";

/** What the tab said to Teams. */
interface Said {
  /** As teams-js names it on the wire: `appInitialization.success`. */
  readonly func: string;
  readonly args: readonly unknown[];
  /** Milliseconds of the clock. */
  readonly at: number;
}

declare global {
  interface Window {
    saidToTeams?: Said[];
    /** When the first row of the plan was in the page; milliseconds of the clock. */
    firstRowAt?: number;
  }
}

/** Writes down what the tab says to Teams, and lets it open no window of its own. To be called before the page is opened. */
export async function listenIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window === window.top) {
      const heard: Said[] = (window.saidToTeams = []);
      window.addEventListener("message", ({ data }: MessageEvent) => {
        const { func, args = [] } = data ?? {};
        if (typeof func === "string") heard.push({ func, args, at: Date.now() });
      });
      return;
    }
    for (const name of ["open", "alert", "confirm", "prompt"])
      Object.defineProperty(window, name, {
        value: () => {
          throw new Error(`Teams does not let a tab use window.${name}.`);
        },
      });
    const rows = new MutationObserver(() => {
      if (!document.querySelector("[data-row]")) return;
      window.firstRowAt = Date.now();
      rows.disconnect();
    });
    rows.observe(document, { childList: true, subtree: true });
  });
}

/** What the tab has said so far under that name. */
export async function said(page: Page, func: string): Promise<readonly Said[]> {
  const all = await page.evaluate(() => window.saidToTeams ?? []);
  return all.filter((each) => each.func === func);
}

/** Lets this Teams leave those questions of the tab without an answer. To be called before the page is opened. */
export async function silent(page: Page, func: string): Promise<void> {
  await page.addInitScript((unheard) => {
    if (window !== window.top) return;
    window.addEventListener("message", (event: MessageEvent) => {
      if (event.data?.func === unheard) event.stopImmediatePropagation();
    });
  }, func);
}

/** Tells the tab something as Teams does, whether it listens for it or not. */
export async function tell(page: Page, func: string, args: readonly unknown[] = []): Promise<void> {
  await page.locator("iframe").evaluate(
    (frame, message) => {
      if (frame instanceof HTMLIFrameElement) frame.contentWindow?.postMessage(message, "*");
    },
    { func, args },
  );
}

export const firstRowAt = (tab: Frame) => tab.evaluate(() => window.firstRowAt ?? Infinity);
