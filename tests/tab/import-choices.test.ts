import { readFileSync } from "node:fs";
import type { Frame, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { withPart } from "#tests/support/package-parts.ts";
import { type AFile, chooseFile, markdownFile } from "./support/a-file.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const table = (name: string, title: string, rows: readonly string[]): AFile =>
  markdownFile(
    name,
    `# ${title}`,
    "",
    "| Recommendation | Agency | Action | Lead | Date | Progress |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  );

async function choose(tab: Frame, chosen: AFile): Promise<void> {
  await chooseFile(tab, chosen);
  await tab.getByText(/^Found .* Nothing is saved yet\.$/).waitFor();
}

const fenland = (progress: string) =>
  table("fenland.md", "Fenland safeguarding plan", [
    `| 1.1 See every child. | Fenland Trust | Keep a list. | Matron | In due course | ${progress} |`,
    "| 1.2 Ask every child. | | Ask them, as with the child born 12/03/2014. | Clerk | 1 June 2027 | |",
  ]);

describe("a document with something to put right", () => {
  it("takes a day and an agency that the person gives, and asks before it saves a date of birth", async () => {
    const { page, tab, close } = await teams.open({ person: "owner", place: "import" });
    await choose(tab, fenland("Begun."));
    await tab.getByText("“In due course”", { exact: true }).waitFor();
    await tab.getByLabel("Due date of: Keep a list.").fill("2027-05-31");
    await tab.getByText("31 May 2027").waitFor();
    await tab.getByLabel(/^Agency of: Ask them/).selectOption("Fenland Trust");
    await tab.locator("summary", { hasText: "Progress" }).click();
    await tab.getByText("Begun.").waitFor();
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeFindings(tab)).toEqual([]);
      expect(await isTooWide(tab)).toBe(false);
    }
    await tab.getByRole("button", { name: "Import as a new plan" }).click();
    await tab.getByText("There seems to be a date of birth").waitFor();
    expect(await tab.getByRole("progressbar").count()).toBe(0);
    expect(await axeFindings(tab)).toEqual([]);
    await tab.getByRole("button", { name: "Save anyway" }).click();
    await tab.getByText("2 recommendations and 2 actions are in the plan").waitFor();
    await page.setViewportSize({ width: 1440, height: 900 });
    await tab.getByRole("button", { name: "Open that plan" }).click();
    await tab.getByText("31 May 2027").first().waitFor();
    expect(await tab.getByText("Fenland Trust").count()).toBeGreaterThan(1);
    await close();
  });

  it("goes into another plan than the one that is open where the person says so", async () => {
    const { tab, close } = await teams.open({ person: "owner", place: "plan/1/import" });
    await choose(tab, fenland("All of them are seen."));
    const into = tab.getByRole("combobox", { name: "Where it goes" });
    await into.selectOption({ label: "Into “Fenland safeguarding plan”" });
    await tab.getByText("1 action says the same").waitFor();
    await tab.getByText("All of them are seen.").waitFor();
    await tab.getByRole("button", { name: "Take it over" }).click();
    await tab.getByRole("button", { name: "Save anyway" }).click();
    await tab.getByRole("button", { name: "Open that plan" }).click();
    const title = tab.getByRole("heading", { name: "Fenland safeguarding plan" });
    await title.waitFor();
    expect(new URL(tab.url()).searchParams.get("plan")).not.toBe("1");
    await close();
  });
});

function isTooWide(tab: Frame): Promise<boolean> {
  return tab.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}

const many = table(
  "wold.md",
  "Wold safeguarding plan",
  Array.from(
    { length: 100 },
    (_, at) =>
      `| ${1 + Math.floor(at / 20)}.1 Part ${Math.floor(at / 20)}. | Wold Trust | Do thing ${at}. | Matron | 1 May 2027 | |`,
  ),
);

/** The last of them is never answered: the window is closed on it. */
function stopBeforeTheLast(page: Page): Promise<unknown> {
  return page.route(/_api\/(\$|%24)batch/i, async (route: Route) => {
    if (!route.request().postData()?.includes("Do thing 99.")) await route.continue();
  });
}

describe("an import that the window was closed on", () => {
  it("is gone on with when the same document is chosen again, and nothing is there twice", async () => {
    const first = await teams.open({
      person: "owner",
      place: "plan/1/import",
      prepare: stopBeforeTheLast,
    });
    await choose(first.tab, many);
    await first.tab.getByRole("button", { name: "Import as a new plan" }).click();
    await first.tab.getByText(/^50 of 100 actions saved\.$/).waitFor();
    await first.close();
    const { tab, close } = await teams.open({ person: "owner", place: "plan/1/import" });
    await choose(tab, many);
    await tab.getByRole("button", { name: "Import as a new plan" }).click();
    const said = tab.getByText("5 recommendations and 100 actions are in the plan");
    const [, added = ""] =
      /(\d+) of them were added now/.exec((await said.textContent()) ?? "") ?? [];
    expect(Number(added)).toBeGreaterThan(0);
    expect(Number(added)).toBeLessThan(105);
    await close();
  });
});

describe("an agency's part", () => {
  it("comes back from the agency as its own progress, once", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-a", place: "plan/1/export" });
    await tab.getByLabel("Of", { exact: true }).selectOption("QCMH");
    const download = page.waitForEvent("download");
    await tab.getByRole("button", { name: "Make the document" }).click();
    const part = readFileSync(await (await download).path());
    const filled = withPart(part, "word/document.xml", (xml) =>
      xml.replace(
        /<w:p>(?:(?!<w:p>).)*?\d{4}, QCMH \(/s,
        (before) => `<w:p><w:r><w:t>Posters are up.</w:t></w:r></w:p>${before}`,
      ),
    );
    const file = { name: "qcmh.docx", mimeType: "application/zip", buffer: Buffer.from(filled) };
    await tab.getByRole("button", { name: "Back to the plan" }).click();
    await tab.getByRole("button", { name: "Import" }).click();
    await choose(tab, file);
    await tab.getByRole("heading", { name: "New progress (1)" }).waitFor();
    await tab.getByText("It will be a progress update of QCMH").waitFor();
    await tab.getByRole("button", { name: "Take it over" }).click();
    await tab.getByText("1 progress update stated for your agency.").waitFor();
    await tab.getByRole("button", { name: "Import another document" }).click();
    await choose(tab, file);
    await tab.getByText(/^\d+ actions say the same/).waitFor();
    const again = tab.getByRole("button", { name: "Take it over" });
    expect(await again.getAttribute("aria-disabled")).toBe("true");
    await close();
  });
});
