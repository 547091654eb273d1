import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import type { DocumentColumn } from "#documents/plan-document.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { cell, docx, type Markup, paragraph, row, table } from "#tests/support/docx-builder.ts";
import { sheet, xlsx } from "#tests/support/xlsx-builder.ts";

const read = (...body: readonly Markup[]) => readPlanDocument(docx(body));
const flat = (documents: Awaited<ReturnType<typeof read>>) =>
  documents.recommendations.flatMap(({ actions }) => actions);

const bullet = (text: string) => paragraph(text, { list: { id: "2" } });

const compositeHeadings = row(
  [
    "Details Theme/Timescale",
    "Actions Required",
    "Responsible officer(s)",
    "Milestones",
    "Completion date",
    "Monitoring/ Status Notes",
  ],
  { header: true },
);

const milestones = cell([
  paragraph("Template agreed"),
  paragraph("Outcome measure", { bold: true }),
  paragraph("Every practice has a lead."),
  paragraph("Measure of success", { bold: true }),
  paragraph("Nine of ten answered in five days"),
  paragraph("Evidence", { bold: true }),
  paragraph("Audit of forty records"),
]);

describe("a composite plan of an agency a section", () => {
  const document = read(
    paragraph("Composite action plan", { bold: true }),
    paragraph("NHS Marl Valley CCG", { style: "Heading1" }),
    table([
      compositeHeadings,
      row([cell("Recommendation 1: Immediate", { span: 6, bold: true })]),
      row([
        cell("Leadership\nImmediate"),
        cell([
          paragraph("All practices send a report to each conference.", { bold: true }),
          paragraph("1.1 Write to all practices."),
        ]),
        "Designated Nurse\nNamed GP",
        milestones,
        "31/12/19\n30-11-19",
        "Completed 20/12/19.",
      ]),
      row([
        "",
        "Share what was learnt",
        "Named GP",
        "",
        "Ongoing",
        cell("Amber", { shade: "FFC000" }),
      ]),
      row(["Within 3 months\nMarlshire Police", "Tell schools", "Inspector", "", "Jan 2020", ""]),
    ]),
    paragraph("Marl Valley Hospitals NHS Trust", { style: "Heading1" }),
    table([
      compositeHeadings,
      row(["Records\nImmediate", "Flag children in need", "IT lead", "", "31.12.19", "Complete"]),
    ]),
  );

  it("takes the recommendation from the action column and its band from the row across", async () => {
    const { recommendations } = await document;
    expect(recommendations).toMatchObject([
      {
        ref: "1",
        timescale: "Immediate",
        theme: "Leadership",
        text: "All practices send a report to each conference.",
      },
      { timescale: "Within 3 months", text: "Tell schools", addressees: ["Marlshire Police"] },
      { timescale: "Immediate", theme: "Records" },
    ]);
  });

  it("has each action's fields, the agency from the heading over its table", async () => {
    expect(flat(await document)).toMatchObject([
      {
        agency: "NHS Marl Valley CCG",
        text: "1.1 Write to all practices.",
        leads: ["Designated Nurse", "Named GP"],
        milestones: "Template agreed",
        outcomeMeasure: "Every practice has a lead.",
        measureOfSuccess: "Nine of ten answered in five days",
        evidence: "Audit of forty records",
        due: ["2019-12-31", "2019-11-30"],
        progress: "Completed 20/12/19.",
      },
      { agency: "NHS Marl Valley CCG", text: "Share what was learnt", rating: "Amber" },
      { agency: "Marlshire Police", text: "Tell schools", due: ["2020-01"] },
      { agency: "Marl Valley Hospitals NHS Trust", text: "Flag children in need" },
    ]);
  });
});

describe("a plan of what needs to improve", () => {
  it("takes what its headings call it for a recommendation, and a rating before a colon", async () => {
    const headings = row([
      "What will we do?",
      "Who?",
      "By when?",
      "How will we know?",
      "Progress (RAG)",
    ]);
    const document = await read(
      paragraph("Area for improvement 1: The answer to neglect", { style: "Heading2" }),
      table([
        headings,
        row(["Train staff", "Matron", "May 2020", "Survey", "Green: forty trained"]),
      ]),
      paragraph("Early help", { style: "Heading2" }),
      table([headings, row(["Visit at home", "Clerk", "June 2020", "Calls", ""])]),
    );
    expect(document.recommendations).toMatchObject([
      {
        ref: "1",
        text: "The answer to neglect",
        actions: [{ text: "Train staff", measureOfSuccess: "Survey", rating: "Green" }],
      },
      { text: "Early help", actions: [{ text: "Visit at home", due: ["2020-06"] }] },
    ]);
    expect(document.problems).toEqual([]);
  });
});

const numberedRows = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const number = from + at;
    return [
      `${number}`,
      `Recommendation ${number}`,
      "MVH",
      `Action ${number}`,
      "Matron",
      "31/03/2020",
      "G",
      "",
    ];
  });

