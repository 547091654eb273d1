import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { faultsIn, readingViews, resize } from "./support/looks.ts";
import { secondPlan } from "./support/second-plan.ts";
import { partOf } from "#tests/support/package-parts.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** Each theme and each width once with every view; all nine together would take a minute. */
const looks = [
  { theme: "default", widths: [1440, 320] },
  { theme: "dark", widths: [768] },
  { theme: "contrast", widths: [320] },
] as const;

describe.each(looks)("in the theme $theme, at $widths pixels", ({ theme, widths }) => {
  it("summary, changes, challenges and papers are sound", async () => {
    const window = await teams.open({ person: "chair", theme, place: "summary" });
    const faults: string[] = [];
    for (const [place, sign] of readingViews) {
      await window.tab.evaluate((hash) => (location.hash = hash), place);
      await window.tab.locator(sign).first().waitFor();
      for (const width of widths) {
        await resize(window, width);
        const found = await faultsIn(window.tab);
        faults.push(...found.map((fault) => `${place}, ${width}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    await window.close();
  });
});

describe("the summary", () => {
  it("leads from a number to the actions that it counts, by agency and rating", async () => {
    const { tab, close } = await teams.open({ person: "owner", place: "summary" });
    await tab.getByRole("button", { name: "Marl Valley Hospitals NHS Trust, Green: 7" }).click();
    await tab.getByText("7 of 45 shown").waitFor();
    expect(new URL(tab.url()).hash).toBe("#plan?rating=green&agency=MVHT");
    await close();
  });

  it("has a table beside each chart, and leads from its bars by keyboard", async () => {
    const { tab, close } = await teams.open({ person: "owner", place: "summary" });
    await tab.getByRole("button", { name: "Due by week: show as a table" }).click();
    const rows = tab.getByRole("table", { name: "Actions due by week and rating" });
    expect(await rows.getByRole("row").count()).toBe(7);
    await tab.getByRole("button", { name: "Due by week: show as a chart" }).click();
    const bar = tab.getByRole("region", { name: "Due by week" }).getByRole("option").first();
    const label = (await bar.getAttribute("aria-label")) ?? "";
    const [, count] = /: (\d+)$/.exec(label) ?? [];
    // What a part says stands below the chart, and over nothing.
    await bar.focus();
    await tab.locator(".chart-part").getByText(label, { exact: true }).first().waitFor();
    expect(await tab.locator(".chart-part .fui-PopoverSurface:visible").count()).toBe(0);
    await bar.press("Enter");
    await tab.getByText(`${count} of 45 shown`).waitFor();
    await close();
  });

  it("leads from how long ago actions were updated to those, by the bar and by the table", async () => {
    const { tab, close } = await teams.open({ person: "owner", place: "summary" });
    const ages = tab.getByRole("region", { name: "Last update" });
    const part = ages.locator(".bar-part.bar-middle").first();
    const count = Number(/\d+/.exec((await part.textContent()) ?? "")?.[0]);
    await part.click();
    await tab.getByText(`${count} of 45 shown`).waitFor();
    await expect.poll(() => new URL(tab.url()).hash).toContain("updated=within60");
    await tab.getByRole("tab", { name: "Summary" }).click();
    await ages.getByRole("button", { name: "Last update: show as a table" }).click();
    const cell = ages.getByRole("button", { name: /, 31 to 60: / }).first();
    const [, counted] = /: (\d+)$/.exec((await cell.getAttribute("aria-label")) ?? "") ?? [];
    await cell.press("Enter");
    await tab.getByText(`${counted} of 45 shown`).waitFor();
    await tab.getByRole("button", { name: /More filters|More/ }).click();
    await tab.getByRole("menuitemradio", { name: "31 to 60 days ago", checked: true }).waitFor();
    await close();
  });

  it("tells ratings apart by patterns, where the system has its own colours", async () => {
    const { page, tab, close } = await teams.open({ person: "owner", place: "summary" });
    await tab.locator(".chart-columns rect[role=option]").first().waitFor();
    await page.emulateMedia({ forcedColors: "active" });
    const pattern = (colour: string) =>
      tab
        .locator(`.chart-bars .bar-part.rating-${colour}`)
        .first()
        .evaluate((part) => getComputedStyle(part).backgroundImage);
    const patterns = await Promise.all(["blue", "green", "amber", "red"].map(pattern));
    expect(new Set(patterns).size).toBe(4);
    const columns = tab.getByRole("region", { name: "Movement by month" }).getByRole("option");
    await expect
      .poll(async () => {
        const fills = await columns.evaluateAll((parts) =>
          parts.map((part) => part.getAttribute("fill") ?? ""),
        );
        return fills.every((fill) => /^url|blue|none/.test(fill));
      })
      .toBe(true);
    await close();
  });

  it("loads no chart before it is opened", async () => {
    const scripts: string[] = [];
    const { tab, close } = await teams.open({
      person: "owner",
      prepare: async (page) =>
        void page.on("request", (request) => scripts.push(new URL(request.url()).pathname)),
    });
    const charts = () => scripts.filter((path) => path.includes("SummaryView"));
    await tab.getByText("1.1", { exact: true }).first().waitFor();
    expect(charts()).toEqual([]);
    await tab.getByRole("tab", { name: "Summary" }).click();
    await tab.getByRole("heading", { name: "Movement by month" }).waitFor();
    expect(charts()).not.toEqual([]);
    await close();
  });
});

describe("changes", () => {
  it("says what changed between a version and today, of one agency where asked, and in a link", async () => {
    const { tab, close } = await teams.open({ person: "owner", place: "changes?from=v5" });
    await tab.getByRole("combobox", { name: "Agency" }).selectOption("MVHT");
    await tab
      .getByText(/of 21 actions changed\./)
      .first()
      .waitFor();
    await expect.poll(() => new URL(tab.url()).hash).toBe("#changes?from=v5&agency=MVHT");
    await tab.getByRole("button", { name: /^Evidence \d+$/ }).click();
    const kinds = tab.locator(".changes-table tbody tr:not(.changes-group) td:nth-child(2)");
    expect(new Set(await kinds.allTextContents())).toEqual(new Set([" Evidence"]));
    await close();
  });
});

it("the tables of changes and versions stay tables on a phone, each cell under its heading", async () => {
  const { tab, close } = await teams.open({
    person: "owner",
    place: "changes?from=v5",
    width: 320,
  });
  const changes = tab.getByRole("table", { name: "What changed" });
  const first = changes
    .getByRole("row")
    .filter({ has: tab.getByRole("cell") })
    .first();
  await first.waitFor();
  expect(await changes.getByRole("columnheader").allTextContents()).toEqual([
    "Agency",
    "What",
    "How it changed",
    expect.stringMatching(/\d{4}$/),
    expect.stringMatching(/\d{4}$/),
    "Who and when",
  ]);
  expect(await first.getByRole("cell").count()).toBe(6);
  expect(await changes.getByRole("rowheader").count()).toBeGreaterThan(0);
  await tab.getByRole("button", { name: "The plan on a day" }).click();
  const plan = tab.getByRole("table", { name: /^The plan on / });
  await plan.getByRole("cell").first().waitFor();
  expect(await plan.getByRole("columnheader", { name: "Rating" }).count()).toBe(1);
  await tab.getByRole("tab", { name: "Papers" }).click();
  const versions = tab.getByRole("table", { name: "Versions" });
  await versions.getByRole("rowheader", { name: "6" }).waitFor();
  expect(await versions.getByRole("columnheader", { name: "Circulated to" }).count()).toBe(1);
  expect(await axeFindings(tab)).toEqual([]);
  await close();
});

describe("challenges", () => {
  it("let the chair put a question that a check drafts, and then show it as asked", async () => {
    const { tab, close } = await teams.open({
      person: "chair",
      place: "challenges?show=checks&check=overdue",
    });
    const first = tab.locator(".challenge").first();
    await first.getByText("Why is this here?").click();
    await first.getByRole("button", { name: "Put this question" }).click();
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.textContent))
      .toBe("Put a question");
    await first.getByRole("button", { name: "Cancel" }).press("Enter");
    const ask = first.getByRole("button", { name: "Put this question" });
    await expect.poll(() => ask.evaluate((each) => each === document.activeElement)).toBe(true);
    await ask.press("Enter");
    await first.getByRole("button", { name: "Put the question" }).press("Enter");
    await first.getByText("; not answered yet.").waitFor();
    // Whoever listens hears that it is put, and stands where it now says so.
    await tab.getByRole("status").getByText("The question is put.").waitFor({ state: "attached" });
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.textContent))
      .toMatch(/^Asked on/);
    await tab.getByRole("button", { name: "Questions", exact: true }).click();
    await tab.getByText(/from the check “Overdue”/).waitFor();
    await tab.getByRole("button", { name: /^Open \d/ }).press("Enter");
    const heard = tab.getByRole("status").getByText(/^\d+ questions? shown\.$/);
    await heard.waitFor({ state: "attached" });
    await close();
  });

  it("show a reader no way to ask", async () => {
    const { tab, close } = await teams.open({ person: "lead-a", place: "challenges?show=checks" });
    await tab.locator(".challenge").first().waitFor();
    expect(await tab.getByRole("button", { name: "Put this question" }).count()).toBe(0);
    await close();
  });
});

describe("papers", () => {
  it("are made in the browser as Word files", async () => {
    const { page, tab, close } = await teams.open({ person: "scrutiny", place: "papers" });
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      tab.getByRole("button", { name: "Highlight report: Word" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^highlight-report-\d{4}-\d\d-\d\d\.docx$/);
    const xml = partOf(await readFile(await file.path()), "word/document.xml");
    expect(xml).toContain("Health services for looked after children");
    await tab.getByText(/is in your downloads/).waitFor();
    await close();
  });

  it("let the owner write down a version, which then stands on the plan", async () => {
    const { tab, close } = await teams.open({ person: "owner", place: "papers" });
    await tab.getByRole("button", { name: "Write down a version" }).click();
    await tab.getByRole("textbox", { name: /Comment/ }).fill("After the autumn meetings.");
    await tab.getByRole("textbox", { name: /Circulated to/ }).fill("All boards");
    await tab.getByRole("button", { name: "Write it down" }).click();
    await tab.getByRole("cell", { name: "All boards" }).waitFor();
    const about = tab.locator(".plan-title").getByText(/version \d+$/);
    await expect.poll(() => about.textContent()).toMatch(/version 7$/);
    await close();
  });

  it("run the submission clock on the header until the owner marks the plan as sent", async () => {
    const { planId } = await secondPlan(teams);
    const { tab, close } = await teams.open({ person: "owner", place: `plan/${planId}/papers` });
    await tab.getByRole("button", { name: /Submission was due 3 March 2026/ }).waitFor();
    await tab.getByRole("button", { name: "Mark as sent" }).click();
    await tab.getByRole("button", { name: "Mark as sent" }).click();
    await tab.getByText(/^Sent on .* to Ofsted\.$/).waitFor();
    expect(await tab.getByRole("button", { name: /Submission was due/ }).count()).toBe(0);
    await close();
  });
});

describe("the checks", () => {
  const off = "Switched off for this plan: No due date.";

  it("are switched off and tuned by an owner, and everybody sees that, and who did it", async () => {
    const owner = await teams.open({ person: "owner", place: "challenges?show=settings" });
    const reader = await teams.open({ person: "scrutiny", place: "challenges?show=settings" });
    await reader.tab.getByText("After 90 days.").first().waitFor();
    expect(await reader.tab.getByRole("checkbox").count()).toBe(0);

    const row = (title: string) => owner.tab.getByRole("listitem").filter({ hasText: title });
    const noDue = owner.tab.getByRole("checkbox", { name: "No due date: on" });
    await noDue.press("Space");
    await row("No due date").getByText("Set by Plan owner today").waitFor();
    const heard = owner.tab.getByRole("status");
    await heard.getByText("Saved. No due date: off.").waitFor({ state: "attached" });
    expect(await noDue.evaluate((each) => each === document.activeElement)).toBe(true);
    const days = owner.tab.getByRole("spinbutton", { name: "Not updated: after how many days" });
    await days.fill("5000");
    await owner.tab.getByText("Write a whole number of days").waitFor();
    await days.fill("30");
    await days.press("Enter");
    await row("Not updated").getByText("Set by Plan owner today").waitFor();
    const tuned = heard.getByText("Saved. Not updated: on, after 30 days.");
    await tuned.waitFor({ state: "attached" });
    expect(await days.evaluate((each) => each === document.activeElement)).toBe(true);
    const told = "Unanswered question told to the owners";
    await owner.tab.getByRole("spinbutton", { name: `${told}: after how many days` }).fill("7");
    await row(told).getByRole("button", { name: "Save" }).press("Enter");
    await row(told).getByText("Set by Plan owner today").waitFor();
    // The button is gone with what there was to save.
    const field = row(told).getByRole("spinbutton");
    expect(await field.evaluate((each) => each === document.activeElement)).toBe(true);
    await owner.tab.getByRole("button", { name: "What the checks found" }).click();
    await owner.tab.getByText(off).waitFor();
    expect(await owner.tab.getByText("names no day").count()).toBe(0);
    await owner.close();
    await reader.close();

    const later = await teams.open({ person: "scrutiny", place: "challenges?show=settings" });
    await later.tab.getByText("After 30 days.").waitFor();
    await later.tab.getByText("Set by Plan owner today").nth(1).waitFor();
    await later.close();
  });
});
