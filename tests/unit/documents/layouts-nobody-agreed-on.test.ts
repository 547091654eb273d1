import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { cell, docx, paragraph, row, table } from "#tests/support/docx-builder.ts";
import { pdf, words } from "#tests/support/pdf-builder.ts";
import { sheet, xlsx } from "#tests/support/xlsx-builder.ts";

const title = paragraph("Action plan of the partnership", { style: "Title" });

const actionsTable = (...rows: readonly string[][]) =>
  table([
    row(["What we will do", "Who leads", "By when", "Where we are", "RAG"]),
    ...rows.map((each) => row(each)),
  ]);

const box = (heading: string, text: string, inner: string) =>
  table([row([cell([paragraph(heading, { bold: true }), paragraph(text), inner, paragraph("")])])]);

const labelled = (text: string, lead: string) => [
  paragraph(`Action: ${text}`, { list: { id: "3" } }),
  paragraph(`Lead: ${lead}`),
  paragraph("By: 31 May 2027"),
];

const field = (text: string, unfilled: boolean) =>
  `<w:sdt><w:sdtPr>${unfilled ? "<w:showingPlcHdr/>" : ""}<w:dropDownList/></w:sdtPr><w:sdtContent>${text}</w:sdtContent></w:sdt>`;

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

const tellTheHospital = (action: string) => [
  "2",
  "Tell the hospital.",
  action,
  "Lead",
  "30 April 2027",
  "Green",
];

const column = (x: number, lines: readonly string[]) =>
  lines.map((line, at) => words(x, 530 - at * 13, line, { size: 10, bold: at === 0 }));

describe("a plan in Word", () => {
  it("is read where a box is drawn around each recommendation and the table of its actions", async () => {
    const { kind, recommendations } = await readPlanDocument(
      docx([
        title,
        box(
          "Recommendation 1",
          "Write down who decides.",
          actionsTable(
            ["Publish a guide.", "Head of Placements", "30 June 2027", "In draft.", "Amber"],
            ["Check ten moves.", "Service Manager", "July 2027", "", "Red"],
          ),
        ),
        box(
          "Recommendation 2",
          "Tell the front door.",
          actionsTable(["Add a prompt.", "Named Paramedic", "1 March 2027", "Live.", "Green"]),
        ),
      ]),
    );
    expect(kind).toBe("plan");
    expect(recommendations).toMatchObject([
      {
        ref: "1",
        text: "Write down who decides.",
        actions: [
          {
            text: "Publish a guide.",
            leads: ["Head of Placements"],
            progress: "In draft.",
            rating: "Amber",
          },
          { text: "Check ten moves.", due: ["2027-07"], rating: "Red" },
        ],
      },
      { ref: "2", actions: [{ text: "Add a prompt.", due: ["2027-03-01"], rating: "Green" }] },
    ]);
  });

  it("takes the number of a recommendation from the label beside it", async () => {
    const form = table(
      [
        ["Recommendation 7", "Share the log within an hour."],
        ["What will be done", "Open a shared log."],
        ["Named lead", "Superintendent"],
        ["Deadline", "14 May 2027"],
      ].map((each) => row(each)),
    );
    const { recommendations } = await readPlanDocument(docx([title, form]));
    expect(recommendations).toMatchObject([
      { ref: "7", text: "Share the log within an hour.", actions: [{ leads: ["Superintendent"] }] },
    ]);
  });

  it("has an action for each point of a list that says so, whatever letter counts it", async () => {
    const { recommendations, problems } = await readPlanDocument(
      docx([
        title,
        paragraph("Recommendation 1: Ask about safety at home.", { bold: true }),
        ...labelled("Put the question in the template.", "Head of Midwifery"),
        ...labelled("Read fifty records.", "Audit Midwife"),
      ]),
    );
    expect(recommendations[0]?.actions).toMatchObject([
      { text: "Put the question in the template.", leads: ["Head of Midwifery"] },
      { text: "Read fifty records.", leads: ["Audit Midwife"], due: ["2027-05-31"] },
    ]);
    expect(problems).toEqual([]);
  });

  it("says nothing in a field that nobody filled in", async () => {
    const { recommendations, problems } = await readPlanDocument(
      docx([
        title,
        paragraph("Recommendation 1: Visit homes.", { style: "Heading2" }),
        table([
          row(["Agency", "Action", "Lead", "Due", "RAG"]),
          `<w:tr>${cell("MVH")}${cell("Send a pharmacist.")}${field(cell("Choose an item."), true)}${cell([`<w:p>${field(run("Click to enter a date."), true)}</w:p>`])}${field(cell("Green"), false)}</w:tr>`,
        ]),
      ]),
    );
    expect(recommendations[0]?.actions).toMatchObject([
      { text: "Send a pharmacist.", leads: [], due: [], rating: "Green" },
    ]);
    expect(JSON.stringify([recommendations, problems])).not.toMatch(
      /Choose an item|Click to enter/,
    );
  });
});

