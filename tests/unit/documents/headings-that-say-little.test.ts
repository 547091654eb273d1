import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { cell, docx, type Markup, paragraph, row, table } from "#tests/support/docx-builder.ts";
import { sheet, type SheetCell, xlsx } from "#tests/support/xlsx-builder.ts";

const read = (...body: readonly Markup[]) => readPlanDocument(docx(body));
const title = paragraph("Improvement plan of Marlshire", { style: "Heading1" });
const ofSheet = (rows: readonly (readonly SheetCell[])[]) => readPlanDocument(xlsx([sheet(rows)]));

const card = (action: string, agency: string) =>
  table([
    row(["Action", action, "Lead agency", agency]),
    row(["Lead officer", "Clerk", "Due date", "May 2027"]),
    row(["Progress", "Begun.", "RAG", "Green"]),
  ]);

const detailed = (details: string) => [
  row(["Details Theme/Timescale", "Actions Required", "Responsible officer(s)", "Completion date"]),
  row([details, "Recruit six health visitors.", "Head of Service", "30/09/2027"]),
];

describe("headings that say little", () => {
  it("leave it to the cells which of two columns holds agencies", async () => {
    const { recommendations } = await read(
      title,
      table([
        row(["No", "Recommendation", "Action", "Who", "Lead", "By"]),
        row(["1", "Know.", "Make a list.", "Marl Council", "Clerk", "May 2027"]),
        row(["2", "Ask.", "Ask them.", "Marl Valley NHS Trust", "Matron", "June 2027"]),
      ]),
    );
    expect(recommendations.flatMap(({ actions }) => actions)).toMatchObject([
      { agency: "Marl Council", leads: ["Clerk"] },
      { agency: "Marl Valley NHS Trust", leads: ["Matron"] },
    ]);
  });

  it("may stand over what was recommended, in full between its number and the action", async () => {
    const { recommendations } = await read(
      title,
      table([
        row(["Ref", "What we heard", "Action", "Agency", "Lead", "By"]),
        row(["1", "Children wait too long at night.", "Open later.", "MCC", "Clerk", "May 2027"]),
        row(["2", "Nobody writes to the school.", "Write.", "MCC", "Clerk", "May 2027"]),
      ]),
    );
    expect(recommendations).toMatchObject([
      { ref: "1", text: "Children wait too long at night.", actions: [{ text: "Open later." }] },
      { ref: "2", text: "Nobody writes to the school.", actions: [{ text: "Write." }] },
    ]);
  });

  it("say it under the heading of several", async () => {
    const { recommendations } = await read(
      title,
      table([
        row([
          cell("Recommendation", { span: 2 }),
          cell("Response", { span: 3 }),
          cell("Timescale", { span: 2 }),
        ]),
        row(["No.", "Text", "Agency", "Action", "Lead", "Start", "End"]),
        row(["1", "Know.", "MCC", "Ask.", "Clerk", "1 May 2026", "31 May 2027"]),
      ]),
    );
    expect(recommendations).toMatchObject([
      {
        ref: "1",
        text: "Know.",
        actions: [{ text: "Ask.", dueText: "31 May 2027", notes: "Timescale Start: 1 May 2026" }],
      },
    ]);
  });

  it("say in brackets whose name it is, and of what something is the source", async () => {
    const { recommendations, columns } = await read(
      title,
      table([
        row([
          "Must do / should do ref",
          "Source of recommendation",
          "Recommendation wording",
          "Action",
          "Owner (agency)",
          "Owner (name/role)",
          "Due",
        ]),
        row(["MD1", "Report of May", "Know.", "Ask.", "MCC", "Clerk", "May 2027"]),
      ]),
    );
    expect(recommendations).toMatchObject([
      {
        ref: "MD1",
        text: "Know.",
        actions: [
          { agency: "MCC", leads: ["Clerk"], notes: "Source of recommendation: Report of May" },
        ],
      },
    ]);
    expect(columns).toHaveLength(7);
  });

  it("may name recommendations and actions in one column, those alone in their rows", async () => {
    const { recommendations } = await ofSheet([
      ["Recommendation / action", "Agency", "Owner", "Deadline", "BRAG"],
      ["Recommendation 1: Know every child."],
      ["Make a list.", "MCC", "Clerk", "May 2027", "Green"],
      ["Check it.", "MVH", "Matron", "June 2027", "Red"],
      ["Recommendation 2: Ask."],
      ["Ask them.", "MCC", "Clerk", "July 2027", "Amber"],
    ]);
    expect(recommendations).toMatchObject([
      { ref: "1", text: "Know every child.", actions: [{ agency: "MCC" }, { agency: "MVH" }] },
      { ref: "2", text: "Ask.", actions: [{ text: "Ask them.", rating: "Amber" }] },
    ]);
  });
});

