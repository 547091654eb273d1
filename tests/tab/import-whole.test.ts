import type { Frame, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { pdf, ruledTable, words } from "#tests/support/pdf-builder.ts";
import { type AFile, chooseFile, markdownFile } from "./support/a-file.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

async function choose(tab: Frame, chosen: AFile): Promise<void> {
  await chooseFile(tab, chosen);
  await tab.getByText("Nothing is saved yet.").waitFor();
}

async function openPlan(tab: Frame): Promise<void> {
  await tab.getByRole("heading", { name: "The document is in the plan" }).waitFor();
  await tab.getByRole("button", { name: "Open that plan" }).click();
  await tab.getByRole("button", { name: "Export" }).waitFor();
}

/** A layout whose headings say nothing that plans usually say. */
const southshire = (place: string) =>
  markdownFile(
    "southshire.md",
    "# Southshire safeguarding plan",
    "",
    "Rating key: Blue = completed; Green = on target; Amber = off target; Red = not started",
    "",
    "| Recommendation | Run from | Our undertaking | Held with | Ready | Where we are |",
    "| --- | --- | --- | --- | --- | --- |",
    `| 1.1 Know every child. | Southshire Trust | Keep a list. | Matron | 1 May 2027 | ${place} |`,
    "| 1.2 Ask every child. | Southshire Council | Ask them. | Clerk | 1 June 2027 | Begun. |",
  );

const meant = [
  ["Run from", "Agency"],
  ["Our undertaking", "Action"],
  ["Held with", "Lead officers and key personnel"],
  ["Ready", "Due date"],
  ["Where we are", "Progress"],
] as const;

describe("columns that nobody knows", () => {
  it("are said by the person, read again at once, and known in the next document", async () => {
    const { page, tab, close } = await teams.open({ person: "owner", place: "import" });
    await choose(tab, southshire("Half of it."));
    await tab.getByText("How its columns were read").click();
    for (const [heading, meaning] of meant) {
      const column = tab.getByRole("combobox", { name: `Column “${heading}”` });
      await column.focus();
      await column.selectOption({ label: meaning });
      await tab.getByText("Reading it again…").waitFor({ state: "hidden" });
      // The next column is corrected from where the reader is.
      expect(await column.evaluate((each) => each === document.activeElement)).toBe(true);
    }
    await tab.getByText("Found 2 recommendations and 2 actions.").waitFor();
    await tab.getByText("Keep a list.").first().waitFor();
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeFindings(tab)).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await tab.getByRole("button", { name: "Import as a new plan" }).click();
    await tab.getByText("What its columns mean is kept for the next document.").waitFor();
    await openPlan(tab);
    await tab.getByRole("button", { name: "Import" }).click();
    await choose(tab, southshire("All of it."));
    await tab.getByText("How its columns were read: 6 understood.").waitFor();
    await tab.getByRole("heading", { name: "New progress (1)" }).waitFor();
    await tab.getByText("All of it.").waitFor();
    await close();
  });
});

const ruledPlan: AFile = {
  name: "plan.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(
    pdf(
      [
        [
          words(40, 530, "ACTION PLAN", { size: 16, bold: true }),
          words(40, 500, "Recommendation 1.1", { size: 12, bold: true }),
          words(40, 485, "See every child in the fens."),
          ...ruledTable([40, 140, 300, 480, 580, 800], 470, [
            { cells: ["Agency", "Action", "Lead officer", "Date", "Progress"], bold: true },
            { cells: ["Fenland Trust", "Keep a list.", "Matron", "31 May 2027", "Begun."] },
            { cells: ["Fenland Trust", "Check it.", "Clerk", "30 June 2027", ""] },
          ]),
        ],
      ],
      { title: "Plan of Fenland" },
    ),
  ),
};

describe("a PDF", () => {
  it("is read in the browser and becomes a plan", async () => {
    const { tab, close } = await teams.open({ person: "owner", place: "import" });
    await choose(tab, ruledPlan);
    await tab.getByText("Found 1 recommendation and 2 actions.").waitFor();
    await tab.getByRole("button", { name: "Import as a new plan" }).click();
    await openPlan(tab);
    await tab.getByText("Check it.").first().waitFor();
    expect(await tab.getByText("Keep a list.").count()).toBeGreaterThan(0);
    await close();
  });
});

