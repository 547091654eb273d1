import type { Frame, Page } from "playwright-core";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { firstRowAt, listenIn, said, silent, tell } from "./support/wire.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const success = "appInitialization.success";
const expected = "appInitialization.expectedFailure";

const hashOf = (tab: Frame) => tab.evaluate(() => window.location.hash);

/** Resolves when the tab has told Teams that it would like to be asked about that. */
async function registered(page: Page, event: string): Promise<void> {
  await expect
    .poll(async () => (await said(page, "registerHandler")).map(({ args }) => args[0]), {
      timeout: 15_000,
    })
    .toContain(event);
}

/** Resolves when the tab has said that so often. */
async function times(page: Page, func: string, often: number): Promise<void> {
  await expect.poll(() => said(page, func), { timeout: 15_000 }).toHaveLength(often);
}

/** The requests to SharePoint from now on. */
function asked(page: Page): string[] {
  const requests: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/_api/")) requests.push(request.url());
  });
  return requests;
}

describe("what Teams is told", () => {
  it("is once that the tab can be used, when its rows are there", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-a", prepare: listenIn });
    await registered(page, "load");
    const [told, ...more] = await said(page, success);
    expect(more).toEqual([]);
    expect(told?.at).toBeGreaterThanOrEqual(await firstRowAt(tab));
    expect(await said(page, "appInitialization.appLoaded")).toHaveLength(1);
    expect(await said(page, "appInitialization.failure")).toEqual([]);
    await close();
  });

  it("is why there is no plan, and then that there is one", async () => {
    const stranger = await teams.open({ person: "outsider", prepare: listenIn });
    await times(stranger.page, expected, 1);
    const [{ args } = { args: [] }] = await said(stranger.page, expected);
    expect(args[0]).toBe("PermissionError");
    expect(await said(stranger.page, success)).toEqual([]);
    expect(await stranger.page.locator(".tab-state").isHidden()).toBe(true);
    await stranger.close();

    const broken = /_api\/\$batch/;
    const { page, tab, close } = await teams.open({
      person: "owner",
      async prepare(each) {
        await listenIn(each);
        await each.route(broken, (route) => route.fulfill({ status: 500 }));
      },
    });
    await times(page, expected, 1);
    await page.unroute(broken);
    await tab.getByRole("button", { name: "Try again" }).click();
    await tab.getByText("1.1", { exact: true }).first().waitFor();
    await times(page, success, 1);
    await close();
  });

  it("is that the tab cannot start, where Teams does not say who is looking", async () => {
    const { page, tab, close } = await teams.open({
      person: "owner",
      async prepare(each) {
        await listenIn(each);
        await each.clock.install();
        await silent(each, "getContext");
        setTimeout(() => void each.clock.fastForward(16_000), 3000);
      },
    });
    await tab.getByRole("heading", { name: "The action plan could not start" }).waitFor();
    const [{ args } = { args: [] }] = await said(page, "appInitialization.failure");
    expect(args[0]).toBe("Timeout");
    expect(await said(page, success)).toEqual([]);
    await close();
  });
});

describe("a tab that Teams keeps while somebody is elsewhere", () => {
  it("asks nothing, and is where the link leads by which they come back, as it was", async () => {
    const { page, tab, close } = await teams.open({
      person: "owner",
      place: "plan?agency=QCMH",
      prepare: listenIn,
    });
    await registered(page, "load");
    const opened = { entityId: "plan", contentUrl: tab.url().replace(/#.*$/, "") };
    await tab.getByRole("tab", { name: "Summary" }).click();
    await expect.poll(() => hashOf(tab)).toBe("#summary");
    // What it works out last, and has fetched everything for.
    for (const last of ["[aria-label^='Movement by month: show']", ".found li"])
      await tab.locator(last).first().waitFor();
    await tell(page, "beforeUnload");
    await times(page, "readyToUnload", 1);
    await pause(300);
    const requests = asked(page);
    await pause(4500);
    expect(requests).toEqual([]);

    await tell(page, "load", [opened]);
    await times(page, success, 2);
    await expect.poll(() => requests.length).toBeGreaterThan(0);
    // The page is the same one: nothing was read anew but what changed.
    expect(requests.filter((url) => !url.includes("getchanges"))).toEqual([]);
    expect(await hashOf(tab)).toBe("#plan?agency=QCMH");
    await close();
  });

  it("is loaded anew where another of the app’s tabs is asked for", async () => {
    const { page, tab, close } = await teams.open({ person: "owner", prepare: listenIn });
    await registered(page, "load");
    const contentUrl = `${teams.tabAddress}?mine`;
    await tell(page, "load", [{ entityId: "mine", contentUrl }]);
    await tab.getByRole("heading", { name: "Mine" }).waitFor();
    expect(new URL(tab.url()).search).toBe("?mine");
    await close();
  });
});

describe("a phone’s way back", () => {
  it("leads out of the drawer, back to the plan, and then out of the tab", async () => {
    const { page, tab, close } = await teams.open({
      person: "lead-a",
      place: "summary/action/1",
      width: 360,
      prepare: listenIn,
    });
    await registered(page, "backButton");
    await tab.getByRole("dialog").waitFor();
    await tell(page, "backButtonPress");
    await tab.getByRole("dialog").waitFor({ state: "detached" });
    expect(await hashOf(tab)).toBe("#summary");
    await tell(page, "backButtonPress");
    await tab.getByText("1.1", { exact: true }).first().waitFor();
    expect(await said(page, "navigateBack")).toEqual([]);
    await tell(page, "backButtonPress");
    // Where the reader was before they came here.
    await expect.poll(() => page.url(), { timeout: 15_000 }).toBe("about:blank");
    await close();
  });
});

describe("a theme", () => {
  it("changes with Teams' own, while somebody writes, and costs them no word and not their place", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-a", place: "action/1" });
    const words = tab.getByLabel("What happened");
    await words.fill("Written by day and by night.");
    const background = () =>
      tab.evaluate(
        () =>
          getComputedStyle(document.querySelector("[role=dialog]") ?? document.body)
            .backgroundColor,
      );
    const seen = [await background()];
    for (const theme of ["dark", "contrast", "default"]) {
      await tell(page, "themeChange", [theme]);
      await tab.locator(`.tab-${theme}`).first().waitFor();
      expect(await tab.locator("html").getAttribute("data-theme")).toBe(theme);
      seen.push(await background());
    }
    expect(new Set(seen).size).toBe(3);
    expect(seen.at(-1)).toBe(seen[0]);
    expect(await words.inputValue()).toBe("Written by day and by night.");
    expect(await words.evaluate((field) => field === document.activeElement)).toBe(true);
    await close();
  });

  it("that nobody has heard of looks like the default one", async () => {
    const { page, tab, close } = await teams.open({
      person: "lead-a",
      theme: "dark",
      prepare: listenIn,
    });
    await tab.locator(".tab-dark").waitFor();
    await tell(page, "themeChange", ["glass"]);
    await tab.locator(".tab-default").waitFor();
    expect(await tab.locator("html").getAttribute("data-theme")).toBe("default");
    await close();
  });
});
