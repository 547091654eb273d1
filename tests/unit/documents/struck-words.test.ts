import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { cell, docx, type Markup, paragraph, row, table } from "#tests/support/docx-builder.ts";
import { line, pdf, ruledTable, words } from "#tests/support/pdf-builder.ts";
import { sheet, type SheetCell, xlsx } from "#tests/support/xlsx-builder.ts";

const headings = ["Agency", "Action", "Lead officer", "Due date", "RAG"];
const columns = ["Ref", "Recommendation", ...headings];

/** A run of Word's: properties, then words. */
const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const inCell = (...runs: Markup[]) => cell([`<w:p>${runs.join("")}</w:p>`]);
const struck = (text: string) => cell(text, { struck: true });

const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
  `<w:style w:type="character" w:styleId="Former"><w:name w:val="Former"/><w:rPr><w:strike/></w:rPr></w:style>`,
  `<w:style w:type="character" w:styleId="OldDate"><w:name w:val="Old date"/><w:basedOn w:val="Former"/></w:style>`,
  `<w:style w:type="paragraph" w:styleId="Withdrawn"><w:name w:val="Withdrawn"/><w:rPr><w:dstrike/></w:rPr></w:style>`,
  `<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:strike/></w:rPr></w:style>`,
].join("")}</w:styles>`;

/** A plan in Word with one recommendation and these rows. */
const word = (rows: readonly (readonly string[])[]) =>
  readPlanDocument(
    docx(
      [
        paragraph("Recommendation 1: Share letters", { style: "Heading2" }),
        table([row(headings, { header: true }), ...rows.map((cells) => row(cells))]),
      ],
      { "word/styles.xml": strToU8(styles) },
    ),
  );

/** One row whose due date is these runs. */
const wordDue = (...due: Markup[]) =>
  word([["MVH", "Keep a list", "Matron", inCell(...due), "Green"]]);

/** A cell whose first line has the style of that name, over one that has none. */
const inStyle = (style: string, properties = "") =>
  cell([
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run("May 2026", properties)}</w:p>`,
    paragraph("June 2026"),
  ]);

/** Two recommendations, the second of them struck through, with this below its heading. */
const withStruckHeading = (heading: string) =>
  readPlanDocument(
    docx([
      paragraph("Recommendation 1: Share letters", { style: "Heading2" }),
      table([row(headings, { header: true }), row(["MVH", "One", "Matron", "May 2026", "Red"])]),
      paragraph("Recommendation 2: Ask of fathers", { style: "Heading2", struck: true }),
      heading,
      table([row(headings, { header: true }), row(["MVH", "Two", "Matron", "May 2026", "Red"])]),
    ]),
  );

const workbook = (rows: readonly (readonly SheetCell[])[]) =>
  readPlanDocument(xlsx([sheet([columns, ...rows], { name: "Plan" })]));

/** A page of HTML with one action, due then. */
const page = (due: string) => `<html><body><h2>Recommendation 1: Share letters</h2><table>
<tr>${headings.map((each) => `<th>${each}</th>`).join("")}</tr>
<tr><td>MVH<td>Keep a list<td>Matron<td>${due}<td>Green</tr></table></body></html>`;

async function onlyAction(reading: ReturnType<typeof readPlanDocument>) {
  const { recommendations, problems } = await reading;
  const [action, ...others] = recommendations.flatMap(({ actions }) => actions);
  expect(others).toEqual([]);
  return { ...action, problems };
}

const told = (where: string, text: string) => ({
  where,
  what: `Struck through, and not taken over: ${text}`,
});

