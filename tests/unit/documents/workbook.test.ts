import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { UnreadableDocumentError } from "#documents/unreadable-document-error.ts";
import { sheet, type SheetCell, xlsx } from "#tests/support/xlsx-builder.ts";

const headings = ["Rec No.", "Recommendation", "Agency", "Action", "Lead", "Due date", "RAG"];
const read = (rows: readonly (readonly SheetCell[])[], merged: readonly string[] = []) =>
  readPlanDocument(xlsx([sheet(rows, { name: "Plan", merged })]));

/** The one action of a row that ends with this date and this rating. */
async function actionOf(due: SheetCell, rating?: SheetCell) {
  const row = ["1", "Know the children", "MVH", "Make a list", "Clerk", due, rating];
  const { recommendations } = await read([headings, row]);
  return recommendations[0]?.actions[0];
}

const rated = async (rating: SheetCell) => (await actionOf("", rating))?.rating;

const rowsUnder = (line: string) => [
  headings,
  [line],
  ["1.1", "Know the children", "MVH", "Make a list", "Clerk", "1 May 2026"],
];

const reasonOf = (bytes: Uint8Array): Promise<unknown> =>
  readPlanDocument(bytes).then(
    () => "none",
    (cause: unknown) => (cause instanceof UnreadableDocumentError ? cause.reason : cause),
  );
