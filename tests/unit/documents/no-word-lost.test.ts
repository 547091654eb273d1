import { array, assert, asyncProperty, constantFrom, record, subarray } from "fast-check";
import { strToU8 } from "fflate";
import { expect, it } from "vitest";
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
        const lost = layout.rows.flat().flatMap((words) => words.match(/unlike\d+x\d+/g) ?? []);
        expect(lost.filter((word) => !found.includes(word))).toEqual([]);
        expect(read.problems.filter(({ where, what }) => !where || !what)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
);
