import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { pdfWithEndlessFont } from "#tests/support/endless-font.ts";
import { chooseFile, markdownFile } from "./support/a-file.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** A small plan of our own, as a converter would leave it. */
const table = [
  "# Northshire safeguarding action plan",
  "",
  "Rating key: Blue = completed; Green = on target; Amber = off target; Red = not started",
  "",
  "| Recommendation | Agency | Action | Lead | Date | Progress |",
  "| --- | --- | --- | --- | --- | --- |",
  "| 1.1 Train all staff. | Northshire Trust | Train every nurse. | Named Nurse | 31 October 2026 / 30 April 2027 | Half are trained. |",
  "| 1.2 Write the pathway. | Northshire Council | Write it down. | | In due course | |",
  "| 1.3 Ask children. | Northshire Trust | Ask them. | Matron | 1 May 2027 | Seen: 943 476 5919 |",
].join("\n");

describe("importing a document", () => {
  it("shows what was understood, soundly at every width, and makes a plan of what was decided", async () => {
    const { page, tab, close } = await teams.open({ person: "owner", place: "import" });
    await chooseFile(tab, markdownFile("northshire.md", table));
    await tab.getByText("Nothing is saved yet.").waitFor();
    await tab.getByText("Two dates").waitFor();
    await tab.getByText("May identify a patient").waitFor();
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeFindings(tab)).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await tab
      .getByRole("combobox", { name: /^Due date of: Train every nurse/ })
      .selectOption("2026-10-31");
    await tab.getByRole("button", { name: "Import as a new plan" }).click();
    await tab.getByRole("heading", { name: "The document is in the plan" }).waitFor();
    await tab.getByRole("button", { name: "Open that plan" }).click();
    await tab.getByText("Train every nurse.").first().waitFor();
    await tab.getByText("31 Oct 2026").first().waitFor();
    expect(await tab.getByText("943 476 5919").count()).toBe(0);
    await close();
  });

  it("says in a sentence why a file can't be read, and offers another", async () => {
    const { tab, close } = await teams.open({ person: "owner", place: "import" });
    await chooseFile(tab, {
      name: "x.docx",
      mimeType: "application/zip",
      buffer: Buffer.from("PK\u0003\u0004 no zip"),
    });
    await tab.getByRole("alert").waitFor();
    expect(await tab.getByRole("alert").textContent()).toContain("Nothing was saved.");
    await chooseFile(tab, markdownFile("northshire.md", table));
    await tab.getByText("Nothing is saved yet.").waitFor();
    await close();
  });

  it("ends the reading of a file that would hold it for ever, and says so", async () => {
    const { tab, close } = await teams.open({ person: "owner", place: "import" });
    await chooseFile(tab, {
      name: "endless.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(pdfWithEndlessFont()),
    });
    await tab.getByRole("alert").waitFor();
    expect(await tab.getByRole("alert").textContent()).toContain("it takes too long");
    await chooseFile(tab, markdownFile("northshire.md", table));
    await tab.getByText("Nothing is saved yet.").waitFor();
    await close();
  });

  it("is not offered to somebody who may only read", async () => {
    const reader = await teams.open({ person: "scrutiny" });
    await reader.tab.getByRole("button", { name: "Export" }).waitFor();
    expect(await reader.tab.getByRole("button", { name: "Import" }).count()).toBe(1);
    await reader.close();
  });
});

describe("exporting the plan", () => {
  it("gives a Word document that says what the plan says", async () => {
    const { page, tab, close } = await teams.open({ person: "scrutiny", place: "plan/1/export" });
    expect(await axeFindings(tab)).toEqual([]);
    const download = page.waitForEvent("download");
    await tab.getByRole("button", { name: "Make the document" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.docx$/);
    const { readPlanDocument } = await import("#documents/read-plan-document.ts");
    const read = await readPlanDocument(new Uint8Array(readFileSync(await file.path())));
    expect(read.recommendations.length).toBeGreaterThan(10);
    await tab.getByText("is in your downloads").waitFor();
    await close();
  });

  it("comes back unchanged: nothing of our own document is new", async () => {
    const { page, tab, close } = await teams.open({ person: "owner", place: "export" });
    const download = page.waitForEvent("download");
    await tab.getByRole("button", { name: "Make the document" }).click();
    const path = join(await (await download).path());
    const file = {
      name: "plan.docx",
      mimeType: "application/octet-stream",
      buffer: readFileSync(path),
    };
    await tab.getByRole("button", { name: "Back to the plan" }).click();
    await tab.getByRole("button", { name: "Import" }).click();
    await chooseFile(tab, file);
    await tab.getByText(/say the same in the document and in the plan/).waitFor();
    expect(
      await tab.getByRole("button", { name: "Take it over" }).getAttribute("aria-disabled"),
    ).toBe("true");
    await close();
  });
});