const withSheet = (xml: string) =>
  xlsx([
    {
      xml: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${xml}</worksheet>`,
    },
  ]);

describe("a workbook's plan", () => {
  it("carries merged cells down and stands under the lines above its headings", async () => {
    const { plan, recommendations, problems } = await read(
      [
        [{ value: "Marlshire: ACTION PLAN", style: "bold" }],
        ["Care Quality Commission review, report published 16 March 2026"],
        ["BRAG: BLUE = Completed. GREEN = On target. AMBER = Delayed. RED = Not yet started."],
        [],
        headings,
        ["1.1", "Know the children", "MVH", "Make a list", "Clerk\nMatron", "1 May 2026"],
        [undefined, undefined, undefined, "Print the list", "Clerk", "2 May 2026"],
      ],
      ["A1:G1", "A6:A7", "B6:B7", "C6:C7"],
    );
    expect(plan).toMatchObject({ title: "Marlshire: ACTION PLAN", published: "2026-03-16" });
    expect(plan).not.toHaveProperty("submissionDue");
    expect(plan.ratingScheme?.map(({ meaning }) => meaning)).toEqual([
      "complete",
      "on-target",
      "off-target",
      "not-started",
    ]);
    expect(recommendations).toMatchObject([
      {
        ref: "1.1",
        text: "Know the children",
        actions: [
          { agency: "MVH", text: "Make a list", leads: ["Clerk", "Matron"] },
          { agency: "MVH", text: "Print the list", due: ["2026-05-02"] },
        ],
      },
    ]);
    const places = ["Sheet “Plan”, row 2", "Sheet “Plan”, row 3"];
    expect(problems.map(({ where }) => where)).toEqual(places);
  });

  it("takes a line in the first cell, merged or not, for what stands across the table", async () => {
    const addressed = await read(rowsUnder("Recommendation 1 - Marl CCG (MCC) and Police:"));
    expect(addressed.recommendations).toMatchObject([
      { ref: "1.1", addressees: ["Marl CCG (MCC)", "Police"] },
    ]);
    const themed = await read(rowsUnder("Early help"), ["A2:G2"]);
    expect(themed.recommendations).toMatchObject([{ ref: "1.1", theme: "Early help" }]);
  });

  it("shows days as they are formatted, and whole where the format would mislead", async () => {
    const serial = 42216; // 31 July 2015
    expect(await actionOf({ value: serial, style: "date" })).toMatchObject({
      dueText: "31/07/2015",
      due: ["2015-07-31"],
    });
    expect(await actionOf({ value: serial, style: "month" })).toMatchObject({
      dueText: "Jul-15",
      due: ["2015-07"],
    });
    expect(await actionOf({ value: 42010, style: "american" })).toMatchObject({
      dueText: "6 January 2015",
      due: ["2015-01-06"],
    });
  });

  it("shows what a formula came to, and the formula where it came to nothing", async () => {
    expect(await actionOf({ value: "1 May 2026", formula: "A1" })).toMatchObject({
      due: ["2026-05-01"],
    });
    expect(await actionOf({ formula: 'HYPERLINK("http://elsewhere.example")' })).toMatchObject({
      dueText: '=HYPERLINK("http://elsewhere.example")',
    });
  });

  it("is rated by words, fills, theme colours and colours of text", async () => {
    expect(await rated("Green")).toBe("Green");
    expect(await rated({ style: "green" })).toBe("Green");
    expect(await rated({ style: "themed" })).toBe("Blue");
    expect(await rated({ value: "late", style: "amberText" })).toBe("Amber");
    expect(
      await rated({ runs: '<r><t>do</t></r><r><rPr><color rgb="FFFF0000"/></rPr><t>ne</t></r>' }),
    ).toBe("Red");
    expect(await rated(undefined)).toBeUndefined();
  });

  it("keeps a recommendation's number as its cell shows it", async () => {
    const { recommendations } = await read([
      headings,
      [{ value: 4.1, style: "decimal" }, "Keep the list", "MVH", "Check it", "Clerk", "1 May 2026"],
    ]);
    expect(recommendations).toMatchObject([{ ref: "4.10" }]);
  });

  it("is read from whichever sheet it stands on; a hidden sheet is named", async () => {
    const rows = [headings, ["1", "Know the children", "MVH", "Make a list", "Clerk", "x"]];
    const { recommendations, problems } = await readPlanDocument(
      xlsx([
        sheet([["Circulation"], ["Who", "When"], ["Board", "Monthly"]], { name: "About" }),
        sheet(rows, { name: "Plan" }),
        sheet([["Red"], ["Amber"]], { name: "Lists", hidden: true }),
      ]),
    );
    expect(recommendations[0]?.actions).toHaveLength(1);
    expect(problems.map(({ where }) => where)).toEqual(
      expect.arrayContaining(["Sheet “Lists”", "Sheet “About”", "Sheet “Plan”, row 2"]),
    );
    expect(JSON.stringify(problems)).toContain("Who | When");
    expect(JSON.stringify(problems)).toContain("Circulation");
  });

  it("says so where words hide under a merged cell, and keeps them", async () => {
    const read1 = await read(
      [
        headings,
        ["1", "Know the children", "MVH", "Make a list", "Clerk", "1 May 2026", "covered"],
      ],
      ["E2:G2"],
    );
    expect(JSON.stringify(read1)).toContain("covered");
  });

  it("has as many cells as its rows have columns, be they blank or not there at all", async () => {
    const blank = { style: "plain" } as const;
    const own = [headings, ["1", blank, "MVH", "Keep a list", blank, blank]];
    const cells = headings.length * own.length;
    const asked = (most: number) =>
      readPlanDocument(xlsx([sheet(own)]), { limits: { cells: most } });
    expect((await asked(cells)).recommendations).toHaveLength(1);
    await expect(asked(cells - 1)).rejects.toMatchObject({ reason: "too-large" });
  });

  it("may have 2,000 rows", async () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => [
      String(at + 1),
      `Know the children of ward ${at + 1}`,
      `MV${String.fromCharCode(65 + (at % 26))}`,
      `Make list ${at + 1} and have it checked by the board`,
      "Clerk",
      { value: 46_000 + (at % 300), style: "date" as const },
      "Green",
    ]);
    const begun = performance.now();
    const { recommendations, problems } = await read([headings, ...rows]);
    expect(recommendations).toHaveLength(2_000);
    expect(problems).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe("a workbook that is no honest one", () => {
  it("is refused where its merged cells cover more than a sheet could", async () => {
    const refs = Array.from({ length: 2_000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join("");
    const rows = Array.from(
      { length: 2_000 },
      (_, at) => `<row r="${at + 1}"><c t="str"><v>x</v></c></row>`,
    );
    expect(
      await reasonOf(
        withSheet(`<sheetData>${rows.join("")}</sheetData><mergeCells>${refs}</mergeCells>`),
      ),
    ).toBe("too-large");
  });

  it("is refused where words stand thousands of columns out", async () => {
    expect(
      await reasonOf(
        withSheet('<sheetData><row r="1"><c r="XFD1" t="str"><v>x</v></c></row></sheetData>'),
      ),
    ).toBe("too-large");
  });

  it("is refused where it declares entities, and where it unpacks to too much", async () => {
    const laughs = `<!DOCTYPE d [<!ENTITY a "ha">]><worksheet>&a;</worksheet>`;
    expect(await reasonOf(xlsx([{ xml: laughs }]))).toBe("unsafe");
    const bomb = xlsx([sheet([["x"]])], { "xl/sharedStrings.xml": new Uint8Array(60_000_000) });
    expect(await reasonOf(bomb)).toBe("too-large");
  });

  it("is refused where its parts are broken", async () => {
    const broken = xlsx([sheet([["x"]])], { "xl/workbook.xml": strToU8("<workbook>") });
    expect(await reasonOf(broken)).toBe("corrupt");
  });

  it("is refused where it is a binary one, by its type and not its name", async () => {
    const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>`;
    const binary = xlsx([sheet([["x"]])], { "[Content_Types].xml": strToU8(types) });
    expect(await reasonOf(binary)).toBe("wrong-type");
  });

  it("is read without its macros", async () => {
    const rows = [
      headings,
      ["1", "Know the children", "MVH", "Make a list", "Clerk", "1 May 2026"],
    ];
    const { recommendations } = await readPlanDocument(
      xlsx([sheet(rows)], { "xl/vbaProject.bin": Uint8Array.of(1, 2) }),
    );
    expect(recommendations).toHaveLength(1);
  });
});
