import { chromiumFlags, ensureChromium } from "#tests/support/chromium.ts";
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

/** Opens an address in a window of its own with an empty cache, at a quarter of this machine's speed. */
export async function openSlowly(
  browser: Browser,
  address: string,
  { network = "local" }: { readonly network?: "local" | "10 Mbit/s" } = {},
): Promise<SlowPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  if (network === "10 Mbit/s") {
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", network10Mbit);
  }
  await page.addInitScript(noteFirstRows);
  await page.goto(address);
  const frame = await rowsFrame(page);
  await frame.waitForFunction(() => window.rowsPainted !== undefined, undefined, {
    timeout: 120_000,
  });
  const usable = await frame.evaluate(() => window.rowsPainted ?? Number.NaN);
  return { page, frame, devtools, usable, close: () => context.close() };
}

/** The frame that shows rows: the tab in the Teams page, or the page itself. */
async function rowsFrame(page: Page): Promise<Frame> {
  const inside = await Promise.race([
    page.waitForSelector("iframe[name=tab]", { timeout: 60_000, state: "attached" }),
    page.waitForSelector(".plan-row", { timeout: 60_000, state: "attached" }),
  ]);
  return (await inside.contentFrame()) ?? page.mainFrame();
}

/** Runs in every frame before its own scripts. */
function noteFirstRows(): void {
  const watch = new MutationObserver(() => {
    if (!document.querySelector(".plan-row")) return;
    watch.disconnect();
    // After the frame that shows them.
    requestAnimationFrame(() => setTimeout(() => (window.rowsPainted = performance.now())));
  });
  watch.observe(document, { childList: true, subtree: true });
}

declare global {
  interface Window {
    rowsPainted?: number;
  }
}
