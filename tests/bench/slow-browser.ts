import { chromiumFlags, ensureChromium } from "#tests/support/chromium.ts";
import { within } from "#tests/tab/support/drawn.ts";
import { type Browser, type CDPSession, chromium, type Frame, type Page } from "playwright-core";

/** A connection as CDP has it: bytes a second, milliseconds there and back. */
const network10Mbit = {
  offline: false,
  latency: 40,
  downloadThroughput: 1.25e6,
  uploadThroughput: 1.25e6,
};

export interface SlowPage {
  readonly page: Page;
  /** The tab, or the page itself where it has no frame. */
  readonly frame: Frame;
  readonly devtools: CDPSession;
  /** Milliseconds from the beginning of that frame's navigation until rows were painted. */
  readonly usable: number;
  readonly close: () => Promise<void>;
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
}

interface SlowOptions {
  readonly network?: "local" | "10 Mbit/s";
  /** A page that the Teams page shows where it would show the tab, so that both are measured in the same surroundings. */
  readonly inPlaceOfTab?: string | undefined;
}

/** Opens an address in a window of its own with an empty cache, at a quarter of this machine's speed. */
export async function openSlowly(
  browser: Browser,
  address: string,
  { network = "local", inPlaceOfTab }: SlowOptions = {},
): Promise<SlowPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    // The Teams page lets only the tab into its frame.
    bypassCSP: inPlaceOfTab !== undefined,
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  if (network === "10 Mbit/s") {
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", network10Mbit);
  }
  await devtools.send("Runtime.enable");
  await devtools.send("Runtime.addBinding", { name: "tellRowsPainted" });
  const told = new Promise<number>((resolve) =>
    devtools.on("Runtime.bindingCalled", ({ name, payload }) => {
      if (name === "tellRowsPainted") resolve(Number(payload));
    }),
  );
  await page.addInitScript(tellFirstRows);
  if (inPlaceOfTab !== undefined) await page.addInitScript(showInstead, inPlaceOfTab);
  await page.goto(address, { waitUntil: "commit" });
  const usable = await within(120, "Painting the rows", told);
  const frame = page.frame({ name: "tab" }) ?? page.mainFrame();
  return { page, frame, devtools, usable, close: () => context.close() };
}

/**
 * Runs in every frame before its own scripts, and is all that the measurement does there: what Playwright puts into a
 * page to wait for something costs a slow computer a seventh of a second.
 */
function tellFirstRows(): void {
  const watch = new MutationObserver(() => {
    if (!document.querySelector(".plan-row")) return;
    watch.disconnect();
    // After the frame that shows them.
    requestAnimationFrame(() =>
      setTimeout(() => window.tellRowsPainted?.(String(performance.now()))),
    );
  });
  watch.observe(document, { childList: true, subtree: true });
}

/** Runs in the Teams page before its own scripts. */
function showInstead(address: string): void {
  const make = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const made = make(name, options);
    const set = made.setAttribute.bind(made);
    if (name === "iframe")
      made.setAttribute = (attribute, value) =>
        set(attribute, attribute === "src" ? address : value);
    return made;
  };
}

declare global {
  interface Window {
    /** Made by the measurement: milliseconds since the page's beginning. */
    readonly tellRowsPainted?: (milliseconds: string) => void;
  }
}
