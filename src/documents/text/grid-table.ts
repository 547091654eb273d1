import type { Limits } from "../limits.ts";
import type { Block, Table } from "../model/blocks.ts";
import { refuseHugeTable } from "./table-limits.ts";
import { tableOfText, type TextRow } from "./text-tables.ts";

/** "+----+-----+" above and below each row. */
const rule = /^\s*\+(?:[-=:]+\+){2,}\s*$/;

/** Where such a table stands among lines: from its first line to behind its last. */
export interface GridTable {
  readonly from: number;
  readonly to: number;
  readonly table: Table;
}

/**
 * The first table that is drawn with strokes, as converters write tables whose cells take several lines. `paragraphs`
 * makes what stands in a cell of its lines. Throws UnreadableDocumentError for a huge table.
 */
export function gridTableIn(
  lines: readonly string[],
  nextTable: () => number,
  paragraphs: (lines: readonly string[]) => readonly Block[],
  limits: Limits,
): GridTable | undefined {
  const from = lines.findIndex((line, at) => rule.test(line) && /^\s*\|/.test(lines[at + 1] ?? ""));
  if (from < 0) return undefined;
  const after = lines.findIndex((line, at) => at > from && !/^\s*[|+]/.test(line));
  const to = after < 0 ? lines.length : after;
  const strokes = [...(lines[from] ?? "").matchAll(/\+/g)].map(({ index }) => index);
  const rows: TextRow[] = [];
  let cells: string[][] = [];
  for (const line of lines.slice(from + 1, to)) {
    if (!rule.test(line)) addLine(cells, line, strokes);
    else if (cells.length > 0) {
      refuseHugeTable(rows.length + 1, strokes.length - 1, limits);
      rows.push({ values: cells.map((own) => paragraphs(wholeLines(own))), afterBlank: false });
      cells = [];
    }
  }
  return { from, to, table: tableOfText(rows, nextTable()) };
}

function addLine(cells: string[][], line: string, strokes: readonly number[]): void {
  strokes.slice(1).forEach((end, column) => {
    const own = (cells[column] ??= []);
    own.push(line.slice((strokes[column] ?? 0) + 1, end).trim());
  });
}

/** Lines were broken to fit the cell; a blank one, a stroke backwards at the end or a mark of a list ends a paragraph. */
function wholeLines(lines: readonly string[]): readonly string[] {
  const whole: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    const isBegun = goesOn && line !== "" && !/^(?:[-*+•]\s|\d{1,2}[.)]\s)/.test(line);
    const words = line.replace(/\\$/, "");
    if (isBegun) whole[whole.length - 1] = `${whole.at(-1) ?? ""} ${words}`;
    else if (words) whole.push(words);
    goesOn = line !== "" && !line.endsWith("\\");
  }
  return whole;
}