describe("a date that is struck through in Word", () => {
  it.each([
    ["a line", "<w:strike/>"],
    ["a line that is switched on", '<w:strike w:val="true"/>'],
    ["two lines", "<w:dstrike/>"],
    ["a style of characters", '<w:rStyle w:val="Former"/>'],
    ["a style that is based on another", '<w:rStyle w:val="OldDate"/>'],
  ])("is not the date beside it, by %s", async (_, properties) => {
    const action = await onlyAction(
      wordDue(run("31 December 2026", properties), run(" 30 June 2026")),
    );
    expect(action).toMatchObject({ due: ["2026-06-30"], dueText: "30 June 2026" });
    expect(action.problems).toEqual([told("Table 1, row 2", "31 December 2026")]);
  });

  it.each([
    ["the line is switched off", '<w:strike w:val="0"/>'],
    ["both lines are", '<w:strike w:val="false"/><w:dstrike w:val="off"/>'],
    ["a style's line is switched off", '<w:rStyle w:val="Former"/><w:strike w:val="0"/>'],
    [
      "only what it was before a tracked change had one",
      "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>",
    ],
  ])("counts where %s", async (_, properties) => {
    const action = await onlyAction(wordDue(run("31 December 2026", properties)));
    expect(action).toMatchObject({ due: ["2026-12-31"], problems: [] });
  });

  it("has its line from the style of its paragraph, unless its own style undoes that", async () => {
    const read = await word([
      ["MVH", "One", "Matron", inStyle("Withdrawn"), "Green"],
      ["MVH", "Two", "Matron", inStyle("Withdrawn", '<w:dstrike w:val="0"/>'), "Green"],
      ["MVH", "Three", "Matron", inStyle("Gone", '<w:rStyle w:val="Former"/>'), "Green"],
    ]);
    expect(read.recommendations[0]?.actions.map(({ due: dates }) => dates)).toEqual([
      ["2026-06"],
      ["2026-05", "2026-06"],
      ["2026-05", "2026-06"],
    ]);
  });

  it("is gone, too, where a tracked change takes it out, and is told", async () => {
    const deleted = `<w:del><w:r><w:delText>31 December 2026</w:delText></w:r></w:del>`;
    const action = await onlyAction(wordDue(deleted, `<w:ins>${run("30 June 2026")}</w:ins>`));
    expect(action).toMatchObject({ due: ["2026-06-30"], dueText: "30 June 2026" });
    expect(action.problems).toEqual([told("Table 1, row 2", "31 December 2026")]);
  });

  it("leaves no date where there is no other", async () => {
    const action = await onlyAction(wordDue(run("31 December 2026", "<w:strike/>")));
    expect(action).toMatchObject({
      due: [],
      problems: [told("Table 1, row 2", "31 December 2026")],
    });
    expect(action).not.toHaveProperty("dueText");
  });

  it("leaves the words on both sides of it apart", async () => {
    const action = await onlyAction(
      wordDue(
        run("by 30"),
        run(" May", "<w:strike/>"),
        run(" June "),
        run("2025 ", "<w:strike/>"),
        run("2026"),
      ),
    );
    expect(action).toMatchObject({ dueText: "by 30 June 2026", due: ["2026-06-30"] });
  });
});

describe("a rating, a name and an agency that are struck through", () => {
  it("give way to those beside them", async () => {
    const action = await onlyAction(
      word([
        [
          inCell(run("MICB ", "<w:strike/>"), run("MVH")),
          "Keep a list",
          cell([paragraph("Matron", { struck: true }), paragraph("Head of Midwifery")]),
          "May 2026",
          cell([paragraph("Green", { struck: true }), paragraph("Red")]),
        ],
      ]),
    );
    expect(action).toMatchObject({
      agencies: ["MVH"],
      leads: ["Head of Midwifery"],
      rating: "Red",
    });
    expect(action.problems).toEqual([told("Table 1, row 2", "MICB | Matron | Green")]);
  });

  it("leave nothing where nothing is written beside them: neither the colour behind nor the agency above", async () => {
    const { recommendations } = await word([
      ["MVH", "Keep a list", "Matron", "May 2026", "Red"],
      [
        struck("MICB"),
        "Share it",
        "Clerk",
        "May 2026",
        cell("Green", { struck: true, shade: "00B050" }),
      ],
    ]);
    const [, second] = recommendations[0]?.actions ?? [];
    expect(second).toMatchObject({ text: "Share it", agencies: [] });
    expect(second).not.toHaveProperty("rating");
  });
});

