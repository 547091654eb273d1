import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { cell, docx, type Markup, paragraph, row, table } from "#tests/support/docx-builder.ts";
import { sheet, xlsx } from "#tests/support/xlsx-builder.ts";

const read = (...body: readonly Markup[]) => readPlanDocument(docx(body));
const across = (text: string, columns: number) => row([cell(text, { span: columns, bold: true })]);

describe("a line across a plan's table", () => {
  it("is the theme of the recommendations under it, which stand across the table too", async () => {
    const { recommendations, problems } = await read(
      table([
        row(["Action", "Lead agency", "Due", "Progress"]),
        across("Theme 1: Leadership", 4),
        across("Recommendation 1: Agree a threshold.", 4),
        row(["Draft it", "MCC", "June 2026", ""]),
        across("Theme 2: Practice", 4),
        across("Recommendation 2: See every child.", 4),
        row(["Visit", "MVH", "July 2026", ""]),
      ]),
    );
    expect(recommendations).toMatchObject([
      { ref: "1", text: "Agree a threshold.", theme: "Theme 1: Leadership" },
      { ref: "2", text: "See every child.", theme: "Theme 2: Practice" },
    ]);
    expect(problems).toEqual([]);
  });

  it("is the agency of what follows, where it names one", async () => {
    const { recommendations } = await readPlanDocument(
      xlsx([
        sheet(
          [
            ["Recommendation", "Action", "Lead", "When", "RAG", "Comments"],
            ["Marl Valley NHS Trust"],
            ["1.1 Flag children", "Build it", "IT", "May 2026", "A", "x"],
            ["Marlshire Police"],
            ["1.2 Ask", "Make a form", "DI", "July 2026", "R", "z"],
          ],
          { merged: ["A2:F2", "A4:F4"] },
        ),
      ]),
    );
    expect(recommendations.flatMap(({ actions }) => actions)).toMatchObject([
      { agency: "Marl Valley NHS Trust", text: "Build it" },
      { agency: "Marlshire Police", text: "Make a form" },
    ]);
    expect(recommendations.every(({ theme }) => theme === undefined)).toBe(true);
  });

  it("that nothing is known of is a problem", async () => {
    const { problems } = await read(
      paragraph("Recommendation 1 Agree a threshold", { style: "Heading2" }),
      table([
        row(["Action", "Lead agency", "Due", "Progress"]),
        row(["Draft it", "MCC", "June 2026", ""]),
        across("Reviewed by the board", 4),
        row(["Print it", "MCC", "July 2026", ""]),
      ]),
    );
    expect(problems).toEqual([
      {
        where: "Table 1, row 3",
        what: "A line across the table that was not understood: Reviewed by the board",
      },
    ]);
  });
});

