import type { Block, Cell, Row, Table } from "../model/blocks.ts";
import type { Piece } from "../pdf/page-parts.ts";
import {
  type AlignedRow,
  piecesIn,
  type PrintedLine,
  rowsOf,
  standsAcross,
} from "./aligned-rows.ts";
import { dividedHeadings } from "./divided-headings.ts";
import { namesColumns, type Segment, segmentsOf } from "./segments.ts";

/** A table without ruling lines: which lines it takes, and what stands in its cells. */
export interface AlignedTable {
  readonly from: number;
  readonly to: number;
  /** Where its columns begin. */
  readonly lefts: readonly number[];
  readonly rows: readonly AlignedRow[];
  /** Of each column, without spaces. */
  readonly headings: readonly string[];
}

/** Headings may take so many lines. */
const headingLines = 4;
/** Nothing is looked for beyond so many lines that could be headings. */
const mostCandidates = 2_000;
/** So many lines across in a row are no table any more. */
const proseLines = 4;

interface Options {
  /** In letters' heights: what parts one column from the next. */
  readonly gap: number;
  /** The headings of a table that ends directly before. */
  readonly known: readonly string[] | undefined;
  /** Throws for a table of so many lines and columns that it is none of a plan. */
  readonly refuseHuge?: (lines: number, columns: number) => void;
}

/**
 * The table of a plan that is told by where its words stand: its headings, in one line or several, are what plans use, and
 * under them every column begins in one place. Undefined where there are no such headings.
 */
export function alignedTable(
  lines: readonly PrintedLine[],
  { gap, known, refuseHuge = () => {} }: Options,
): AlignedTable | undefined {
  const from = headingAt(lines, gap) ?? lines.length;
  const heading = lines[from];
  if (!heading) return undefined;
  const own = lines.slice(from);
  const inColumns = own.slice(0, 400).filter((line) => segmentsOf(line, gap).length > 1);
  const columns = dividedHeadings(own, gap)?.columns ?? segmentsOf(heading, gap);
  const lefts = columnsUnder(columns, inColumns);
  const to = from + lengthOf(own, lefts, gap);
  refuseHuge(to - from, lefts.length);
  const before = from === 0 ? known : undefined;
  const [headings, first, ...others] = allRows(lines.slice(from, to), lefts, gap, before);
  if (!headings || !first) return undefined;
  const rows = [headings, before ? { ...first, beginsPage: true } : first, ...others];
  return { from, to, lefts, rows, headings: wordsOf(headings) };
}

/** With its headings, which may take several lines, as the first row. */
function allRows(
  lines: readonly PrintedLine[],
  lefts: readonly number[],
  gap: number,
  known: readonly string[] | undefined,
): readonly AlignedRow[] {
  const headed = (known && headingsAgain(lines, lefts, known)) ?? dividedRow(lines, gap);
  return headed ? [headed.row, ...rowsOf(lines.slice(headed.lines), lefts)] : rowsOf(lines, lefts);
}

interface HeadingRow {
  readonly row: AlignedRow;
  readonly lines: number;
}

function dividedRow(lines: readonly PrintedLine[], gap: number): HeadingRow | undefined {
  const divided = dividedHeadings(lines, gap);
  if (!divided) return undefined;
  const columns = divided.columns.map(({ pieces }) => pieces);
  const over = divided.columns.map((column) => column.over);
  return { row: { beginsPage: false, columns, fills: [], over }, lines: divided.lines };
}

/** On the next page the same headings take the lines that say just that; what follows may be the rest of a row. */
function headingsAgain(
  lines: readonly PrintedLine[],
  lefts: readonly number[],
  known: readonly string[],
): HeadingRow | undefined {
  for (let count = 1; count <= headingLines; count += 1) {
    const row: AlignedRow = {
      beginsPage: false,
      columns: piecesIn(lines.slice(0, count), lefts),
      fills: [],
    };
    if (wordsOf(row).join("\n") === known.join("\n")) return { row, lines: count };
  }
  return undefined;
}

function wordsOf({ columns }: AlignedRow): readonly string[] {
  return columns.map((pieces) =>
    pieces.map(({ text }) => text.replaceAll(/\s/g, "").toLowerCase()).join(""),
  );
}

function headingAt(lines: readonly PrintedLine[], gap: number): number | undefined {
  let candidates = 0;
  for (const [at, line] of lines.entries()) {
    if (line.pieces.length < 3) continue;
    const segments = segmentsOf(line, gap);
    if (segments.length < 3) continue;
    candidates += 1;
    if (candidates > mostCandidates) return undefined;
    if (readsAsHeadings(segments, lines.slice(at + 1, at + headingLines), gap)) return at;
    if (dividedHeadings(lines.slice(at, at + headingLines + 1), gap)) return at;
  }
  return undefined;
}