/** Slow enough to be stopped, and too busy for one request in four. */
function slowAndBusy(page: Page): Promise<unknown> {
  let asked = 0;
  return page.route(/_api\/(\$|%24)batch/i, async (route: Route) => {
    if (route.request().method() !== "POST") return route.continue();
    asked += 1;
    if (asked % 4 !== 0) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return route.continue();
    }
    const origin = route.request().headers()["origin"] ?? "*";
    return route.fulfill({
      status: 429,
      headers: {
        "retry-after": "1",
        "access-control-allow-origin": origin,
        "access-control-expose-headers": "Retry-After",
      },
    });
  });
}

const manyActions = markdownFile(
  "long.md",
  "# Long safeguarding plan",
  "",
  "| Recommendation | Agency | Action | Lead | Date |",
  "| --- | --- | --- | --- | --- |",
  ...Array.from(
    { length: 160 },
    (_, index) =>
      `| ${1 + Math.floor(index / 20)}.1 Part ${Math.floor(index / 20)}. | Wold Trust | Do thing ${index}. | Matron | 1 May 2027 |`,
  ),
);

describe("a long import while SharePoint is busy", () => {
  it("can be stopped and gone on with, and nothing is there twice", async () => {
    const { tab, close } = await teams.open({
      person: "owner",
      place: "import",
      prepare: slowAndBusy,
    });
    await choose(tab, manyActions);
    await tab.getByRole("button", { name: "Import as a new plan" }).click();
    await tab.getByText(/^\d+ of 160 actions saved\.$/).waitFor();
    await tab.getByRole("button", { name: "Stop" }).click();
    await tab.getByText("What is saved stays; going on adds what is missing").waitFor();
    expect(await axeFindings(tab)).toEqual([]);
    await tab.getByRole("button", { name: "Go on" }).click();
    await tab.getByText("8 recommendations and 160 actions are in the plan").waitFor();
    expect(await actionsOf("Long safeguarding plan")).toHaveLength(160);
    await close();
  });
});

/** What stands in the list of actions, asked for without the tab. */
async function actionsOf(title: string): Promise<readonly unknown[]> {
  const plan = (await rows(`Plans`, `Title eq '${title}'`))[0];
  return rows("Actions", `PlanId eq ${plan?.Id ?? 0}`);
}

async function rows(list: string, filter: string): Promise<readonly { readonly Id: number }[]> {
  const address = `${teams.sharePoint}/sites/plan/_api/web/lists/getbytitle('${list}')/items?$top=500&$select=Id,Title&$filter=${encodeURIComponent(filter)}`;
  const answer = await fetch(address, {
    headers: {
      authorization: `Bearer ${await teams.sharePointToken("owner")}`,
      accept: "application/json;odata=nometadata",
    },
  });
  const { value }: { value: { Id: number }[] } = await answer.json();
  return value;
}

const report = markdownFile(
  "review.md",
  "Review of services in Ferrishire",
  "",
  "Date of publication:\t5 th August 2026",
  "",
  "1. Early help",
  "",
  "1.1 The list of children is kept by hand and was out of date on the day we saw it.",
  "(Recommendation 2.1)",
  "",
  "1.2 Nobody checks the list. (Recommendation 4.7)",
  "",
  "Recommendations",
  "",
  "2. Ferrishire CCG and Ferrishire Hospitals should:",
  "",
  "- 2.1 Keep the list up to date. (See 1.1)",
  "- 2.2 Check the list.",
  "",
);

describe("a regulator's report", () => {
  it("keeps its findings, says which lead nowhere, and shows them behind a recommendation", async () => {
    const { tab, close } = await teams.open({ person: "owner", place: "import" });
    await choose(tab, report);
    await tab.getByText("Words that found no place in a row").click();
    await tab.getByText(/4\.7/).first().waitFor();
    await tab.getByRole("button", { name: "Import as a new plan" }).click();
    await tab.getByText("2 findings of the report stand behind them.").waitFor();
    await openPlan(tab);
    await tab.getByText("Keep the list up to date.").first().click();
    await tab.getByText("1 finding of the report behind it").click();
    await tab.getByText("was out of date on the day we saw it").waitFor();
    expect(await axeFindings(tab)).toEqual([]);
    await close();
  });
});
