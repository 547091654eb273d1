import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tabClientId } from "#local/apps.ts";
import { startProduct } from "#local/product.ts";
import { nestedToken } from "#local/teams/page-settings.ts";
import { testFlags, ensureChromium } from "#tests/support/chromium.ts";
import { beginWithSample } from "#tests/support/sample-site.ts";
import { within } from "./drawn.ts";
import axe, { type Result } from "axe-core";
import { chromium, type Frame, type Page } from "playwright-core";

interface AskedWindow {
  readonly person: string;
  readonly theme?: "default" | "dark" | "contrast";
  /** `action/1`; the plan where it is left out. */
  readonly place?: string;
  readonly width?: number;
  readonly height?: number;
  /** Where the computer believes it is, and in which language its browser speaks. */
  readonly where?: { readonly timezoneId: string; readonly locale: string };
  /** What to do with the page before it is opened: to stand in the way of a request. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

export interface TeamsWindow {
  readonly page: Page;
  /** The tab inside it. */
  readonly tab: Frame;
  readonly close: () => Promise<void>;
}

export interface ATeams {
  /** Where the Teams page is. */
  readonly address: string;
  /** Where the tab is served, without Teams around it. */
  readonly tabAddress: string;
  readonly sharePoint: string;
  /** A token of that person for SharePoint, as the tab gets it. */
  sharePointToken(person: string): Promise<string>;
  /** A window of its own of the Teams page on the tab, when the tab shows something other than its skeleton. */
  open(asked: AskedWindow): Promise<TeamsWindow>;
  /** The tab of a window that is opened anew as somebody else: its browser has fetched it already. */
  openAs(page: Page, person: string): Promise<Frame>;
  /** A window with that address and nothing around it. */
  openAlone(address: string, width?: number): Promise<Page>;
  /** Throws what the browsers complained about since the last call, requests that failed on purpose left out. */
  throwComplaints(): void;
  close(): Promise<void>;
}

/** The whole product on this machine with its sample plan, and a browser. */
export async function aTeams(
  options: Partial<Parameters<typeof startProduct>[0]> = {},
): Promise<ATeams> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), "action-plan-tab-"));
  const filled = !options.planFile && !options.empty && beginWithSample(dataFolder);
  const stop = new AbortController();
  const product = await startProduct({
    port: 0,
    signal: stop.signal,
    ...options,
    dataFolder,
    filled,
  });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: testFlags });
  const complaints: string[] = [];
  const { address } = product;

  async function newPage(width = 1440, height = 900, where?: AskedWindow["where"]): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height }, ...where });
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      const words = message.text();
      if (message.type() === "error" && !words.startsWith("Failed to load resource"))
        complaints.push(words);
    });
    return page;
  }
  return {
    address,
    tabAddress: `${product.appUrl}/tab/`,
    sharePoint: product.sharePointOrigin,
    sharePointToken: (person) =>
      tokenOf(`${address}/as/${person}/api/token`, `${product.sharePointOrigin}/AllSites.Write`),
    throwComplaints() {
      const found = complaints.splice(0);
      if (found.length > 0) throw new Error(`The browser complained: ${found.join("; ")}`);
    },
    async open({ person, theme = "default", place, width, height, where, prepare }) {
      const page = await newPage(width, height, where);
      await prepare?.(page);
      const query = new URLSearchParams({ theme, ...(place ? { subPageId: place } : {}) });
      await page.goto(`${address}/as/${person}/tab?${query.toString()}`);
      const tab = await tabIn(page);
      return { page, tab, close: () => page.context().close() };
    },
    async openAs(page, person) {
      await page.goto(`${address}/as/${person}/tab`);
      return tabIn(page);
    },
    async openAlone(to, width) {
      const page = await newPage(width);
      await page.goto(to);
      await page.locator("h1").waitFor();
      return page;
    },
    async close() {
      await browser.close();
      stop.abort();
      await product.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function tokenOf(from: string, scope: string): Promise<string> {
  const answer = await fetch(from, {
    method: "POST",
    headers: { "content-type": "application/json", origin: new URL(from).origin },
    body: JSON.stringify({ clientId: tabClientId, scope }),
  });
  return nestedToken.parse(await answer.json()).accessToken;
}

async function tabIn(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  if (!frame) throw new Error("The Teams page shows no tab.");
  await frame.locator("h1").waitFor();
  return frame;
}

/** What axe finds against WCAG 2.2 A and AA; Fluent's own focus sentinels are not ours to mend. */
export async function axeFindings(frame: Frame): Promise<string[]> {
  // A fade-in that is half way has half the contrast.
  await frame.waitForFunction(
    () =>
      document
        .getAnimations()
        .every(
          ({ playState, effect }) =>
            playState !== "running" || effect?.getComputedTiming().iterations === Infinity,
        ),
    undefined,
    { polling: 100 },
  );
  if (await frame.evaluate(() => !("axe" in window))) await frame.evaluate(axe.source);
  const checked = frame.evaluate(async (): Promise<Result[]> => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const found = await window.axe.run({ exclude: ["[data-tabster-dummy]"] }, { runOnly: tags });
    return found.violations;
  });
  const violations = await within(30, "The check by axe", checked);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