/** True where these segments, alone or with what stands under them, name the columns of a plan. */
function readsAsHeadings(
  segments: readonly Segment[],
  below: readonly PrintedLine[],
  gap: number,
): boolean {
  const names = segments.map(({ text }) => text);
  if (segments.some(({ text }) => text.length > 40)) return false;
  if (namesColumns(names.map((text) => ({ text })))) return true;
  for (const line of below) {
    for (const { text, left, right } of segmentsOf(line, gap)) {
      const over = segments.findIndex((each) => left < each.right && right > each.left);
      if (over < 0) return false;
      names[over] = `${names[over] ?? ""} ${text}`;
    }
    if (namesColumns(names.map((text) => ({ text })))) return true;
  }
  return false;
}

/** Where each column begins: in the gap before its heading that nearly no line prints in. */
function columnsUnder(
  headings: readonly Segment[],
  lines: readonly PrintedLine[],
): readonly number[] {
  return headings.map((heading, index) => {
    const before = headings[index - 1];
    return before ? gutterBefore(heading, before, lines) : Number.NEGATIVE_INFINITY;
  });
}

/** The place, from the heading to the left, that the fewest words cover; nearest to the heading where several are as free. */
function gutterBefore(heading: Segment, before: Segment, lines: readonly PrintedLine[]): number {
  const places = Array.from(
    { length: Math.max(1, Math.ceil(heading.left - before.left)) },
    (_, step) => heading.left - 0.5 - step,
  ).filter((x) => x > before.left + 0.5);
  let best = { x: heading.left - 0.5, covered: Number.POSITIVE_INFINITY };
  for (const x of places) {
    const covered = lines.filter(({ pieces }) =>
      pieces.some(({ left, right }) => left < x && right > x),
    ).length;
    if (covered < best.covered) best = { x, covered };
    if (covered === 0) break;
  }
  return best.x;
}

/** To the next page that begins with headings of its own, or where lines across it go on as prose does. */
function lengthOf(lines: readonly PrintedLine[], lefts: readonly number[], gap: number): number {
  let across = 0;
  for (const [at, line] of lines.entries()) {
    const isNewPage = at > 0 && lines[at - 1]?.page !== line.page;
    if (isNewPage && (headingAt(lines.slice(at, at + 3), gap) ?? 3) < 3) return at;
    across = standsAcross(line, lefts) ? across + 1 : 0;
    if (across >= proseLines) return at + 1 - proseLines;
  }
  return lines.length - across;
}

/** How far to the right the words of a cell could go, and how far those of its column do. */
export interface CellRoom {
  readonly next: number;
  readonly farthest: number;
}

/** The table of these rows, with what `blocksOf` makes of the pieces of a cell. */
export function tableOfAligned(
  { lefts, rows }: AlignedTable,
  number: number,
  blocksOf: (pieces: readonly Piece[], room: CellRoom) => readonly Block[],
): Table {
  const pieces = rows.flatMap((row) => [...row.columns.flat(), ...(row.across ?? [])]);
  const end = farthest(pieces);
  const rooms = lefts.map((_, column) => ({
    next: lefts[column + 1] ?? end,
    farthest: farthest(rows.flatMap((row) => row.columns[column] ?? [])),
  }));
  const whole = { next: end, farthest: end };
  const cellsOf = (row: AlignedRow, at: number): readonly Cell[] =>
    row.across
      ? [{ blocks: blocksOf(row.across, whole), row: at, column: 0, columnSpan: lefts.length }]
      : row.columns.map((own, column) => {
          const shading = shadingIn(row, lefts, column);
          const over = row.over?.[column];
          return {
            blocks: own.length > 0 ? blocksOf(own, rooms[column] ?? whole) : [],
            row: at,
            column,
            columnSpan: 1,
            ...(shading && { shading }),
            ...(over !== undefined && { over }),
          };
        });
  return {
    kind: "table",
    number,
    columns: lefts.length,
    rows: rows.map((row, index): Row => ({
      number: index + 1,
      isHeader: false,
      cells: cellsOf(row, index + 1),
      ...(row.beginsPage && { beginsPage: true }),
    })),
  };
}

/** The last colour laid behind this cell alone: one behind the whole row only makes it easier to follow. */
function shadingIn(
  { fills }: AlignedRow,
  lefts: readonly number[],
  column: number,
): string | undefined {
  const [from = 0, to = Number.POSITIVE_INFINITY] = [lefts[column], lefts[column + 1]];
  const own = fills.findLast(({ left, right }) => {
    const middle = (left + right) / 2;
    return middle > from && middle < to && right - left < (to - from) * 1.3;
  });
  const alike = fills.filter(({ colour }) => colour === own?.colour);
  const isOfRow = new Set(alike.map(({ left }) => Math.round(left))).size >= lefts.length;
  return isOfRow ? undefined : own?.colour;
}

function farthest(pieces: readonly Piece[]): number {
  return pieces.reduce((most, { right }) => Math.max(most, right), 0);
}
