import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { DocumentAction, DocumentRecommendation } from "#documents/plan-document.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { wordsOf } from "#tests/support/plan-table-words.ts";

const samples = new URL("../../../../shared/samples/", import.meta.url);
const isThere = existsSync(samples);
if (!isThere) process.stdout.write("Skipped: the shared samples are not on this machine.\n");

const bytesOf = async (form: string) =>
  new Uint8Array(await readFile(new URL(`rotherham.${form}`, samples)));
const read = async (form: string) => readPlanDocument(await bytesOf(form));

/** Line ends are lost in some forms, and with them where one name ends and the next begins. */
const plain = (value: string | readonly string[] | undefined = "") =>
  (typeof value === "string" ? value : value.join(" "))
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();

const ofRecommendation = ["ref", "text", "paragraphs", "outcome", "anticipatedEvidence"] as const;
const ofAction = ["agency", "text", "leads", "due", "progress", "rating"] as const;

/** What one form says otherwise than the Word document, and of how many fields. */
function compare(
  expected: readonly DocumentRecommendation[],
  actual: readonly DocumentRecommendation[],
) {
  const fields = expected.flatMap((one, at) => {
    const other = actual[at];
    return [
      ...ofRecommendation.map((name) => [plain(one[name]), plain(other?.[name])]),
      ...one.actions.flatMap((action, index) => pairs(action, other?.actions[index])),
    ];
  });
  const different = fields.filter(([one, other]) => one !== other);
  return { share: different.length / fields.length };
}

function pairs(one: DocumentAction, other: DocumentAction | undefined): string[][] {
  return ofAction.map((name) => [plain(one[name]), plain(other?.[name])]);
}

describe.skipIf(!isThere)("Rotherham's composite plan in other forms than Word", () => {
  it.each([
    ["xlsx", 0],
    ["csv", 0],
    ["pdf", 0],
    ["txt", 0.02],
  ] as const)("says the same as %s", async (form, allowed) => {
    const [word, { kind, recommendations }] = [await read("docx"), await read(form)];
    expect(kind).toBe("plan");
    expect(recommendations.map(({ actions }) => actions.length)).toEqual(
      word.recommendations.map(({ actions }) => actions.length),
    );
    const { share } = compare(word.recommendations, recommendations);
    expect(share).toBeLessThanOrEqual(allowed);
  });

  it("has its dates and its key in front, in each", async () => {
    for (const form of ["xlsx", "csv", "txt", "pdf"]) {
      const { plan } = await read(form);
      expect(plan).toMatchObject({
        inspectionFrom: "2015-02-23",
        inspectionTo: "2015-02-27",
        published: "2015-07-14",
      });
      expect(plan.ratingScheme).toHaveLength(4);
    }
  });

  it("loses no word as values or as text", async () => {
    for (const form of ["csv", "txt"]) {
      const bytes = await bytesOf(form);
      const said = new Set(wordsOf(JSON.stringify(await read(form))));
      const lost = tableLines(new TextDecoder().decode(bytes), form).filter(
        (word) => !said.has(word),
      );
      expect(lost).toEqual([]);
    }
  });
});

const labels = new Set(["recommendation", "see", "outcome", "anticipated", "evidence", "version"]);

/** The words of all of a CSV, and of all lines with tabs of a text that are not its table of contents. */
function tableLines(text: string, form: string): string[] {
  const lines = text.split("\n").filter((line) => form === "csv" || /\t.*\D/.test(line));
  return lines
    .filter((line) => !/^[^\t]+\t\d+\s*$/.test(line))
    .map((line) => line.replaceAll(/<[^>]*>/g, " ").replaceAll(/\b(\d+) (st|nd|rd|th)\b/g, "$1$2"))
    .flatMap(wordsOf)
    .filter((word) => !labels.has(word));
}
