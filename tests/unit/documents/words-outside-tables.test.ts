import { array, assert, asyncProperty, constantFrom, record } from "fast-check";
import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import type { PlanDocument } from "#documents/plan-document.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { docx, paragraph, row, table } from "#tests/support/docx-builder.ts";
import { pdf, ruledTable, words } from "#tests/support/pdf-builder.ts";

const read = (text: string) => readPlanDocument(strToU8(text));
const headings = ["Ref", "Recommendation", "Agency", "Action", "Lead", "Due", "RAG", "Progress"];

const saidOf = ({ problems }: PlanDocument) =>
  problems.filter(({ what }) => what.startsWith("No words here"));

/** Ways in which lines of documents begin, so that readers take them for something. */
const beginnings = [
  "",
  "• ",
  "1. ",
  "2.1 ",
  "Recommendations",
  "Recommendation 2: ",
  "Findings",
  "Area for improvement: ",
  "Within 3 months",
  "Marl Council should ",
  "Outcome: ",
  "Theme: ",
  "Lead: ",
  "Questions about ",
  "What did ",
  "Green = ",
  "(See 3.1) ",
  "Contents\t",
];

const drafts = array(
  record({
    begins: constantFrom(...beginnings),
    as: constantFrom("line", "line", "heading", "bold", "table"),
    asks: constantFrom(true, false, false),
  }),
  { minLength: 1, maxLength: 9 },
);

type Draft = readonly {
  readonly begins: string;
  readonly as: string;
  readonly asks: boolean;
}[];

const lineOf = ({ begins, asks }: Draft[number], at: number) =>
  `${begins} unlike${at}a and unlike${at}b${asks ? "?" : "."}`.trim();

const forms: readonly (readonly [string, (draft: Draft) => Uint8Array])[] = [
  [
    "Word",
    (draft) =>
      docx(
        draft.map((each, at) => {
          const text = lineOf(each, at);
          if (each.as === "table")
            return table([row(headings), row(["1", text, "MCC", text, "Clerk", "", "", ""])]);
          if (each.as === "heading") return paragraph(text, { style: "Heading2" });
          return paragraph(text, { bold: each.as === "bold" });
        }),
      ),
  ],
  [
    "Markdown",
    (draft) =>
      strToU8(
        draft
          .map((each, at) => {
            const text = lineOf(each, at);
            if (each.as === "table")
              return `| Action | Lead | Agency | RAG |\n|---|---|---|---|\n| ${text} | Clerk | MCC | |`;
            if (each.as === "heading") return `## ${text}`;
            return each.as === "bold" ? `**${text}**` : text;
          })
          .join("\n\n"),
      ),
  ],
  ["text", (draft) => strToU8(draft.map(lineOf).join("\n\n"))],
];

describe("what stands outside of tables", () => {
  it.each(forms)(
    "is in what was read of %s, or in a problem that says where",
    { timeout: 60_000 },
    async (_, write) => {
      await assert(
        asyncProperty(drafts, async (draft) => {
          const document = await readPlanDocument(write(draft));
          const found = JSON.stringify(document);
          const lost = draft.map(lineOf).flatMap((line) => line.match(/unlike\d+[ab]/g) ?? []);
          expect(lost.filter((word) => !found.includes(word))).toEqual([]);
          expect(document.problems.filter(({ where, what }) => !where || !what)).toEqual([]);
        }),
        { numRuns: 80 },
      );
    },
  );

  it("is one problem for each heading that it stands under", async () => {
    const { problems } = await readPlanDocument(
      docx([
        paragraph("Marlshire action plan", { style: "Heading1" }),
        paragraph("Background", { style: "Heading2" }),
        paragraph("The inspectors came in May."),
        paragraph("They stayed for a week."),
        table([row(headings), row(["1", "Know.", "MCC", "Ask.", "Clerk", "May 2027", "", ""])]),
        paragraph("Signed by the chair."),
      ]),
    );
    expect(problems).toEqual([
      {
        where: "Under “Background”",
        what: "Not taken over: Background\nThe inspectors came in May.\nThey stayed for a week.",
      },
      { where: "After table 1", what: "Not taken over: Signed by the chair." },
    ]);
  });

  it("counts as lost, too, where its words are all said elsewhere in another order", async () => {
    const { problems } = await readPlanDocument(
      docx([
        paragraph("Clerk of the council keep a list for each ward and street"),
        table([
          row(headings),
          row([
            "1",
            "Each street and ward",
            "MCC",
            "A list for the council",
            "Clerk of",
            "",
            "",
            "",
          ]),
          row(["2", "Keep.", "MCC", "Ask.", "Clerk", "", "", ""]),
        ]),
      ]),
    );
    expect(problems.map(({ where }) => where)).toContain("The beginning");
  });
});

describe("a table whose cells a converter took apart", () => {
  /** As pdftotext writes it: blank lines between cells, headings broken over lines, cells in any order. */
  const soup = [
    "Marlshire action plan",
    "Recommendation 1.1",
    "Know every child.",
    "Agency/Service",
    "SMART* Action",
    "Lead Officer and Key",
    "Personnel",
    "Date of Action",
    "Progress, Evidence, Date, BRAG**",
    "MVH",
    "Make a list of all children,",
    "Matron",
    "and keep it.",
    "31 May 2026",
    "Begun.",
    "Recommendations",
    "Page 2",
    "10 August 2026",
    "MCC should:",
    "Check the list",
    "Clerk",
    "Not begun.",
  ].join("\n\n");

  it("says so, with all its words, and is neither a report nor a plan of guesses", async () => {
    const { kind, recommendations, problems } = await read(soup);
    expect([kind, recommendations]).toEqual(["plan", []]);
    expect(problems[0]).toMatchObject({
      where: "Table 1",
      what: expect.stringMatching(/^This table was saved with one cell a line/),
    });
    const found = JSON.stringify(problems);
    const lost = (soup.match(/[\p{L}\d]+/gu) ?? []).filter((word) => !found.includes(word));
    expect(lost.filter((word) => !["Marlshire", "action", "plan"].includes(word))).toEqual([]);
  });
});

describe("a PDF with pictures of pages among its pages", () => {
  const page = [
    words(40, 530, "Action plan", { size: 16, bold: true }),
    ...ruledTable([40, 200, 500, 650, 800], 500, [
      { cells: ["Agency", "Action", "Lead officer", "Due date"], bold: true },
      { cells: ["MCC", "Keep the list.", "Clerk", "31 May 2026"] },
    ]),
  ];

  it("says which pages hold no words", { timeout: 20_000 }, async () => {
    expect(saidOf(await readPlanDocument(pdf([page, [], []])))).toEqual([
      { where: "Pages 2 and 3", what: "No words here: a picture of a page is not read." },
    ]);
    expect(saidOf(await readPlanDocument(pdf([[], page])))).toMatchObject([{ where: "Page 1" }]);
    expect(saidOf(await readPlanDocument(pdf([page])))).toEqual([]);
  });
});
