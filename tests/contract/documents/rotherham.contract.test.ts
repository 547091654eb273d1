import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { PlanDocument } from "#documents/plan-document.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { planTableWords, wordsOf } from "#tests/support/plan-table-words.ts";

const samples = new URL("../../../../shared/samples/", import.meta.url);
const isThere = existsSync(samples);
if (!isThere) process.stdout.write("Skipped: the shared samples are not on this machine.\n");

const bytesOf = async (name: string) => new Uint8Array(await readFile(new URL(name, samples)));

describe.skipIf(!isThere)("Rotherham's composite plan in Word", () => {
  it("has 24 recommendations, 93 actions, 7 versions and the BRAG key", async () => {
    const { plan, recommendations } = await readPlanDocument(await bytesOf("rotherham.docx"));
    const under = { 1: 1, 2: 5, 3: 6, 4: 12 };
    expect(recommendations.map(({ ref }) => ref)).toEqual(
      Object.entries(under).flatMap(([group, count]) =>
        Array.from({ length: count }, (_, index) => `${group}.${index + 1}`),
      ),
    );
    expect(recommendations.flatMap(({ actions }) => actions)).toHaveLength(93);
    expect(plan.versions?.map(({ number }) => number)).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
    expect(plan.ratingScheme?.map(({ name, meaning }) => [name, meaning])).toEqual([
      ["Blue", "complete"],
      ["Green", "on-target"],
      ["Amber", "off-target"],
      ["Red", "not-started"],
    ]);
  });

  it("says who inspected when, when it was published, and when the plan is due", async () => {
    const { plan } = await readPlanDocument(await bytesOf("rotherham.docx"));
    expect(plan).toMatchObject({
      regulator: "Care Quality Commission",
      inspectionFrom: "2015-02-23",
      inspectionTo: "2015-02-27",
      published: "2015-07-14",
      submissionDue: "2015-08-11",
    });
    expect(plan.title).toMatch(/^Review of Health Services .* Rotherham/);
  });

  it("is rated nowhere, because its colours were lost", async () => {
    const { recommendations } = await readPlanDocument(await bytesOf("rotherham.docx"));
    const actions = recommendations.flatMap((recommendation) => recommendation.actions);
    expect(actions.filter(({ rating }) => rating !== undefined)).toEqual([]);
  });

  it("says in every field what the same plan says as CSV", async () => {
    const read = await readPlanDocument(await bytesOf("rotherham.docx"));
    const expected = csvRecords(new TextDecoder().decode(await bytesOf("rotherham.csv")));
    expect(differences(read, expected)).toEqual([]);
  });

  it("loses no word of any table", async () => {
    const bytes = await bytesOf("rotherham.docx");
    const result = new Set(wordsOf(JSON.stringify(await readPlanDocument(bytes))));
    const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
    expect(planTableWords(xml).filter((word) => !result.has(word))).toEqual([]);
  });
});

const plain = (text = "") => text.replaceAll(/\s+/g, " ").trim();

/** The columns of the CSV: ref, text, see, outcome, agency, action, leads, date, progress, evidence. */
function differences(read: PlanDocument, records: readonly (readonly string[])[]): string[] {
  const actions = read.recommendations.flatMap((recommendation) =>
    recommendation.actions.map((action, index) => ({ recommendation, action, first: index === 0 })),
  );
  let agency = "";
  return records.flatMap((record, index) => {
    const said = actions[index];
    if (!said) return [`No action ${index + 1}`];
    agency = record[4] || agency;
    const pairs = [
      [said.action.agency, agency],
      [said.action.text, record[5]],
      [said.action.leads.join("\n"), record[6]],
      [said.action.dueText, datePrinted(record[7]) ?? said.action.dueText],
      [said.action.progress, record[8]],
      ...(said.first
        ? [
            [said.recommendation.ref, record[0]],
            [said.recommendation.text, record[1]],
            [said.recommendation.outcome, record[3]],
            [said.recommendation.anticipatedEvidence, record[9]],
          ]
        : []),
    ];
    return pairs.flatMap(([one, other]) =>
      plain(one) === plain(other) ? [] : [`${plain(one)} ≠ ${plain(other)}`],
    );
  });
}

/** The CSV has some dates as a workbook made them: those say nothing of how they were printed. */
function datePrinted(cell = ""): string | undefined {
  return /^\d\d\/\d\d\/\d{4}$|^\w{3}-\d\d$/.test(cell) ? undefined : cell;
}

/** The rows of actions: after the heading row, without the rows over several recommendations. */
function csvRecords(text: string): string[][] {
  const records = [...text.matchAll(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g)].map(([line]) =>
    [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
      (quoted?.replaceAll('""', '"') ?? bare ?? "").replaceAll(/<\/?\w+>/g, ""),
    ),
  );
  const heading = records.findIndex((record) => record[0] === "Rec No.");
  return records.slice(heading + 1).filter((record) => !record[0]?.startsWith("Recommendation"));
}