describe("rows that are no actions of their own", () => {
  it("count the others: they are named, and not imported", async () => {
    const { recommendations, problems } = await ofSheet([
      ["Ref", "Recommendation", "Agency", "Action", "Lead", "Due"],
      ["1", "Know.", "MCC", "Ask.", "Clerk", "May 2027"],
      ["Total actions", undefined, undefined, 1],
    ]);
    expect(recommendations).toHaveLength(1);
    expect(problems).toMatchObject([
      { what: "Counts other rows, and is no action: Total actions | 1" },
    ]);
  });

  it("repeat the recommendation for each agency's sheet: it is one, with all their actions", async () => {
    const headings = ["Rec no", "Recommendation", "Action", "Lead", "Due"];
    const { recommendations } = await readPlanDocument(
      xlsx([
        sheet([headings, ["1", "Know.", "Make a list.", "Clerk", "May 2027"]], { name: "MCC" }),
        sheet(
          [
            headings,
            ["1", "Know.", "Check it.", "Matron", "June 2027"],
            ["2", "Ask.", "Ask them.", "Matron", "June 2027"],
          ],
          { name: "MVH" },
        ),
      ]),
    );
    expect(recommendations).toMatchObject([
      { ref: "1", actions: [{ agency: "MCC" }, { agency: "MVH" }] },
      { ref: "2", actions: [{ agency: "MVH" }] },
    ]);
  });
});