describe("a workbook", () => {
  it("of two thousand recommendations on several sheets is read whole", async () => {
    const headings = [
      "Ref",
      "Recommendation",
      "Agency",
      "Action",
      "Lead",
      "Due date",
      "RAG",
      "Progress",
    ];
    const document = await readPlanDocument(
      xlsx([
        sheet([headings, ...numberedRows(1, 1_200)], { name: "Health" }),
        sheet([headings, ...numberedRows(1_201, 800)], { name: "Council" }),
      ]),
    );
    expect(document.recommendations).toHaveLength(2_000);
    expect(
      flat(document).filter(({ rating, due }) => rating === "Green" && due[0] === "2020-03-31"),
    ).toHaveLength(2_000);
    expect(document.problems).toEqual([]);
  });

  it("may have headings in two rows and a theme in a row of its own", async () => {
    const document = await readPlanDocument(
      xlsx([
        sheet([
          ["Ref", "Recommendation", "Response", "", "", "RAG"],
          ["", "", "Action", "Lead", "By when", ""],
          [{ value: "Safeguarding", style: "bold" }],
          ["1", "Know the children", "Make a list", "Clerk", "May 2020", "A"],
        ]),
      ]),
    );
    expect(document.recommendations).toMatchObject([
      {
        ref: "1",
        theme: "Safeguarding",
        actions: [{ text: "Make a list", leads: ["Clerk"], due: ["2020-05"], rating: "Amber" }],
      },
    ]);
  });
});

describe("a status table in Markdown", () => {
  it("is a recommendation a row, rated by the sign of a colour", async () => {
    const { recommendations } = await readPlanDocument(
      strToU8(`# Action plan at 1 May 2019

| No | Recommendation | Responsible | Target date | Status | Comments |
|---|---|---|---|---|---|
| 1 | Supervise **all** staff | Named Nurse | 30/06/2019 | 🟢 Green | Policy agreed<br>Audit due |
| 2 | Share records | Clerk | TBC | 🔴 Not started | |
`),
    );
    expect(recommendations).toMatchObject([
      {
        ref: "1",
        text: "Supervise all staff",
        actions: [{ rating: "Green", progress: "Policy agreed\nAudit due" }],
      },
      {
        ref: "2",
        text: "Share records",
        actions: [{ rating: "Red", status: "🔴 Not started", dueText: "TBC" }],
      },
    ]);
  });
});

describe("a report with recommendations under bands of time", () => {
  it("has each with its band, without numbers, and paragraphs counted from 1 as findings", async () => {
    const document = await read(
      paragraph("Inspection of safeguarding", { style: "Title" }),
      paragraph("Services", { style: "Heading1" }),
      paragraph("1. Services are adequate."),
      paragraph("Areas for improvement", { style: "Heading1" }),
      paragraph("The council and its partners should take the following action."),
      paragraph("Immediately:", { bold: true }),
      bullet("see every child alone"),
      paragraph("Within three months:", { bold: true }),
      bullet("NHS Marlshire should assess children's health on time."),
      paragraph("Outcomes", { style: "Heading1" }),
      paragraph("2. Outcomes are good."),
    );
    expect(document.kind).toBe("report");
    expect(document.recommendations).toMatchObject([
      { timescale: "Immediately", text: "see every child alone" },
      { timescale: "Within three months", addressees: ["NHS Marlshire"] },
    ]);
    expect(document.findings.map(({ paragraph: number }) => number)).toEqual(["1", "2"]);
  });
});

describe("words beside the text", () => {
  it("of footnotes, comments and heads of pages are listed, those that only repeat the plan are not", async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const part = (name: string, inner: string) => strToU8(`<w:${name} ${w}>${inner}</w:${name}>`);
    const parts = ["footnotes", "comments", "header", "footer"];
    const document = await readPlanDocument(
      docx(
        [
          paragraph("Action plan", { style: "Title" }),
          table([
            row(["Agency", "Action", "Lead", "Date"]),
            row(["MVH", "Make a list", "Clerk", ""]),
          ]),
        ],
        {
          "word/_rels/document.xml.rels": strToU8(
            `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts
              .map(
                (name) =>
                  `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`,
              )
              .join("")}</Relationships>`,
          ),
          "word/footnotes.xml": part(
            "footnotes",
            `<w:footnote>${paragraph("Of last year")}</w:footnote>`,
          ),
          "word/comments.xml": part(
            "comments",
            `<w:comment>${paragraph("Is this done?")}</w:comment>`,
          ),
          "word/header.xml": part("hdr", paragraph("Restricted draft")),
          "word/footer.xml": part("ftr", paragraph("Action plan Page 3 of 9")),
        },
      ),
    );
    expect(document.problems.filter(({ what }) => what.startsWith("Not taken over"))).toEqual([
      { where: "Footnote", what: "Not taken over: Of last year" },
      { where: "Comment", what: "Not taken over: Is this done?" },
      { where: "The head of a page", what: "Not taken over: Restricted draft" },
    ]);
  });
});

describe("columns that a person named", () => {
  const document = docx([
    table([
      row(["Issue", "Fix", "Boss", "When it lands"]),
      row(["Know the children", "Make a list", "Clerk", "1 May 2026"]),
    ]),
  ]);

  it("are offered where nothing was understood, and read as they said", async () => {
    const { columns = [], recommendations } = await readPlanDocument(document);
    expect(recommendations).toEqual([]);
    expect(columns.map(({ heading }) => heading)).toEqual([
      "Issue",
      "Fix",
      "Boss",
      "When it lands",
    ]);
    const meanings = ["recommendation", "action", "lead", "due"] as const;
    const said: DocumentColumn[] = columns.map((column, at) => ({
      ...column,
      meaning: meanings[at] ?? "unfamiliar",
    }));
    const again = await readPlanDocument(document, { columns: said });
    expect(again.recommendations).toMatchObject([
      {
        text: "Know the children",
        actions: [{ text: "Make a list", leads: ["Clerk"], due: ["2026-05-01"] }],
      },
    ]);
    expect(again.columns).toEqual(said);
  });
});
