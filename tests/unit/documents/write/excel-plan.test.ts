import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { writeExcelPlan } from "#documents/write/write-excel-plan.ts";
import { aDisputedRecord, aPlanToWrite, theSamplePlan } from "#tests/support/a-plan-to-write.ts";
import { partOf } from "#tests/support/package-parts.ts";

const actionsSheet = async (plan = aPlanToWrite()) =>
  partOf(await writeExcelPlan(plan), "xl/worksheets/sheet2.xml");

describe("the plan in Excel", () => {
  it("is XML that any parser takes, whatever was typed", async () => {
    const typed = "\u0000\u0007]]> <f>1+1</f> &amp; \uD83D \uFFFE";
    const parts = unzipSync(
      await writeExcelPlan(aPlanToWrite({ title: typed, action: { text: typed } })),
    );
    for (const part of Object.values(parts)) {
      expect(() => new SaxesParser({ xmlns: true }).write(strFromU8(part)).close()).not.toThrow();
    }
  });

  it("has one action a row under a heading that stays in sight and filters", async () => {
    const bytes = await writeExcelPlan(theSamplePlan());
    const xml = partOf(bytes, "xl/worksheets/sheet2.xml");
    expect(xml.match(/<row /g)).toHaveLength(46);
    expect(xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(xml).toContain('<autoFilter ref="A1:Y46"/>');
    expect(partOf(bytes, "xl/workbook.xml")).toContain("'Actions'!$A$1:$Y$46</definedName>");
  });

  it("offers the names of the plan's ratings in the columns for them", async () => {
    const xml = await actionsSheet(theSamplePlan());
    const lists = [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]+)"[^>]*><formula1>([^<]*)/g)];
    expect(lists.map(([, range]) => range)).toEqual(["S2:S46", "T2:T46", "U2:U46"]);
    expect(lists[0]?.[2]).toBe('"Blue,Green,Amber,Red,Not rated,Not applicable"');
  });

  it("keeps the order of elements that Excel insists on", async () => {
    const xml = await actionsSheet(theSamplePlan());
    const order = [
      ...xml.matchAll(
        /<(sheetViews|cols|sheetData|autoFilter|conditionalFormatting|dataValidations|pageMargins|pageSetup)\b/g,
      ),
    ];
    const names = order.map(([, name]) => name);
    expect([...new Set(names)]).toEqual([
      "sheetViews",
      "cols",
      "sheetData",
      "autoFilter",
      "conditionalFormatting",
      "dataValidations",
      "pageMargins",
      "pageSetup",
    ]);
    expect(names.lastIndexOf("conditionalFormatting")).toBeLessThan(
      names.indexOf("dataValidations"),
    );
  });

  it("writes a day as a day, and words about a day as words", async () => {
    const dayCell = /<c r="L2"[^>]*><v>46203<\/v>/;
    expect(await actionsSheet()).toMatch(dayCell);
    const words = aPlanToWrite({ action: { dueAsPrinted: "Complete by 30 June 2026" } });
    expect(await actionsSheet(words)).toMatch(/<c r="L2"[^>]* t="s">/);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("keeps %j a text", async (typed) => {
    const bytes = await writeExcelPlan(aPlanToWrite({ action: { text: typed } }));
    expect(partOf(bytes, "xl/worksheets/sheet2.xml")).not.toContain("<f>");
    const { recommendations } = await readPlanDocument(bytes);
    expect(recommendations[0]?.actions[0]?.text).toBe(typed.trim());
  });

  it("lets a text that no cell of Excel holds go on in a column beside it, and reads it back whole", async () => {
    const progressAsPrinted = Array.from(
      { length: 900 },
      (_, at) => `${at}: ${"=_x0041_ ".repeat(9)}end`,
    );
    const typed = progressAsPrinted.join("\n");
    const bytes = await writeExcelPlan(aPlanToWrite({ action: { progressAsPrinted: typed } }));
    const cells = [...partOf(bytes, "xl/sharedStrings.xml").matchAll(/<t[^>]*>([^<]*)<\/t>/g)];
    expect(Math.max(...cells.map(([, text = ""]) => text.length))).toBeLessThan(32_768);
    const { recommendations, problems } = await readPlanDocument(bytes);
    expect(recommendations[0]?.actions[0]?.progress).toBe(typed);
    expect(problems).toEqual([]);
  });

  it("says what the agency proposed and what the group agreed, and takes neither for another rating", async () => {
    const bytes = await writeExcelPlan(aPlanToWrite({ record: aDisputedRecord }));
    const strings = partOf(bytes, "xl/sharedStrings.xml");
    expect(strings).toContain("Agreed by peer-challenge group");
    expect(strings).toContain("Register (activity) https://evidence.example/register");
    const action = (await readPlanDocument(bytes)).recommendations[0]?.actions[0];
    expect(action).toMatchObject({ rating: "Amber" });
    expect(action?.notes).toBeUndefined();
  });
});
