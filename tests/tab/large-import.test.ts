import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { chooseFile } from "./support/a-file.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** 300 recommendations with ten actions each; every hundredth action has two dates. */
const csv = [
  "Ref,Recommendation,Agency,Action,Lead,Date",
  ...Array.from({ length: 3_000 }, (_, at) =>
    [
      `${Math.floor(at / 10) + 1}`,
      `Keep list ${Math.floor(at / 10)}.`,
      "Wold Trust",
      `Do thing ${at}.`,
      "Matron",
      at % 100 === 50 ? "31 October 2026 / 30 April 2027" : "1 May 2027",
    ].join(","),
  ),
].join("\n");

async function choose(tab: Frame): Promise<void> {
  await chooseFile(tab, { name: "long.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await tab.getByText("Found 300 recommendations and 3,000 actions. Nothing is saved").waitFor();
}

const rows = (tab: Frame) =>
  tab.getByRole("region", { name: "What was read" }).getByRole("listitem");

it("draws a few of many rows, says the place of each among all, and keeps the row with the keyboard", async () => {
  const { tab, close } = await teams.open({ person: "owner", place: "import" });
  await choose(tab);
  expect(await rows(tab).count()).toBeLessThan(40);
  expect(await rows(tab).first().getAttribute("aria-setsize")).toBe("3300");
  const box = tab.getByRole("region", { name: "What was read" });
  const first = tab.getByRole("checkbox", { name: "Leave out: Do thing 0." });
  await first.focus();
  await box.evaluate((each) => each.scrollTo(0, each.scrollHeight));
  await tab.getByText("Do thing 2999.").waitFor();
  expect(await rows(tab).last().getAttribute("aria-posinset")).toBe("3300");
  expect(await first.evaluate((each) => each === document.activeElement)).toBe(true);
  expect(await axeFindings(tab)).toEqual([]);
  await close();
});

it("leads from one thing to decide to the next with the keyboard, and past the rows to what saves them", async () => {
  const { page, tab, close } = await teams.open({ person: "owner", place: "import" });
  await choose(tab);
  await tab.getByRole("button", { name: "To decide 30" }).press("Enter");
  await expect.poll(() => rows(tab).first().getAttribute("aria-setsize")).toBe("60");
  for (const at of [50, 150, 250, 350, 450, 550, 650, 750]) {
    const due = tab.getByRole("combobox", { name: `Due date of: Do thing ${at}.` });
    for (let steps = 0; steps < 6 && !(await isFocused(due)); steps++) {
      await page.keyboard.press("Tab");
      await due.waitFor();
    }
    expect(await isFocused(due)).toBe(true);
  }
  await tab.getByRole("button", { name: "To decide 30" }).focus();
  for (const _ of ["Left out", "Good to know", "Skip the rows"]) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const save = tab.getByRole("button", { name: "Import as a new plan" });
  expect(await isFocused(save)).toBe(true);
  await close();
});

const isFocused = (each: ReturnType<Frame["locator"]>) =>
  each.evaluate((one) => one === document.activeElement);

it("scrolls with the page at 320 pixels and at 400 % zoom, nothing sideways, down to the last row", async () => {
  for (const height of [700, 256]) {
    const { page, tab, close } = await teams.open({ person: "owner", place: "import" });
    await choose(tab);
    await page.setViewportSize({ width: 320, height: height + 100 });
    await tab.getByText("Do thing 0.").waitFor();
    await tab.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await expect
      .poll(async () => {
        await tab.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
        return rows(tab).last().getAttribute("aria-posinset");
      })
      .toBe("3300");
    await tab.getByText("Do thing 2999.").waitFor();
    const sideways = await tab.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
    await close();
  }
});

it("a row that is no longer left out leaves the keyboard among the ways to choose rows", async () => {
  const { tab, close } = await teams.open({ person: "owner", place: "import" });
  await choose(tab);
  await tab.getByRole("checkbox", { name: "Leave out: Do thing 1." }).check();
  await tab.getByText("300 recommendations and 2,999 actions will be saved.").waitFor();
  const leftOut = tab.getByRole("button", { name: "Left out 1" });
  await leftOut.click();
  await tab.getByRole("checkbox", { name: "Leave out: Do thing 1." }).press("Space");
  await tab.getByText("No row is like that.").waitFor();
  await expect.poll(() => isFocused(tab.getByRole("button", { name: "Left out 0" }))).toBe(true);
  await close();
});

it("is held against a plan beside the page, and saved by what the reader said of its agencies and columns", async () => {
  const { tab, close } = await teams.open({ person: "owner", place: "import" });
  await choose(tab);
  await tab.getByRole("combobox", { name: "Where it goes" }).selectOption({ index: 1 });
  const added = tab.getByRole("heading", { name: "New in the document (300)" });
  await added.waitFor();
  const list = tab.locator(".import-part").filter({ has: added }).getByRole("listitem");
  await expect.poll(() => list.count()).toBe(100);
  await tab.getByRole("button", { name: "Show 100 more of 200" }).click();
  await expect.poll(() => list.count()).toBe(200);
  const first = tab.getByRole("checkbox", { name: "Take over: 1 Keep list 0." });
  await first.uncheck();
  await tab.getByText("299 chosen.").waitFor();
  // It is compared anew, and what was chosen stands.
  await tab.getByText("1 agency is not known here by this name").click();
  const agency = tab.getByRole("combobox", { name: "Wold Trust" });
  await agency.selectOption({ index: 1 });
  await tab.getByText("299 chosen.").waitFor();
  expect(await first.isChecked()).toBe(false);
  await tab.getByText("How its columns were read").click();
  await tab
    .getByRole("combobox", { name: "Column “Lead”" })
    .selectOption({ label: "Something else: kept as a note" });
  await tab.getByText("Reading it again…").waitFor({ state: "hidden" });
  await tab.getByText("300 chosen.").waitFor();
  await first.uncheck();
  await tab.getByText("1 agency is not known here by this name").click();
  const known = (await agency.locator("option").nth(1).getAttribute("value")) ?? "";
  await agency.selectOption({ index: 1 });
  await tab.getByText("299 chosen.").waitFor();
  await tab.getByRole("button", { name: "Take it over" }).click();
  await tab.getByText(/^\d\d+ of 2990 changes saved\.$/).waitFor();
  await tab.getByRole("button", { name: "Stop" }).click();
  await tab.getByRole("button", { name: "Leave it" }).click();
  await tab.getByRole("button", { name: "Back to the plan" }).click();
  await tab.getByRole("searchbox").fill("Do thing 12.");
  const row = tab.locator(".plan-row-action").filter({ hasText: "Do thing 12." });
  await row.waitFor();
  expect(await row.textContent()).toContain(known);
  expect(await row.textContent()).not.toContain("Matron");
  await close();
});