describe("a workbook", () => {
  it("of a sheet an agency takes the agency from the sheet", async () => {
    const headings = ["Recommendation number", "Action agreed", "Named lead", "Target", "Position"];
    const { recommendations } = await readPlanDocument(
      xlsx([
        sheet([headings, ["REC-0001", "Flag", "Matron", "May 2026", "Done"]], { name: "MVH" }),
        sheet([headings, ["REC-0002", "Share", "Clerk", "June 2026", ""]], {
          name: "Marlshire Council",
        }),
      ]),
    );
    expect(recommendations).toMatchObject([
      { ref: "REC-0001", actions: [{ agency: "MVH", progress: "Done" }] },
      { ref: "REC-0002", actions: [{ agency: "Marlshire Council" }] },
    ]);
  });

  it("may divide a heading in the row below, and lists its comments", async () => {
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const { recommendations, problems } = await readPlanDocument(
      xlsx(
        [
          sheet(
            [
              ["Recommendation", "Agency", "Action", "Lead", "Dates", "", "RAG"],
              ["", "", "", "", "Original", "Revised", ""],
              [
                "1.1 Know every child",
                "MVH",
                "Make a list",
                "Clerk",
                "31 May 2026",
                "30 June 2026",
                "G",
              ],
            ],
            { name: "Plan", merged: ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:G2"] },
          ),
        ],
        {
          "xl/worksheets/_rels/sheet1.xml.rels": strToU8(
            `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/comments" Target="../comments1.xml"/></Relationships>`,
          ),
          "xl/comments1.xml": strToU8(
            `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList><comment ref="C3" authorId="0"><text><r><t>Is this </t></r><r><t>funded?</t></r></text></comment></commentList></comments>`,
          ),
        },
      ),
    );
    expect(recommendations).toMatchObject([
      { actions: [{ text: "Make a list", due: ["2026-05-31", "2026-06-30"], rating: "Green" }] },
    ]);
    expect(problems).toEqual([
      { where: "Sheet “Plan”, cell C3", what: "Comment, not taken over: Is this funded?" },
    ]);
  });
});

describe("a number beside a recommendation", () => {
  it("that differs where the recommendation is carried down is the action's", async () => {
    const { recommendations } = await read(
      table([
        row(["Ref", "Recommendation", "Action", "Lead", "Due"]),
        row(["1.1", "Know every child", "Make a list", "Clerk", "May 2026"]),
        row(["1.2", "", "Keep it", "Clerk", "June 2026"]),
      ]),
    );
    expect(recommendations).toMatchObject([
      { ref: "1.1", actions: [{ text: "Make a list" }, { text: "Keep it", notes: "Ref: 1.2" }] },
    ]);
  });
});

const rated = async (inner: Markup, properties = "") => {
  const { recommendations } = await read(
    table([
      row(["Recommendation", "Action", "Lead", "Due", "RAG"]),
      row(["1. Ask", "Make a form", "Clerk", "May 2026", "<w:tc><w:p/></w:tc>"]).replace(
        "<w:tc><w:p/></w:tc>",
        `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${inner}</w:p></w:tc>`,
      ),
    ]),
  );
  return recommendations[0]?.actions[0];
};

describe("a rating in Word", () => {
  it.each([
    [
      "the marker pen",
      '<w:r><w:rPr><w:highlight w:val="red"/></w:rPr><w:t>x</w:t></w:r>',
      "",
      "Red",
    ],
    [
      "a pattern over its cell",
      "",
      '<w:shd w:val="pct75" w:color="FFC000" w:fill="FFFFFF"/>',
      "Amber",
    ],
    [
      "a list to choose from",
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/><w:listEntry w:val="Green"/></w:ddList></w:ffData></w:fldChar></w:r>',
      "",
      "Green",
    ],
  ])("is given by %s", async (_, inner, properties, rating) => {
    expect(await rated(inner, properties)).toMatchObject({ rating });
  });

  it("that is none is kept as the status", async () => {
    const action = await rated("<w:r><w:t>Awaiting funds</w:t></w:r>");
    expect(action).toMatchObject({ status: "Awaiting funds" });
    expect(action).not.toHaveProperty("rating");
  });
});

describe("a table that", () => {
  it("was too wide for its page and goes on in another is one", async () => {
    const { recommendations, problems } = await read(
      paragraph("Action plan", { bold: true }),
      table([
        row(["Ref", "Recommendation", "Agency", "Action"]),
        row(["1", "Know every child", "MVH", "Make a list"]),
        row(["2", "Train", "MCC", "Book rooms"]),
      ]),
      table([
        row(["Ref", "Lead", "Due date", "RAG"]),
        row(["1", "Clerk", "May 2026", "G"]),
        row(["2", "Matron", "June 2026", "R"]),
      ]),
    );
    expect(recommendations).toMatchObject([
      { ref: "1", actions: [{ leads: ["Clerk"], due: ["2026-05"], rating: "Green" }] },
      { ref: "2", actions: [{ leads: ["Matron"], rating: "Red" }] },
    ]);
    expect(problems).toEqual([]);
  });

  it("has its headings mistyped is read all the same, and bands beside themes across it", async () => {
    const { recommendations } = await read(
      table([
        row([
          "R.A.G",
          "Progres",
          "Complettion Date",
          "Lead Offcer(s)",
          "Action(s) Requried",
          "Recomendation",
        ]),
        across("Safeguarding: Within three months", 6),
        row(["A", "Begun", "May 2026", "Clerk", "Make a list", "1.1 Know every child"]),
      ]),
    );
    expect(recommendations).toMatchObject([
      {
        ref: "1.1",
        theme: "Safeguarding",
        timescale: "Within three months",
        actions: [{ text: "Make a list", leads: ["Clerk"], due: ["2026-05"], rating: "Amber" }],
      },
    ]);
  });
});
