import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";

const samples = new URL("../../../../shared/samples/", import.meta.url);
const isThere = existsSync(samples);
if (!isThere) process.stdout.write("Skipped: the shared samples are not on this machine.\n");

const read = async (name: string) =>
  readPlanDocument(new Uint8Array(await readFile(new URL(name, samples))));
const plain = (value: unknown) =>
  JSON.stringify(value)
    .replaceAll(/\\n|\s+/g, " ")
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[“”]|\\"/g, "''")
    .replaceAll(/ ?([,.;)]) ?/g, "$1");

describe.skipIf(!isThere)("Leicester City's report", () => {
  it.each(["docx", "txt", "pdf"])(
    "has 59 recommendations in 11 groups, and 77 findings with 82 references, in %s",
    async (form) => {
      const { kind, recommendations, findings } = await read(`leicester-city.${form}`);
      expect(kind).toBe("report");
      const groups = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
      const counts = [2, 21, 16, 6, 2, 4, 1, 1, 1, 4, 1];
      expect(recommendations.map(({ ref }) => ref)).toEqual(
        groups.flatMap((group, at) =>
          Array.from({ length: counts[at] ?? 0 }, (_, index) => `${group}.${index + 1}`),
        ),
      );
      expect(new Set(recommendations.map(({ addressees }) => addressees.join())).size).toBe(11);
      expect(recommendations.every(({ addressees }) => addressees.length > 0)).toBe(true);
      expect(findings).toHaveLength(77);
      expect(findings.flatMap((finding) => finding.recommendations)).toHaveLength(82);
    },
  );

  it("names the one reference that points nowhere", async () => {
    for (const form of ["docx", "txt", "pdf"]) {
      const { problems } = await read(`leicester-city.${form}`);
      expect(problems.filter(({ where }) => where.startsWith("Finding"))).toEqual([
        { where: "Finding 3.10", what: expect.stringContaining("4.7") },
      ]);
    }
  });

  it.each(["txt", "pdf"])("says the same in Word and in %s", async (form) => {
    const [word, other] = [await read("leicester-city.docx"), await read(`leicester-city.${form}`)];
    expect(plain(other.recommendations)).toBe(plain(word.recommendations));
    expect(plain(other.findings)).toBe(plain(word.findings));
  });
});

describe.skipIf(!isThere)("the scrutiny committees' questions", () => {
  it.each(["docx", "txt"])(
    "are 24, with agency, recommendations and rating, in %s",
    async (form) => {
      const { kind, questions } = await read(`scrutiny-questions.${form}`);
      expect(kind).toBe("questions");
      expect(questions).toHaveLength(24);
      expect(new Set(questions.map(({ agency }) => agency)).size).toBe(6);
      expect(questions.filter(({ ratingStated }) => ratingStated !== undefined)).toHaveLength(19);
      expect(questions.find(({ recommendations }) => recommendations.length === 4)).toMatchObject({
        recommendations: ["1.1", "1.2", "2.1", "3.1"],
        ratingStated: "Green, Not Applicable",
      });
    },
  );
});
