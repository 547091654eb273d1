import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** How many actions are shown, "2 of 45 shown", once that is another number than before. */
async function shownIn(tab: Frame, before = -1): Promise<number> {
  const said = tab
    .getByText(/^\d+ of \d+ shown$/)
    .filter({ hasNotText: new RegExp(`^${before} of`) });
  await said.waitFor();
  return Number((await said.textContent())?.split(" ")[0]);
}

const hashOf = (tab: Frame) => tab.evaluate(() => window.location.hash);

describe("finding an action by the keyboard alone", () => {
  it("goes from the search into the rows, opens one, and comes back to it", async () => {
    const { page, tab, close } = await teams.open({ person: "chair" });
    const all = await shownIn(tab);
    const search = tab.getByRole("searchbox", { name: "Search the plan" });
    await tab.getByRole("button", { name: "Agency", expanded: false }).waitFor();
    await search.focus();
    await page.keyboard.type("self-harm safety plan");
    expect(await shownIn(tab, all)).toBeLessThan(all);
    const grid = tab.getByRole("treegrid", { name: "Recommendations and actions" });
    const here = () => tab.evaluate(() => document.activeElement?.getAttribute("data-row") ?? "");
    for (let stops = 0; stops < 25 && (await here()) === ""; stops++)
      await page.keyboard.press("Tab");
    expect(await here()).toMatch(/^recommendation\//);
    await page.keyboard.press("ArrowDown");
    const row = await here();
    expect(row).toMatch(/^action\//);
    const name = await grid.locator(`[data-row="${row}"]`).getAttribute("aria-label");
    await page.keyboard.press("Enter");
    const drawer = tab.getByRole("dialog");
    await drawer.getByRole("heading", { level: 2 }).waitFor();
    await expect.poll(() => hashOf(tab)).toContain(row);
    expect(name).toMatch(
      /^1\.\d, action \d of \d, .+: .+\. Lead: .+\. Due .+\. .+\. \d+ pieces? of/,
    );
    await page.keyboard.press("Escape");
    await expect.poll(here).toBe(row);
    await close();
  });

  it("knows the grid by its roles: levels, places, what is open, one stop for the tab key", async () => {
    const { page, tab, close } = await teams.open({ person: "chair" });
    const first = tab.getByRole("row", { name: /^Recommendation 1\.1:/ });
    await first.waitFor();
    expect(await first.getAttribute("aria-level")).toBe("1");
    expect(await first.getAttribute("aria-posinset")).toBe("1");
    await first.focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => first.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => first.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName ?? "")).toBe("TD");
    expect(await tab.locator('.plan-grid tbody [tabindex="0"]').count()).toBe(1);
    await close();
  });
});

describe("a filtered plan", () => {
  it("stands in the address, survives a reload, and can be sent as a Teams link", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-a" });
    const all = await shownIn(tab);
    await tab.getByRole("button", { name: "Due", expanded: false }).click();
    await tab.getByRole("menuitemradio", { name: "In the next 30 days" }).click();
    const due = await shownIn(tab, all);
    await tab.getByRole("button", { name: "Mine", exact: true }).click();
    const mine = await shownIn(tab, due);
    expect(mine).toBeLessThan(due);
    await expect.poll(() => hashOf(tab)).toBe("#plan?due=next-30&mine=");

    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await tab.getByRole("button", { name: "Copy a link to this view" }).click();
    await tab.getByRole("button", { name: "Link copied" }).waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    const { subEntityId } = JSON.parse(link.searchParams.get("context") ?? "");
    expect(subEntityId).toBe("plan/1/plan?due=next-30&mine=");
    await close();

    const other = await teams.open({ person: "lead-a", place: subEntityId });
    expect(await shownIn(other.tab)).toBe(mine);
    await other.tab.getByRole("button", { name: "Clear filters" }).click();
    expect(await shownIn(other.tab, mine)).toBe(all);
    await other.close();
  });

  it("by the checks shows what is to be challenged, and how much in each row", async () => {
    const { tab, close } = await teams.open({ person: "chair" });
    const all = await shownIn(tab);
    await tab.getByRole("button", { name: "To challenge" }).click();
    expect(await shownIn(tab, all)).toBeGreaterThan(0);
    await tab.getByRole("columnheader", { name: "Checks" }).waitFor();
    await close();
  });

  it("grouped by agency shows an action under each of its agencies, each row once", async () => {
    const { tab, close } = await teams.open({ person: "chair", place: "plan?group=agency" });
    await tab
      .getByRole("row", { name: /complete$/ })
      .first()
      .waitFor();
    const keys = await tab
      .locator("[data-row]")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-row")));
    expect(keys[0]).toMatch(/^agency\//);
    expect(new Set(keys).size).toBe(keys.length);
    await close();
  });

  it("leaves out the columns that the reader hid, in the next window too", async () => {
    const { page, tab, close } = await teams.open({ person: "chair" });
    await tab.getByRole("button", { name: "Columns" }).click();
    await tab.getByRole("menuitemcheckbox", { name: "Lead" }).click();
    await page.keyboard.press("Escape");
    await expect.poll(() => tab.getByRole("columnheader", { name: "Lead" }).count()).toBe(0);
    await page.reload();
    const again = page.frameLocator("iframe[name=tab]");
    await again.getByRole("columnheader", { name: "Due" }).waitFor();
    expect(await again.getByRole("columnheader", { name: "Lead" }).count()).toBe(0);
    await close();
  });
});

