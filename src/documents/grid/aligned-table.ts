import type { Block, Cell, Row, Table } from "../model/blocks.ts";
import type { Piece } from "../pdf/page-parts.ts";
import { type AlignedRow, type PrintedLine, rowsOf, standsAcross } from "./aligned-rows.ts";
import { readColumns } from "../recognise/column-headings.ts";

/** A table without ruling lines: which lines it takes, and what stands in its cells. */
export interface AlignedTable {
  readonly from: number;
  readonly to: number;
  /** Where its columns begin. */
  readonly lefts: readonly number[];
  readonly rows: readonly AlignedRow[];
}

interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
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
  /** True where another table ends directly before. */
  readonly afterTable: boolean;
  /** Throws for a table of so many lines and columns that it is none of a plan. */
  readonly refuseHuge?: (lines: number, columns: number) => void;
}

/**
 * The table of a plan that is told by where its words stand: its headings, in one line or several, are what plans use, and
 * under them every column begins in one place. Undefined where there are no such headings.
 */
export function alignedTable(
  lines: readonly PrintedLine[],
  { gap, afterTable, refuseHuge = () => {} }: Options,
): AlignedTable | undefined {
  const from = headingAt(lines, gap);
  const heading = from === undefined ? undefined : lines[from];
  if (from === undefined || !heading) return undefined;
  const own = lines.slice(from);
  const inColumns = own.slice(0, 400).filter((line) => segmentsOf(line, gap).length > 1);
  const lefts = columnsUnder(segmentsOf(heading, gap), inColumns);
  const to = from + lengthOf(own, lefts, gap);
  refuseHuge(to - from, lefts.length);
  const [headings, first, ...others] = rowsOf(lines.slice(from, to), lefts);
  if (!headings || !first) return undefined;
  const rows = [
    headings,
    afterTable && from === 0 ? { ...first, beginsPage: true } : first,
    ...others,
  ];
  return { from, to, lefts, rows };
}

/** Words that stand near each other are one segment. */
function segmentsOf({ pieces }: PrintedLine, gap: number): readonly Segment[] {
  const found: Segment[] = [];
  for (const { text, left, right, size } of pieces) {
    const last = found.at(-1);
    if (last && left - last.right <= gap * size)
      found[found.length - 1] = { text: `${last.text} ${text.trim()}`, left: last.left, right };
    else found.push({ text: text.trim(), left, right });
  }
  return found;
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
  if (namesColumns(names)) return true;
  for (const line of below) {
    for (const { text, left, right } of segmentsOf(line, gap)) {
      const over = segments.findIndex((each) => left < each.right && right > each.left);
      if (over < 0) return false;
      names[over] = `${names[over] ?? ""} ${text}`;
    }
    if (namesColumns(names)) return true;
  }
  return false;
}

function namesColumns(names: readonly string[]): boolean {
  const cells = names.map((text, column): Cell => ({
    blocks: [{ kind: "paragraph", text, runs: [] }],
    row: 1,
    column,
    columnSpan: 1,
  }));
  return readColumns({ number: 1, isHeader: false, cells }) !== undefined;
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
      : row.columns.map((own, column) => ({
          blocks: own.length > 0 ? blocksOf(own, rooms[column] ?? whole) : [],
          row: at,
          column,
          columnSpan: 1,
        }));
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

function farthest(pieces: readonly Piece[]): number {
  return pieces.reduce((most, { right }) => Math.max(most, right), 0);
}
