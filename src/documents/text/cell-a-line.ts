import { namesColumns } from "../grid/segments.ts";
import type { Block, Cell, Row, Table } from "../model/blocks.ts";
import { columnMeaning } from "../recognise/heading-meanings.ts";
import { cellsRunTogether } from "../recognise/lost-table.ts";
import { type CellLines, likeliestRows } from "./likeliest-rows.ts";

/** A table whose cells stand one a line, below each other, and what stands around it. */
export interface CellALine {
  readonly before: readonly string[];
  readonly table: Table;
  readonly after: readonly string[];
}

const fewestHeadings = 5;
const mostHeadings = 16;
/** In so many lines nothing is tried. */
const mostTried = 10_000;

/**
 * The table of a text that prints each cell on a line of its own, after the headings in their order. Its rows are put back
 * where dates, ratings and numbers stand where their headings say; else it is a table of lines that says so. Undefined
 * where no such headings stand one under the other.
 */
export function cellALine(
  lines: readonly string[],
  nextTable: () => number,
  paragraphs: (lines: readonly string[]) => readonly Block[],
): CellALine | undefined {
  const from = lines.findIndex((_, at) => headingsAt(lines, at) > 0);
  if (from < 0) return undefined;
  const isLong = lines.length - from > mostTried;
  const [likeliest] = (isLong ? [] : readings(lines, from)).toSorted(
    (one, other) => one.cost - other.cost,
  );
  if (likeliest) {
    const { at, headings, rest, rows, to } = likeliest;
    const table = tableOf([headings.map((heading) => [heading]), ...rows], nextTable(), paragraphs);
    return { before: lines.slice(0, at), table, after: rest.slice(to) };
  }
  const left = lines.slice(from).filter((line) => line.trim());
  const whole = tableOf([[left]], nextTable(), paragraphs);
  return {
    before: lines.slice(0, from),
    table: { ...whole, unreadable: cellsRunTogether },
    after: [],
  };
}

interface Reading {
  readonly at: number;
  readonly headings: readonly string[];
  readonly rest: readonly string[];
  readonly rows: readonly (readonly CellLines[])[];
  /** Of the lines after the headings, those that the rows take. */
  readonly to: number;
  readonly cost: number;
}

/** A title may look like the first of the headings, and a short cell like the last. */
function readings(lines: readonly string[], from: number): readonly Reading[] {
  return [from, from + 1, from + 2].flatMap((at) => {
    const most = headingsAt(lines, at);
    const counts = Array.from(
      { length: Math.max(0, most - fewestHeadings + 1) },
      (_, less) => most - less,
    );
    return counts.flatMap((count) => readingOf(lines, at, count) ?? []);
  });
}

function readingOf(lines: readonly string[], at: number, count: number): Reading | undefined {
  const headings = lines.slice(at, at + count).map(plain);
  if (!namesColumns(headings.map((text) => ({ text })))) return undefined;
  const rest = withoutHeadings(lines.slice(at + count), headings);
  const found = likeliestRows(rest, headings);
  if (!found) return undefined;
  const to = found.rows.reduce((sum, row) => sum + row.flat().length, 0);
  const left = rest.slice(to).filter(Boolean).length;
  return { at, headings, rest, rows: found.rows, to, cost: found.cost + 3 * left };
}

function plain(line: string): string {
  return line.replaceAll("\f", "").trim();
}

/** How many lines from here may be headings; 0 where they are none of a plan. */
function headingsAt(lines: readonly string[], from: number): number {
  if (!isKnown(lines[from] ?? "")) return 0;
  const near = lines.slice(from, from + mostHeadings);
  const end = near.findIndex((line) => !couldBeHeading(plain(line)));
  const own = end < 0 ? near : near.slice(0, end);
  // One of them may be none that plans use; of two, the first ends them.
  const two = own.findIndex((line, at) => at > 0 && !isKnown(line) && !isKnown(own[at + 1] ?? ""));
  const known = own.slice(0, two < 0 ? own.length : two).findLastIndex(isKnown) + 1;
  const names = own.slice(0, known).map((text) => ({ text: plain(text) }));
  return known >= fewestHeadings && namesColumns(names) ? known : 0;
}

function couldBeHeading(text: string): boolean {
  return text !== "" && text.length <= 40 && !/\d{2}|[.;|\t]/.test(text.replace(/\.$/, ""));
}

function isKnown(line: string): boolean {
  const text = plain(line);
  return couldBeHeading(text) && columnMeaning(text) !== "unfamiliar";
}

/** They are printed again at the top of a page. */
function withoutHeadings(lines: readonly string[], headings: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const isAgain = headings.every((heading, index) => plain(lines[at + index] ?? "") === heading);
    if (isAgain) at += headings.length - 1;
    else kept.push(plain(lines[at] ?? ""));
  }
  return kept;
}

function tableOf(
  rows: readonly (readonly CellLines[])[],
  number: number,
  paragraphs: (lines: readonly string[]) => readonly Block[],
): Table {
  const columns = rows[0]?.length ?? 0;
  return {
    kind: "table",
    number,
    columns,
    rows: rows.map((cells, index): Row => ({
      number: index + 1,
      isHeader: false,
      cells: cells.map((lines, column): Cell => ({
        blocks:
          cells.length === 1 ? paragraphs(lines) : lines.flatMap((line) => paragraphs([line])),
        row: index + 1,
        column,
        columnSpan: cells.length === 1 ? columns : 1,
      })),
    })),
  };
}
