import { parse } from "csv-parse/browser/esm/sync";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { writeCsvPlan } from "#documents/write/write-csv-plan.ts";
import { aPlanToWrite, theSamplePlan } from "#tests/support/a-plan-to-write.ts";

describe("the plan as CSV", () => {
  it("begins with the mark by which Excel knows UTF-8", () => {
    expect(writeCsvPlan(aPlanToWrite()).subarray(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
  });

  it("is what RFC 4180 says: quoted, parted by commas, ended by CRLF, every line as long", () => {
    const text = new TextDecoder().decode(writeCsvPlan(theSamplePlan()));
    const rows: string[][] = parse(text, { bom: true, record_delimiter: "\r\n" });
    expect(rows).toHaveLength(46);
    expect(text.endsWith('"\r\n')).toBe(true);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''=1", "＝1+1", "－1"])(
    "keeps %j from becoming a formula, and reads it back as it was",
    async (typed) => {
      const bytes = writeCsvPlan(aPlanToWrite({ action: { text: typed } }));
      expect(new TextDecoder().decode(bytes)).toContain(`"'${typed}"`);
      const { recommendations } = await readPlanDocument(bytes);
      expect(recommendations[0]?.actions[0]?.text).toBe(typed);
    },
  );

  it("reads back where its first action alone is longer than what shows how values are parted", async () => {
    const progressAsPrinted = "Seen, and asked again.\n".repeat(3000).trim();
    const bytes = writeCsvPlan(aPlanToWrite({ action: { progressAsPrinted } }));
    const { recommendations } = await readPlanDocument(bytes);
    expect(recommendations[0]?.actions[0]?.progress).toBe(progressAsPrinted);
  });

  it.each([0, 1, 2, 3])(
    "reads back wherever the first that is looked at ends (%i)",
    async (more) => {
      const progressAsPrinted = `${'a "b" '.repeat(2430)}${"c".repeat(more)}`.trim();
      const bytes = writeCsvPlan(aPlanToWrite({ action: { progressAsPrinted } }));
      const { recommendations } = await readPlanDocument(bytes);
      expect(recommendations[0]?.actions[0]?.progress).toBe(progressAsPrinted);
    },
  );
});
