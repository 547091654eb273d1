import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import "@pnp/sp/items/index.js";
import { siteOfApp } from "#cli/site-of-app.ts";
import { largePlanCsv } from "#tests/bench/large-plan.ts";
import { aTeams, type ATeams } from "./support/a-teams.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-large-plan-"));
/** 50 recommendations with ten actions each. */
const recommendations = 50;
/** Of 550, from 0: an action of the reader's own agency. */
const rowFarDown = 501;
/** With what the tests before have added and taken out. */
const allShown = /^(50\d) of \1 shown$/;

let teams: ATeams;
beforeAll(async () => {
  const planFile = join(dataFolder, "plan.csv");
  writeFileSync(planFile, largePlanCsv(recommendations));
  teams = await aTeams({ dataFolder, planFile });
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const actions = () =>
  siteOfApp({ settings: join(dataFolder, "settings.env") }).sp.web.lists.getByTitle("Actions")
    .items;

async function add(recommendationId: number, position: number): Promise<void> {
  await actions().add({
    Title: `Added ${recommendationId}`,
    PlanId: 1,
    RecommendationId: recommendationId,
    Position: position,
    Text: "Somebody else added this.",
  });
}

const takeOut = (id: number) => actions().getById(id).recycle();
const rename = (id: number, text: string) => actions().getById(id).update({ Text: text });

/** The tab looks for what others changed as soon as somebody comes back to it. */
async function lookAgain(tab: Frame, shown: string): Promise<void> {
  await tab.evaluate(() => {
    for (const value of ["hidden", "visible"]) {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }
  });
  await tab.getByText(`${shown} shown`).waitFor();
}

/** Opens the plan, scrolls to the row and answers with it: its key and a look at where it stands, in pixels of the window. */
async function goFarDown(tab: Frame) {
  await tab.getByText("500 of 500 shown").waitFor();
  await tab
    .locator(".plan-scroller")
    .evaluate((scroller, row) => scroller.scrollTo(0, (row - 4) * 52), rowFarDown);
  const row = tab.locator(`tr[aria-rowindex="${rowFarDown + 2}"]`);
  const key = (await row.getAttribute("data-row")) ?? "";
  const same = tab.locator(`[data-row="${key}"]`);
  return {
    key,
    row: same,
    id: Number(key.split("/")[1]),
    top: async () => (await same.boundingBox())?.y,
  };
}

const focused = (tab: Frame) =>
  tab.evaluate(() => document.activeElement?.getAttribute("data-row"));

it("what others add, take out and rename moves neither the row that is open, nor what is typed about it, nor the keyboard in it", async () => {
  const { tab, page, close } = await teams.open({ person: "lead-a" });
  const { row, key, id, top } = await goFarDown(tab);
  await row.click();
  const words = tab.getByRole("textbox", { name: "What happened" });
  await words.fill("Half a sentence");
  await words.press("Home");
  const before = await top();

  for (const position of [21, 22, 23]) await add(2, position);
  await add(recommendations, 21);
  await takeOut(3);
  await takeOut(id + 3);
  await rename(5, "Renamed above.");
  await rename(id - 1, "Renamed just above.");
  await lookAgain(tab, "502 of 502");

  await tab.getByText("Renamed just above.").waitFor();
  expect(await top()).toBe(before);
  expect(await row.getAttribute("aria-current")).toBe("true");
  expect(await words.inputValue()).toBe("Half a sentence");
  expect(await words.evaluate((box) => box === document.activeElement)).toBe(true);

  await page.keyboard.press("Escape");
  await expect.poll(() => focused(tab)).toBe(key);
  await add(1, 21);
  await lookAgain(tab, "503 of 503");
  expect(await top()).toBe(before);
  expect(await focused(tab)).toBe(key);
  await close();
});

it("where the row itself is taken out, the keyboard goes on from its place", async () => {
  const { tab, page, close } = await teams.open({ person: "lead-a" });
  await tab.getByText("503 of 503 shown").waitFor();
  await tab.locator(".plan-scroller").evaluate((scroller) => scroller.scrollTo(0, 300 * 52));
  const nth = (index: number) => tab.locator(`tr[aria-rowindex="${index}"]`);
  const [own, next, second] = await Promise.all(
    [308, 309, 310].map((index) => nth(index).getAttribute("data-row")),
  );
  await nth(308).focus();
  await takeOut(Number(own?.split("/")[1]));
  await lookAgain(tab, "502 of 502");
  await expect.poll(() => focused(tab)).toBe(next);
  await page.keyboard.press("ArrowDown");
  expect(await focused(tab)).toBe(second);
  await close();
});

it("letters are typed and taken back at any pace, and what is searched for is what stands in the field", async () => {
  const { tab, page, close } = await teams.open({ person: "lead-a" });
  const box = tab.getByRole("searchbox", { name: "Search the plan" });
  for (const pause of [0, 60, 150, 200, 320]) {
    await box.press("7");
    await page.waitForTimeout(pause);
    await box.press("Backspace");
    await page.waitForTimeout(600);
    expect(await box.inputValue()).toBe("");
    await tab.getByText(allShown).waitFor();
    await box.press("4");
    await page.waitForTimeout(pause);
    await box.press("9");
    await page.waitForTimeout(600);
    expect(await box.inputValue()).toBe("49");
    await expect.poll(() => new URL(tab.url()).hash).toContain("search=49");
    await box.fill("");
    await tab.getByText(allShown).waitFor();
  }
  await close();
});

it("what a search leaves is there at once, from its first row, though the reader had scrolled past the end of it", async () => {
  const { tab, close } = await teams.open({ person: "lead-a" });
  await tab.getByText(allShown).waitFor();
  await tab.locator(".plan-scroller").evaluate((scroller) => scroller.scrollTo(0, 500 * 52));
  await tab.locator('tr[aria-rowindex="501"]').waitFor();
  await tab.evaluate(keepFirstInView);
  await tab.getByRole("searchbox").fill("number 4");
  await expect.poll(() => tab.evaluate(() => window.firstInView?.length)).toBeGreaterThan(5);
  const first = await tab.evaluate(() => window.firstInView?.[0]);
  expect(first).toBe("2");
  expect(await tab.locator(".plan-scroller").evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await close();
});

it.each(["the grid", "the grid with full text", "the list on a phone"])(
  "another order, and what is searched for, is read from its first row on: %s",
  async (list) => {
    const phone = list.includes("phone");
    const { tab, close } = await teams.open({
      person: "lead-a",
      ...(phone ? { width: 320 } : {}),
    });
    await tab.getByText(allShown).waitFor();
    if (list.includes("full text")) {
      await tab.getByRole("button", { name: "Columns" }).click();
      await tab.getByRole("menuitemcheckbox", { name: "Show full text" }).click();
      await tab.locator(".plan-grid-full").waitFor();
    }
    const firstInSight = () =>
      tab.locator(phone ? ".phone-list" : ".plan-grid").evaluate(showsFirst);
    await expect.poll(firstInSight).toBe(true);
    await tab.evaluate(scrollFar);
    await expect.poll(firstInSight).toBe(false);
    await tab.getByRole("button", { name: "Group and sort" }).click();
    await tab.getByRole("menuitemradio", { name: "Agency" }).first().click();
    await expect.poll(firstInSight).toBe(true);
    await tab.evaluate(scrollFar);
    await expect.poll(firstInSight).toBe(false);
    await tab.getByRole("searchbox").fill("number 4");
    await expect.poll(firstInSight).toBe(true);
    await close();
  },
);

/** Runs in the tab. */
function scrollFar(): void {
  const top = 4000;
  (document.querySelector(".plan-scroller") ?? window).scrollTo({ top, behavior: "instant" });
}

/** Runs in the tab: whether the list's first row stands where it can be seen. */
function showsFirst(list: Element): boolean {
  const first = list.querySelector('[aria-rowindex="2"], [aria-posinset="1"]');
  const frame = list.closest(".plan-scroller")?.getBoundingClientRect();
  const at = first?.getBoundingClientRect();
  if (!at) return false;
  return at.top >= (frame?.top ?? 0) && at.top < (frame?.bottom ?? window.innerHeight);
}

/** Runs in the tab: keeps which rows are seen as soon as the count of those that are left has changed. */
function keepFirstInView(): void {
  const count = document.querySelector(".plan-shown");
  const list = document.querySelector(".plan-scroller");
  if (!count || !list) throw new Error("There is no plan.");
  new MutationObserver((_, watch) => {
    watch.disconnect();
    const { top, bottom } = list.getBoundingClientRect();
    window.firstInView = [...list.querySelectorAll(".plan-row")]
      .filter((row) => {
        const at = row.getBoundingClientRect();
        return at.bottom > top && at.top < bottom;
      })
      .map((row) => row.getAttribute("aria-rowindex") ?? "");
  }).observe(count, { childList: true, characterData: true, subtree: true });
}

declare global {
  interface Window {
    firstInView?: readonly string[];
  }
}
