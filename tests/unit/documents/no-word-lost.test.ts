import { array, assert, asyncProperty, constantFrom, record, subarray } from "fast-check";
import { strToU8 } from "fflate";
import { expect, it } from "vitest";
import type { DocumentRecommendation } from "#documents/plan-document.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { cell, docx, paragraph, row, table } from "#tests/support/docx-builder.ts";
import { sheet, xlsx } from "#tests/support/xlsx-builder.ts";

const headings = [
  "Ref",
  "Recommendation",
  "Details Theme/Timescale",
  "Agency",
  "Actions Required",
  "Responsible officer(s)",
  "Milestones",
  "Completion date",
  "Monitoring/ Status Notes",
  "RAG",
  "Cost centre",
  "",
];

/** What a cell may begin with, so that readers take it for something. */
const beginnings = [
  "",
  "",
  "",
  "Recommendation 3:",
  "2.1",
  "Outcome:",
  "Evidence:",
  "Theme 2:",
  "(See 1.1)",
  "Marl Valley NHS Trust",
  "Within 3 months",
  "31 May 2026",
  "Green",
  "Should",
];

/** Most cells are as they were written; of some all words are struck through, of some a few. */
const strikes = array(
  array(constantFrom("no", "no", "no", "whole", "former"), { minLength: 12, maxLength: 12 }),
  { minLength: 6, maxLength: 6 },
);

interface Layout {
  readonly columns: readonly string[];
  /** A row with one cell stands across the table; an empty cell is empty. */
  readonly rows: readonly (readonly string[])[];
}

const drafts = record({
  columns: subarray(headings, { minLength: 3 }),
  rows: array(
    record({
      across: constantFrom(true, false, false, false),
      cells: array(constantFrom(...beginnings, "–"), { minLength: 12, maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

/** Every cell has a word that stands nowhere else. */
function layoutOf({
  columns,
  rows,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly across: boolean; readonly cells: readonly string[] }[];
}): Layout {
  return {
    columns,
    rows: rows.map(({ across, cells }, at) =>
      (across ? [0] : columns.map((_, column) => column)).map((column) => {
        const begins = cells[column] ?? "";
        return begins === "–" && !across ? "" : `${begins} unlike${at}x${column}`.trim();
      }),
    ),
  };
}

const title = "Action plan of Marlshire";

const forms: readonly (readonly [string, (layout: Layout) => Uint8Array])[] = [
  [
    "Word",
    ({ columns, rows }) =>
      docx([
        paragraph(title, { bold: true }),
        table([
          row(columns, { header: true }),
          ...rows.map((cells) =>
            row(cells.length === 1 ? [cell(cells[0] ?? "", { span: columns.length })] : cells),
          ),
        ]),
      ]),
  ],
  ["Excel", ({ columns, rows }) => xlsx([sheet([[title], columns, ...rows], { name: "Plan" })])],
  [
    "Markdown",
    ({ columns, rows }) =>
      strToU8(
        [
          `# ${title}`,
          "",
          ...[columns, columns.map(() => "---"), ...rows].map(
            (cells) => `| ${cells.join(" | ")} |`,
          ),
        ].join("\n"),
      ),
  ],
  [
    "HTML",
    ({ columns, rows }) =>
      strToU8(
        `<h1>${title}</h1><table>${[columns, ...rows]
          .map((cells) => `<tr>${cells.map((each) => `<td>${each}</td>`).join("")}</tr>`)
          .join("")}</table>`,
      ),
  ],
  [
    "CSV",
    ({ columns, rows }) =>
      strToU8(
        [columns, ...rows.map((cells) => columns.map((_, at) => cells[at] ?? ""))]
          .map((cells) => cells.map((each) => `"${each}"`).join(","))
          .join("\r\n"),
      ),
  ],
];

it.each(forms)(
  "every word of a table in %s is in what was read, or in a problem that says where",
  { timeout: 60_000 },
  async (_, write) => {
    await assert(
      asyncProperty(drafts, async (draft) => {
        const layout = layoutOf(draft);
        const read = await readPlanDocument(write(layout));
        const found = JSON.stringify(read);
        const lost = layout.rows.flat().flatMap(marksIn);
        expect(lost.filter((word) => !found.includes(word))).toEqual([]);
        expect(read.problems.filter(({ where, what }) => !where || !what)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
);

it(
  "words that are struck through are told, and in no action but as whose it is",
  { timeout: 60_000 },
  () =>
    assert(
      asyncProperty(drafts, strikes, async (draft, how) => {
        const { columns, rows } = layoutOf(draft);
        const cells = rows.map((own, at) =>
          own.map((words, column) => struckCell(words, how[at]?.[column] ?? "no")),
        );
        const span = (own: readonly unknown[]) => (own.length === 1 ? columns.length : 1);
        const written = cells.map((own) =>
          row(own.map(({ lines }) => cell(lines, { span: span(own) }))),
        );
        const plan = table([row(columns, { header: true }), ...written]);
        const read = await readPlanDocument(docx([paragraph(title, { bold: true }), plan]), {
          kind: "plan",
        });
        const struck = cells.flat().flatMap(({ gone }) => gone);
        const live = cells.flat().flatMap(({ kept }) => kept);
        expect(lacking(read.problems, struck)).toEqual([]);
        expect(lacking(read, live)).toEqual([]);
        expect(lacking(read.recommendations.flatMap(sayings), struck)).toEqual(struck);
      }),
      { numRuns: 60 },
    ),
);

/** What a recommendation's actions say, but for whose they are: that may stand in a row that was struck through. */
function sayings({ actions }: DocumentRecommendation): readonly unknown[] {
  return actions.map((action) => ({ ...action, agency: "", agencies: [] }));
}

/** Lines of a cell that are struck through whole, in part or not at all, and their words that stand nowhere else. */
function struckCell(words: string, how: string) {
  const own = marksIn(words);
  if (how === "whole") return { lines: [paragraph(words, { struck: true })], gone: own, kept: [] };
  if (how === "no") return { lines: [paragraph(words)], gone: [], kept: own };
  const former = own.map((mark) => `former${mark}`);
  const before = paragraph(former.join(" "), { struck: true });
  return { lines: [before, paragraph(words)], gone: former, kept: own };
}

function marksIn(words: string): readonly string[] {
  return words.match(/unlike\d+x\d+/g) ?? [];
}

function lacking(said: unknown, marks: readonly string[]): readonly string[] {
  const found = new Set(JSON.stringify(said).match(/(?:former)?unlike\d+x\d+/g));
  return marks.filter((mark) => !found.has(mark));
}