describe("an action that is struck through", () => {
  const live = ["MVH", "Keep a list", "Matron", "May 2026", "Green"];
  const withdrawn = ["MICB", "Share it", "Clerk", "June 2026", "Green"];

  it("is no action where its whole row is, and is told with all its words", async () => {
    const action = await onlyAction(word([withdrawn.map(struck), live]));
    expect(action).toMatchObject({ text: "Keep a list", agencies: ["MVH"] });
    expect(action.problems).toEqual([
      {
        where: "Table 1, row 2",
        what: `The whole row is struck through, and was not taken over: ${withdrawn.join(" | ")}`,
      },
    ]);
  });

  it("is none where only its words are, and its row is told", async () => {
    const [agency = "", text = "", ...others] = withdrawn;
    const action = await onlyAction(word([live, [agency, struck(text), ...others]]));
    expect(action).toMatchObject({ text: "Keep a list" });
    expect(action.problems).toEqual([
      told("Table 1, row 3", "Share it"),
      {
        where: "Table 1, row 3",
        what: "Its action is struck through, so the row was not taken over: MICB | Clerk | June 2026 | Green",
      },
    ]);
  });

  it("takes what goes on with it along", async () => {
    const action = await onlyAction(
      word([live, withdrawn.map(struck), ["", "", "Named Nurse", "July 2026", ""]]),
    );
    expect(action).toMatchObject({ leads: ["Matron"], due: ["2026-05"] });
    expect(action.problems).toContainEqual({
      where: "Table 1, row 4",
      what: "Goes on with an action that is struck through, and was not taken over: Named Nurse | July 2026",
    });
  });

  it("is still for whom and what the rows below it are", async () => {
    const rows = [
      ["1", "Share letters", ...live],
      ["2", "Ask of fathers", "MICB", "Write a form", "Clerk", "June 2026", "Red"].map(struck),
      ["", "", "", "Use the form", "Nurse", "July 2026", "Amber"],
    ];
    const { recommendations } = await readPlanDocument(
      docx([table([row(columns, { header: true }), ...rows.map((cells) => row(cells))])]),
    );
    expect(recommendations).toMatchObject([
      { ref: "1", actions: [{ text: "Keep a list" }] },
      { ref: "2", text: "Ask of fathers", actions: [{ text: "Use the form", agencies: ["MICB"] }] },
    ]);
  });

  it("takes its recommendation along where that is struck through and has no other", async () => {
    const rows = [
      ["1", "Share letters", ...live],
      ["2", "Ask of fathers", ...withdrawn].map(struck),
      ["2", "Ask of all parents", ...live],
    ];
    const { recommendations } = await readPlanDocument(
      docx([table([row(columns, { header: true }), ...rows.map((cells) => row(cells))])]),
    );
    expect(recommendations.map(({ text }) => text)).toEqual([
      "Share letters",
      "Ask of all parents",
    ]);
  });
});

describe("a recommendation over its actions that is struck through", () => {
  it("keeps the actions below it from the one above", async () => {
    const { recommendations, problems } = await withStruckHeading(paragraph(""));
    expect(recommendations).toMatchObject([
      { ref: "1", actions: [{ text: "One" }] },
      { ref: "2", actions: [{ text: "Two" }] },
    ]);
    expect(problems).toEqual([told("After table 1", "Recommendation 2: Ask of fathers")]);
  });

  it("gives way to the one written below it", async () => {
    const { recommendations } = await withStruckHeading(
      paragraph("Recommendation 2: Ask of all parents", { style: "Heading2" }),
    );
    expect(recommendations).toMatchObject([
      { ref: "1" },
      { ref: "2", text: "Ask of all parents", actions: [{ text: "Two" }] },
    ]);
  });
});

describe("words that are struck through in a workbook", () => {
  const live = ["1", "Share letters", "MVH", "Keep a list", "Matron"] as const;

  it("do not count, be it a whole cell or some of its words", async () => {
    const former = `<r><rPr><strike/></rPr><t>31 December 2026 </t></r><r><rPr><strike val="0"/></rPr><t>30 June 2026</t></r>`;
    const { recommendations, problems } = await workbook([
      [...live, { runs: former }, "Red"],
      ["2", "Ask", "MVH", "Use a form", "Clerk", { value: 46_387, style: "struckDate" }, "Red"],
    ]);
    expect(recommendations.flatMap(({ actions }) => actions.map(({ due }) => due))).toEqual([
      ["2026-06-30"],
      [],
    ]);
    expect(problems).toEqual([
      told("Sheet “Plan”, row 2", "31 December 2026"),
      told("Sheet “Plan”, row 3", "31/12/2026"),
    ]);
  });

  it("make no action of a row that is struck through", async () => {
    const withdrawn = ["2", "Ask", "MICB", "Use a form", "Clerk", "June 2026", "Red"];
    const { recommendations, problems } = await workbook([
      [...live, "May 2026", "Red"],
      withdrawn.map((value) => ({ value, style: "struck" }) as const),
    ]);
    expect(recommendations.map(({ ref }) => ref)).toEqual(["1"]);
    expect(problems).toEqual([
      {
        where: "Sheet “Plan”, row 3",
        what: `The whole row is struck through, and was not taken over: ${withdrawn.join(" | ")}`,
      },
    ]);
  });
});

