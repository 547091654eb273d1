import { strFromU8, unzipSync } from "fflate";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { cell, docx, type Markup, paragraph, row, table } from "#tests/support/docx-builder.ts";
import { marlshirePlan, planDocument } from "#tests/support/plan-document.ts";
import { planTableWords, wordsOf } from "#tests/support/plan-table-words.ts";

describe("a whole composite plan", () => {
  it("is read as it was written", async () => {
    const { plan, recommendations, problems } = await readPlanDocument(planDocument());
    const written = marlshirePlan.flatMap((group) => group.recommendations);
    expect(plan).toMatchObject({
      title: "Review of Services for Children in Marlshire: ACTION PLAN",
      inspectionFrom: "2026-02-02",
      inspectionTo: "2026-02-06",
      published: "2026-03-16",
      submissionDue: "2026-04-15",
    });
    expect(recommendations).toMatchObject(
      written.map(({ ref, text, outcome, evidence, actions }) => ({
        ref,
        text,
        outcome,
        anticipatedEvidence: evidence,
        actions: actions.map((action) => ({ text: action.text, dueText: action.due })),
      })),
    );
    expect(problems).toEqual([]);
  });

  it("names the agencies of a cell however it lists them", async () => {
    const { recommendations } = await readPlanDocument(planDocument());
    const named = recommendations.flatMap(({ actions }) => actions);
    const agenciesOf = (agency: string) => named.find((each) => each.agency === agency)?.agencies;
    expect(agenciesOf("MICB/MCC")).toEqual(["MICB", "MCC"]);
    expect(agenciesOf("MICB, MCC and Marlshire Police")).toEqual([
      "MICB",
      "MCC",
      "Marlshire Police",
    ]);
    expect(agenciesOf("MVH Emergency Department")).toEqual(["MVH"]);
  });

  it("keeps a date as printed beside the days it names", async () => {
    const { recommendations } = await readPlanDocument(planDocument());
    const dates = recommendations.flatMap(({ actions }) =>
      actions.map(({ dueText, due }) => [dueText, due]),
    );
    expect(dates).toEqual(
      expect.arrayContaining([
        ["31 October 2026\n30 April 2027", ["2026-10-31", "2027-04-30"]],
        ["September 2026", ["2026-09"]],
        ["Immediate", []],
      ]),
    );
  });

  it("can be read from inside a larger buffer", async () => {
    const bytes = planDocument();
    const larger = new Uint8Array(bytes.length + 200);
    larger.set(bytes, 100);
    const { recommendations } = await readPlanDocument(larger.subarray(100, 100 + bytes.length));
    expect(recommendations).toHaveLength(6);
  });
});

describe("no word of a plan's table", () => {
  it("is lost, whatever stands in its cells and however they are merged", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (rows) => {
        const bytes = docx([
          paragraph("Recommendation 1", { style: "Heading2" }),
          table([row(["Agency", "Action", "Lead officer", "By when", "Cost"]), ...rows]),
        ]);
        const result = new Set(wordsOf(JSON.stringify(await readPlanDocument(bytes))));
        const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
        expect(planTableWords(xml).filter((word) => !result.has(word))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

const phrases = [
  "",
  "Outcome: alpha",
  "Recommendation 2\nbravo",
  "Recommendation 3.1: charlie (See 4.5)",
  "(See 6.7 8.9)",
  "Anticipated Evidence:\ndelta",
  "Theme: echo",
  "Timescale: within 9 weeks",
  "Immediate",
  "foxtrot\ngolf",
  "and hotel",
  "India/Juliett and Kilo",
  "31 February 2026",
  "1 May 2026",
  "12. Lima",
  "Agency",
  "Action",
];
const text = fc.constantFrom(...phrases);
const anyCell = fc
  .tuple(
    text,
    fc.boolean(),
    fc.constantFrom<"begins" | "goes on" | undefined>("begins", "goes on", undefined),
  )
  .map(([words, bold, merge]) => cell(words, { bold, ...(merge && { merge }) }));
const anyRow: fc.Arbitrary<Markup> = fc.oneof(
  fc.array(anyCell, { minLength: 5, maxLength: 5 }).map((cells) => row(cells)),
  text.map((words) => row([cell(words, { span: 5 })])),
  fc.tuple(text, text).map(([label, words]) => row([label, cell(words, { span: 4 })])),
  fc.array(anyCell, { minLength: 1, maxLength: 7 }).map((cells) => row(cells)),
);
const anyTable = fc.array(anyRow, { minLength: 1, maxLength: 6 });
