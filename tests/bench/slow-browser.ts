import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod/mini";
import type { Devtools, Fields } from "./devtools.ts";

/** Bytes a second, milliseconds there and back. */
const network10Mbit = {
  offline: false,
  latency: 40,
  downloadThroughput: 1.25e6,
  uploadThroughput: 1.25e6,
};

export interface SlowPage {
  /** The Teams page around the tab, as fast as this machine. */
  readonly page: Devtools;
  /** The tab, which is its own process here as in Teams. */
  readonly tab: Devtools;
  /** Runs that function in the tab and waits for what it answers. */
  readonly run: <T>(work: (given: never) => T | Promise<T>, given?: unknown) => Promise<T>;
  /** Milliseconds from the beginning of the tab's navigation until rows were painted. */
  readonly usable: number;
  readonly close: () => Promise<void>;
}

interface SlowOptions {
  readonly network?: "local" | "10 Mbit/s";
  /** A page that the Teams page shows where it would show the tab, so that both are measured in the same surroundings. */
  readonly inPlaceOfTab?: string | undefined;
}

/** Opens the Teams page in a window of its own with an empty cache; its tab runs at a quarter of this machine's speed. */
export async function openSlowly(
  browser: Devtools,
  address: string,
  { network = "local", inPlaceOfTab }: SlowOptions = {},
): Promise<SlowPage> {
  const { browserContextId } = await browser.send("Target.createBrowserContext");
  const blank = { url: "about:blank", browserContextId, width: 1440, height: 900 };
  const { targetId } = await browser.send("Target.createTarget", blank);
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const page = browser.of(String(sessionId));
  if (inPlaceOfTab !== undefined) await showInTab(page, inPlaceOfTab);
  const tab = await within(20, "The tab's frame", frameOf(page, address, network));
  const run: SlowPage["run"] = (work, given) =>
    evaluate(tab, `(${work.toString()})(${JSON.stringify(given) ?? ""})`);
  return {
    page,
    tab,
    run,
    usable: await painted(run),
    close: async () =>
      void (await browser.send("Target.disposeBrowserContext", { browserContextId })),
  };
}

/** Goes there; the tab's frame is slow before anything of it runs. */
async function frameOf(
  page: Devtools,
  address: string,
  network: SlowOptions["network"],
): Promise<Devtools> {
  const found = Promise.withResolvers<Devtools>();
  page.on("Target.attachedToTarget", ({ sessionId }) => {
    const tab = page.of(String(sessionId));
    const made = [
      tab.send("Emulation.setCPUThrottlingRate", { rate: 4 }),
      tab.send("Page.enable"),
      tab.send("Page.addScriptToEvaluateOnNewDocument", {
        source: `(${keepFirstRows.toString()})()`,
      }),
      ...(network === "local"
        ? []
        : [
            tab.send("Network.enable"),
            tab.send("Network.emulateNetworkConditions", network10Mbit),
          ]),
      tab.send("Runtime.runIfWaitingForDebugger"),
    ];
    Promise.all(made).then(() => found.resolve(tab), found.reject);
  });
  await page.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  });
  await page.send("Page.navigate", { url: address });
  return found.promise;
}

/** The Teams page lets only the tab into its frame. */
async function showInTab(page: Devtools, address: string): Promise<void> {
  await page.send("Page.enable");
  await page.send("Page.setBypassCSP", { enabled: true });
  const source = `(${showInstead.toString()})(${JSON.stringify(address)})`;
  await page.send("Page.addScriptToEvaluateOnNewDocument", { source });
}

const evaluated = z.object({
  result: z.object({ value: z.optional(z.unknown()) }),
  exceptionDetails: z.optional(z.unknown()),
});

async function evaluate<T>(tab: Devtools, expression: string): Promise<T>;
async function evaluate(tab: Devtools, expression: string): Promise<unknown> {
  const answer: Fields = await tab.send("Runtime.evaluate", {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  const { result, exceptionDetails } = evaluated.parse(answer);
  if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
  return result.value;
}

/** Asked seldom: a question disturbs what it is about. */
async function painted(run: SlowPage["run"]): Promise<number> {
  for (let wait = 1500; wait < 120_000; wait += 500) {
    await pause(wait === 1500 ? wait : 500);
    const when = await run(() => window.rowsPainted);
    if (when !== undefined) return when;
  }
  throw new Error("No rows were painted within two minutes.");
}

async function within<T>(seconds: number, what: string, done: Promise<T>): Promise<T> {
  const late = pause(seconds * 1000, undefined, { ref: false }).then(() => {
    throw new Error(`${what} took longer than ${seconds} s.`);
  });
  return Promise.race([done, late]);
}

/** Runs in the tab before its own scripts, and is all that the measurement does there until rows are painted. */
function keepFirstRows(): void {
  const watch = new MutationObserver(() => {
    if (!document.querySelector(".plan-row")) return;
    watch.disconnect();
    // After the frame that shows them.
    requestAnimationFrame(() => setTimeout(() => (window.rowsPainted = performance.now())));
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
    rowsPainted?: number;
  }
}