describe("words that are struck through in text", () => {
  it.each([
    "<s>31 December 2026</s> 30 June 2026",
    "<strike>31 December 2026</strike> 30 June 2026",
    "<del>31 December 2026</del> <ins>30 June 2026</ins>",
    `<span style="color:red; text-decoration: underline line-through">31 <b>December</b> 2026</span> 30 June 2026`,
    `<p style="text-decoration-line:line-through">31 December 2026</p><p>30 June 2026</p>`,
  ])("do not count in HTML: %s", async (due) => {
    const action = await onlyAction(readPlanDocument(strToU8(page(due))));
    expect(action).toMatchObject({ dueText: "30 June 2026", due: ["2026-06-30"] });
    expect(action.problems).toEqual([told("Table 1, row 2", "31 December 2026")]);
  });

  it.each(["~~31 December 2026~~ 30 June 2026", "**~~31 December 2026~~** **30 June 2026**"])(
    "do not count in Markdown: %s",
    async (due) => {
      const text = `## Recommendation 1: Share letters\n\n| ${headings.join(" | ")} |\n|---|---|---|---|---|\n| MVH | Keep a list | Matron | ${due} | Green |\n`;
      const action = await onlyAction(readPlanDocument(strToU8(text)));
      expect(action).toMatchObject({ dueText: "30 June 2026", due: ["2026-06-30"] });
      expect(action.problems).toEqual([told("Table 1, row 2", "31 December 2026")]);
    },
  );
});

describe("words with a line drawn through them in a PDF", () => {
  const places = [40, 120, 290, 480, 680, 800];
  const live = ["MVH", "Keep a list", "Matron", "31 December 2026 30 June 2026", "Green"];
  /** A plan whose second row begins here, with what is drawn over it. */
  const read = (...drawn: readonly string[]) =>
    readPlanDocument(
      pdf([
        [
          words(40, 500, "Recommendation 1: Share letters", { size: 12, bold: true }),
          ...ruledTable(places, 480, [{ cells: headings, bold: true }, { cells: live }]),
          ...drawn,
        ],
      ]),
    );
  const baseline = 450.5;
  const [from, to] = [485, 556];

  it("do not count, whole pieces or some words of one", async () => {
    const action = await onlyAction(read(line(from, baseline + 2.5, to, baseline + 2.5)));
    expect(action).toMatchObject({ dueText: "30 June 2026", due: ["2026-06-30"], rating: "Green" });
    expect(action.problems).toEqual([told("Table 1, row 2", "31 December 2026")]);
  });

  it("do not count in a table without ruling lines", async () => {
    const rows = [headings, live, ["MICB", "Share it", "Clerk", "May 2026", "Red"]];
    const drawn = rows.flatMap((cells, at) =>
      cells.map((text, column) => words((places[column] ?? 0) + 5, 480 - at * 30, text)),
    );
    const { recommendations, problems } = await readPlanDocument(
      pdf([
        [
          words(40, 500, "Recommendation 1: Share letters", { size: 12, bold: true }),
          ...drawn,
          line(from, 452.5, to, 452.5),
        ],
      ]),
    );
    expect(recommendations[0]?.actions.map(({ due }) => due)).toEqual([
      ["2026-06-30"],
      ["2026-05"],
    ]);
    expect(problems).toEqual([told("Table 1, row 2", "31 December 2026")]);
  });

  it("count where the line is under them", async () => {
    const action = await onlyAction(read(line(from, baseline - 1.5, to, baseline - 1.5)));
    expect(action).toMatchObject({ due: ["2026-12-31", "2026-06-30"], problems: [] });
  });
});