describe("forms and lists", () => {
  it("are read where values could be headings too", async () => {
    const { recommendations } = await read(
      paragraph("Recommendation 1: Know every child.", { style: "Heading2" }),
      card("Make a list.", "MCC"),
      paragraph(""),
      card("Brief all response officers.", "Marl Police"),
    );
    expect(recommendations).toMatchObject([
      {
        ref: "1",
        actions: [
          { text: "Make a list.", agency: "MCC" },
          { text: "Brief all response officers.", agency: "Marl Police", rating: "Green" },
        ],
      },
    ]);
  });

  it("may have a heading with the number of each action", async () => {
    const { recommendations } = await readPlanDocument(
      strToU8(
        `# Improvement plan\n\n## Recommendation 1: Know.\n\n${[1, 2]
          .map(
            (number) =>
              `### Action 1.${number}\n\n- **Action:** Make list ${number}.\n- **Agency:** MCC\n- **Lead:** Clerk\n- **Due:** May 2027\n`,
          )
          .join("\n")}`,
      ),
    );
    expect(recommendations).toMatchObject([
      { ref: "1", text: "Know.", actions: [{ text: "Make list 1." }, { text: "Make list 2." }] },
    ]);
  });
});

describe("a recommendation that stands in full beside theme and timescale", () => {
  const text = "2.1 Make sure that health visitors see every family at the antenatal contact.";

  it.each([`${text}\nHealth visiting\nWithin 3 months`, `${text} Health visiting Within 3 months`])(
    "is told from both, even where a page ran its lines together: %j",
    async (details) => {
      const { recommendations } = await read(title, table(detailed(details)));
      expect(recommendations).toMatchObject([
        {
          ref: "2.1",
          text: text.slice(4),
          theme: "Health visiting",
          timescale: "Within 3 months",
          actions: [{ text: "Recruit six health visitors." }],
        },
      ]);
    },
  );
});

describe("values parted by other signs", () => {
  const rows = [
    ["Ref", "Recommendation", "Agency", "Action", "Lead", "Due"],
    ["1", "Know, and ask.", "MCC", "Make a list; keep it", "Clerk", "May 2027"],
  ];
  const quoted = (delimiter: string) =>
    rows.map((cells) => cells.map((each) => `"${each}"`).join(delimiter)).join("\r\n");

  it.each([
    ["said in the first line", `sep=;\r\n${quoted(";")}`],
    ["bars", quoted("|")],
  ])("are read: %s", async (_, text) => {
    const { recommendations, problems } = await readPlanDocument(strToU8(text));
    expect(recommendations).toMatchObject([
      { ref: "1", text: "Know, and ask.", actions: [{ text: "Make a list; keep it" }] },
    ]);
    expect(problems).toEqual([]);
  });
});

describe("a paper of questions", () => {
  it("may head them with the agency they are for, and count them", async () => {
    const headed = await read(
      paragraph("Scrutiny: questions on the plan", { style: "Heading1" }),
      paragraph("Questions for Marl Council", { style: "Heading2" }),
      paragraph("Recommendation 1.1 – Green", { bold: true }),
      paragraph("How many staff have used it?"),
      paragraph("Why did it move?"),
    );
    expect(headed.questions).toMatchObject([
      { agency: "Marl Council", recommendations: ["1.1"], ratingStated: "Green" },
      { agency: "Marl Council", recommendations: ["1.1"] },
    ]);
    const counted = await readPlanDocument(
      strToU8(
        "Q no,To,Rec ref,Question,Asked by\n1,MCC,1.1,Why did it move?,Cllr A\n2,MCC,1.2,When?,Cllr B\n",
      ),
    );
    expect(counted.questions).toMatchObject([
      { agency: "MCC", recommendations: ["1.1"], text: "Why did it move?\nAsked by: Cllr A" },
      { agency: "MCC", recommendations: ["1.2"], text: "When?\nAsked by: Cllr B" },
    ]);
  });
});

describe("what stands where nobody expects it", () => {
  it("is the agency whose actions follow, across the table under its headings", async () => {
    const { recommendations } = await read(
      paragraph("Recommendation 1", { bold: true }),
      paragraph("Know every child."),
      table([
        row(["Action", "Responsible", "Timescale for completion", "Progress"]),
        row([cell("Marl Valley NHS Trust", { span: 4 })]),
        row(["Make a list.", "Matron", "May 2027", "Begun."]),
        row([cell("Marl Council", { span: 4 })]),
        row(["Check it.", "Clerk", "June 2027", ""]),
      ]),
    );
    expect(recommendations).toMatchObject([
      {
        ref: "1",
        text: "Know every child.",
        actions: [{ agency: "Marl Valley NHS Trust" }, { agency: "Marl Council" }],
      },
    ]);
  });

  it("is the rating that a question names behind its recommendation", async () => {
    const { questions } = await read(
      paragraph("Questions for the meeting in May", { style: "Heading1" }),
      paragraph("Marl Council", { bold: true }),
      paragraph("1. Rec 1.2 (Amber): Why did it move?"),
      paragraph("2. Rec 1.3 (page 4): Who will check?"),
    );
    expect(questions).toMatchObject([
      { agency: "Marl Council", recommendations: ["1.2"], ratingStated: "Amber" },
      { agency: "Marl Council", recommendations: ["1.3"] },
    ]);
    expect(questions[1]).not.toHaveProperty("ratingStated");
  });
});
