import type { PrintedLine } from "../grid/aligned-rows.ts";
import { alignedTable, type CellRoom, tableOfAligned } from "../grid/aligned-table.ts";
import type { Limits } from "../limits.ts";
import type { Block, Table } from "../model/blocks.ts";
import { linesOfPieces } from "../pdf/lines.ts";
import type { Piece } from "../pdf/page-parts.ts";
import { paragraphsOfLines } from "../pdf/paragraphs-of-lines.ts";
import { refuseHugeTable } from "./table-limits.ts";

/** More than a word's space parts columns. */
const gap = 1.5;
const couldBeHeading = /\S {2,}\S(?:.*\S)? {2,}\S/;

/** A table that a program laid out with spaces, and the lines of text before it. */
export interface TextWithTable {
  readonly before: readonly string[];
  readonly table: Table;
  /** The line after it. */
  readonly to: number;
  /** The table's, to be known again on the next page. */
  readonly headings: readonly string[];
}

/** Lines of text, and those that print something with each of their words where it stands. */
export interface LaidOut {
  readonly lines: readonly string[];
  readonly printed: readonly PrintedLine[];
  /** Which of the lines each of them is. */
  readonly places: readonly number[];
}

/** Undefined where no line of the text could be the headings of a table that is laid out with spaces. */
export function laidOut(lines: readonly string[]): LaidOut | undefined {
  if (!lines.some((_, at) => couldBeginHeadings(lines, at))) return undefined;
  return { lines, ...printedLines(lines) };
}

/** The first table from this line on. Throws UnreadableDocumentError for a huge one; undefined where there is none. */
export function alignedInText(
  { lines, printed, places }: LaidOut,
  from: number,
  nextTable: () => number,
  { known, limits }: { readonly known: readonly string[] | undefined; readonly limits: Limits },
): TextWithTable | undefined {
  const first = places.findIndex((place) => place >= from);
  if (first < 0) return undefined;
  const table = alignedTable(printed.slice(first), {
    gap,
    known,
    refuseHuge: (rows, columns) => refuseHugeTable(rows, columns, limits),
  });
  if (!table) return undefined;
  return {
    before: lines.slice(from, places[first + table.from]),
    table: tableOfAligned(table, nextTable(), blocksOf),
    to: (places[first + table.to - 1] ?? lines.length) + 1,
    headings: table.headings,
  };
}

/** Cheap to ask of every line of a long text: gaps in it, and a plan's word in it or just below. */
function couldBeginHeadings(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (!couldBeHeading.test(line) || /[\t|]/.test(line)) return false;
  return /action|recommend|activity|task|\bwhat\b/i.test(lines.slice(at, at + 4).join(" "));
}

function blocksOf(pieces: readonly Piece[], { next }: CellRoom): readonly Block[] {
  return paragraphsOfLines(linesOfPieces(pieces, next - 1), () => 1);
}

/** Each word where it stands, letters counted as if all were as wide as high; blank lines only part. */
function printedLines(lines: readonly string[]) {
  const printed: PrintedLine[] = [];
  const places: number[] = [];
  let page = 1;
  for (const [at, line] of lines.entries()) {
    if (line.includes("\f")) page += 1;
    const pieces = [...line.replaceAll("\f", "").matchAll(/\S+/g)].map(
      ({ 0: text, index }): Piece => ({
        text,
        left: index,
        right: index + text.length,
        baseline: at,
        size: 1,
        bold: false,
        italic: false,
      }),
    );
    if (pieces.length === 0) continue;
    printed.push({ pieces, page });
    places.push(at);
  }
  return { printed, places };
}