describe("a plan in a workbook", () => {
  const headings = ["No", "Recommendation", "Action", "Owner", "Due", "RAG"];

  it("gives each sheet of an agency to that agency, also where a recommendation goes on in the next", async () => {
    const { recommendations } = await readPlanDocument(
      xlsx([
        sheet([headings, tellTheHospital("Send a list.")], { name: "Moor Council" }),
        sheet([headings, tellTheHospital("Read the list.")], { name: "Moor Hospitals" }),
        sheet([headings, tellTheHospital("Keep the list.")], { name: "Other" }),
      ]),
    );
    expect(recommendations.flatMap(({ actions }) => actions)).toMatchObject([
      { text: "Send a list.", agency: "Moor Council" },
      { text: "Read the list.", agency: "Moor Hospitals" },
      { text: "Keep the list.", agencies: [] },
    ]);
  });

  it("is read with its hidden rows and columns, and says which", async () => {
    const { xml } = sheet([
      headings,
      ...[1, 2, 3, 4].map((at) => [
        String(at),
        `Keep list ${at}.`,
        `Do ${at}.`,
        "Clerk",
        "1 June 2027",
        "Green",
      ]),
    ]);
    const hidden = xml
      .replace(
        "<sheetData>",
        '<cols><col min="4" max="4" hidden="1"/><col min="7" max="16384" hidden="1"/></cols><sheetData>',
      )
      .replace('<row r="3">', '<row r="3" hidden="1">')
      .replace('<row r="4">', '<row r="4" hidden="true">');
    const { recommendations, problems } = await readPlanDocument(
      xlsx([{ xml: hidden, name: "Plan" }]),
    );
    expect(recommendations).toHaveLength(4);
    expect(problems).toEqual([
      {
        where: "Sheet “Plan”",
        what: "Hidden in the sheet, and read like the others: row 3 to 4; column D.",
      },
    ]);
  });

  it("has themes and no addressees in headings that name nobody", async () => {
    const { recommendations } = await readPlanDocument(
      xlsx([
        sheet([
          ["Rec", "What was recommended", "Agency", "Action", "Lead", "Due"],
          ["Priority 1 – Leadership"],
          ["1.1", "Boards ask about children.", "MVH", "Add an item.", "Secretary", "1 June 2027"],
        ]),
      ]),
    );
    expect(recommendations).toMatchObject([
      { ref: "1.1", text: "Boards ask about children.", theme: "Leadership", addressees: [] },
    ]);
  });
});

describe("a plan in another form", () => {
  it("is read as UTF-16 where the mark that says so was lost, either way round", async () => {
    const text = "Ref,Recommendation,Agency,Action,Lead\n1,Keep the list.,MVH,Name Siân.,Clerk\n";
    const little = new Uint8Array(Buffer.from(text, "utf16le"));
    const big = new Uint8Array(Buffer.from(text, "utf16le").swap16());
    for (const bytes of [little, big]) {
      const { recommendations } = await readPlanDocument(bytes);
      expect(recommendations).toMatchObject([{ ref: "1", actions: [{ text: "Name Siân." }] }]);
    }
  });

  it("has the title that Word gave a page it saved for the web", async () => {
    const page = `<html><body><p class=MsoTitle>Plan of Lough</p><h2>Recommendation 1</h2><p>Keep it short.</p><table><tr><th>Agency<th>Action<th>Lead officer<th>Date</tr><tr><td>MVH<td>Make a list<td>Clerk<td>1 May 2026</tr></table></body></html>`;
    const { plan, problems } = await readPlanDocument(strToU8(page));
    expect(plan.title).toBe("Plan of Lough");
    expect(problems).toEqual([]);
  });

  it("is read one column after the other where a page of a PDF is set in two", async () => {
    const { recommendations } = await readPlanDocument(
      pdf([
        [
          words(40, 560, "Action plan of the partnership", { size: 16, bold: true }),
          ...column(40, [
            "Recommendation 1",
            "Every unit knows its safeguarding lead.",
            "",
            "Action: Put a poster in each unit with",
            "the name and the number.",
            "Lead: Head of Estates",
            "By when: 31 May 2027",
          ]),
          ...column(440, [
            "Recommendation 2",
            "Night staff can reach the duty doctor.",
            "",
            "Action: Test the pager every week and",
            "write the result down.",
            "Lead: Night Manager",
            "By when: 30 June 2027",
          ]),
        ],
      ]),
    );
    expect(recommendations).toMatchObject([
      {
        ref: "1",
        text: "Every unit knows its safeguarding lead.",
        actions: [
          {
            text: "Put a poster in each unit with the name and the number.",
            leads: ["Head of Estates"],
            due: ["2027-05-31"],
          },
        ],
      },
      {
        ref: "2",
        text: "Night staff can reach the duty doctor.",
        actions: [{ text: "Test the pager every week and write the result down." }],
      },
    ]);
  });
});