describe("rows in full", () => {
  it("show every word, keep the keyboard's place, and stay so for this reader", async () => {
    const { page, tab, close } = await teams.open({ person: "chair" });
    const cut = () =>
      tab
        .locator(".plan-row .clamp")
        .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length);
    await tab.getByRole("button", { name: "Columns" }).waitFor();
    expect(await cut()).toBeGreaterThan(0);
    await tab.getByRole("button", { name: "Columns" }).press("Enter");
    await tab.getByRole("menuitemcheckbox", { name: "Show full text" }).press("Enter");
    await tab.locator(".plan-grid-full").waitFor();
    expect(await cut()).toBe(0);
    const grid = tab.getByRole("treegrid");
    await grid.getByRole("row", { name: /^Recommendation 1\.1:/ }).focus();
    await page.keyboard.press("End");
    const last = Number(await grid.getAttribute("aria-rowcount"));
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.getAttribute("aria-rowindex")))
      .toBe(String(last));
    expect(await tab.locator(".plan-row:focus").isVisible()).toBe(true);
    expect(await axeFindings(tab)).toEqual([]);
    await page.reload();
    await page.frameLocator("iframe[name=tab]").locator(".plan-grid-full").waitFor();
    await close();
  });

  it.each(["default", "dark", "contrast"] as const)(
    "let nothing under them show through their words in the theme %s",
    async (theme) => {
      const { page, tab, close } = await teams.open({ person: "chair", theme });
      const see = (kind: string) =>
        tab
          .locator(kind)
          .first()
          .evaluate((row) => getComputedStyle(row).backgroundColor);
      await tab.locator(".plan-row-action").first().hover();
      const hovered = await see(".plan-row:hover");
      await page.mouse.move(0, 0);
      for (const seen of [hovered, await see(".plan-row-group"), await see(".plan-row-action")])
        expect(seen).toMatch(/^rgb\(/);
      await close();
    },
  );
});

describe("the plan for everybody", () => {
  it.each(["default", "dark", "contrast"] as const)(
    "is sound in the theme %s with a menu open, and with a filter on",
    async (theme) => {
      const { page, tab, close } = await teams.open({
        person: "lead-a",
        theme,
        place: "plan?mine=",
      });
      await tab.getByRole("button", { name: "Rating", expanded: false }).click();
      await tab.getByRole("menuitemcheckbox").first().waitFor();
      expect(await axeFindings(tab)).toEqual([]);
      await page.keyboard.press("Escape");
      expect(await axeFindings(tab)).toEqual([]);
      await close();
    },
  );

  it("is sound in a system's own colours and without motion, where ratings still have their signs", async () => {
    const { page, tab, close } = await teams.open({
      person: "lead-a",
      prepare: (each) => each.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" }),
    });
    await tab.getByText("1.1", { exact: true }).first().waitFor();
    expect(await axeFindings(tab)).toEqual([]);
    const badge = tab.locator(".plan-row .rating-agreed").first();
    expect(await badge.locator("svg").count()).toBe(1);
    const { behind, text } = await badge.evaluate((each) => {
      const { backgroundColor, color } = getComputedStyle(each);
      return { behind: backgroundColor, text: color };
    });
    expect(behind).not.toBe(text);
    expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
    const moving = await tab.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === "running").length,
    );
    expect(moving).toBe(0);
    await close();
  });

  it("at 400 % zoom of a laptop scrolls in one direction, and everything is within reach", async () => {
    const { tab, close } = await teams.open({ person: "lead-a", width: 320, height: 256 });
    await tab.getByRole("button", { name: /^1\.1/ }).waitFor();
    const sideways = await tab.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
    const list = tab.getByRole("list").filter({ has: tab.getByText("1.1", { exact: true }) });
    await list.getByRole("button", { name: /Agree one pathway/ }).click();
    await tab.getByRole("dialog").waitFor();
    await close();
  });
});

describe("a lost connection", () => {
  it("is said, leaves the plan to read, and is over when the network is back", async () => {
    const { page, tab, close } = await teams.open({ person: "chair" });
    await tab.getByRole("columnheader", { name: "Checks" }).waitFor();
    await page.context().setOffline(true);
    await tab.getByText(/You are offline\. This is how the plan stood/).waitFor();
    await tab.getByRole("searchbox").fill("safety");
    expect(await shownIn(tab, 45)).toBeGreaterThan(0);
    await page.context().setOffline(false);
    await tab.getByText(/^Updated /).waitFor();
    await close();
  });
});

describe("a plan that nobody touches", () => {
  it("has fetched at most 250 KiB of JavaScript, its controls and checks with it", async () => {
    const { tab, close } = await teams.open({ person: "chair" });
    await tab.getByRole("button", { name: "To challenge" }).waitFor();
    await tab.waitForLoadState("networkidle");
    const scripts = await tab.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
        .map(({ name, encodedBodySize }) => ({ name, encodedBodySize })),
    );
    const named = (part: string) => scripts.filter(({ name }) => name.includes(part));
    expect(named("/controls-")).toHaveLength(1);
    expect(named("/OpenDrawer-")).toEqual([]);
    const bytes = scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    expect(bytes).toBeGreaterThan(100 * 1024);
    expect(bytes).toBeLessThanOrEqual(250 * 1024);
    await close();
  });
});
