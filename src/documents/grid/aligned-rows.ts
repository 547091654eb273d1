import type { Fill, Piece } from "../pdf/page-parts.ts";

/** What is printed on one line, from the left, and on which page. */
export interface PrintedLine {
  readonly pieces: readonly Piece[];
  readonly page: number;
  /** A line ruled across parts it from what is printed above. */
  readonly isRuledOff?: boolean;
  /** What is laid behind it. */
  readonly fills?: readonly Fill[];
}

export interface AlignedRow {
  readonly beginsPage: boolean;
  /** One line across, or the pieces of each column. */
  readonly across?: readonly Piece[];
  readonly columns: readonly (readonly Piece[])[];
  readonly fills: readonly Fill[];
  /** What stands over each of its columns and others, where it is a row of headings. */
  readonly over?: readonly (string | undefined)[];
}

interface GrowingRow {
  beginsPage: boolean;
  across?: readonly Piece[];
  columns: Piece[][];
  fills: Fill[];
}

/**
 * Cells begin at the top of their row. Where rows have room between them, what follows such room in several columns begins
 * one. Where they have none, a line that prints in a column whose cell had come to its end does, or one all of whose words
 * begin anew.
 */
export function rowsOf(
  lines: readonly PrintedLine[],
  lefts: readonly number[],
): readonly AlignedRow[] {
  const rows: GrowingRow[] = [];
  const isRuled = lines.filter(({ isRuledOff }) => isRuledOff).length > 2;
  const begins = hasRoomBetweenRows(lines, lefts) ? beginsAfterRoom : beginsRow;
  for (const [at, line] of lines.entries()) {
    const beginsPage = at > 0 && lines[at - 1]?.page !== line.page;
    const columns = piecesIn([line], lefts);
    const fills = fillsOf(line);
    const row = beginsPage ? undefined : openRow(rows, columns, isRuled);
    if (isLineAcross(line, lefts, isRuled))
      rows.push({ beginsPage, across: line.pieces, columns: [], fills });
    else if (row && !(isRuled ? line.isRuledOff : begins(row.columns, columns, lefts)))
      addTo(row, columns, fills);
    else rows.push({ beginsPage, columns, fills });
  }
  return rows;
}

function fillsOf({ fills = [] }: PrintedLine): Fill[] {
  return [...fills];
}

/** Between ruled lines, only what begins there stands across. */
function isLineAcross(line: PrintedLine, lefts: readonly number[], isRuled: boolean): boolean {
  return standsAcross(line, lefts) && (!isRuled || line.isRuledOff === true);
}

/** The row that may go on: none across, and no headings with room under them. */
function openRow(
  rows: readonly GrowingRow[],
  columns: readonly (readonly Piece[])[],
  isRuled: boolean,
): GrowingRow | undefined {
  const row = rows.at(-1);
  const isDone =
    row?.across ?? (!isRuled && rows.length === 1 && row && hasRoom(row.columns, columns));
  return isDone ? undefined : row;
}

function addTo(
  row: GrowingRow,
  columns: readonly (readonly Piece[])[],
  fills: readonly Fill[],
): void {
  row.fills.push(...fills);
  for (const [at, own] of columns.entries()) row.columns[at]?.push(...own);
}

/** True where there is room between all that stands above and these. */
function hasRoom(
  above: readonly (readonly Piece[])[],
  columns: readonly (readonly Piece[])[],
): boolean {
  const [first] = columns.flat();
  // Lines come from top to bottom, so that each column's last piece is its lowest.
  const lasts = above.flatMap((own) => own.at(-1) ?? []);
  const [lowest] = lasts.toSorted((one, other) => other.baseline - one.baseline);
  return first !== undefined && lowest !== undefined && hasEnded(lowest, first);
}

function hasRoomBetweenRows(lines: readonly PrintedLine[], lefts: readonly number[]): boolean {
  const wide = lines.slice(1).filter((line, index) => {
    const [last, first] = [lines[index]?.pieces.at(-1), line.pieces[0]];
    const filled = new Set(line.pieces.map((piece) => columnOf(piece, lefts)));
    return last && first && filled.size > 1 && hasEnded(last, first);
  });
  return wide.length >= 2;
}

function beginsAfterRoom(
  above: readonly (readonly Piece[])[],
  columns: readonly (readonly Piece[])[],
): boolean {
  if (!hasRoom(above, columns)) return false;
  return columns.filter((own) => own.length > 0).length > 1 || (columns[0]?.length ?? 0) > 0;
}

function beginsRow(
  above: readonly (readonly Piece[])[],
  columns: readonly (readonly Piece[])[],
  lefts: readonly number[],
): boolean {
  const filled = columns.flatMap((own, at) => {
    const [first] = own;
    return first ? [{ last: above[at]?.at(-1), first, to: own.at(-1), end: lefts[at + 1] }] : [];
  });
  if (filled.some(({ last, first }) => last === undefined || hasEnded(last, first))) return true;
  const cells = above.filter((own) => own.length > 0).length;
  if (filled.length < Math.max(3, cells / 2)) return false;
  if (!filled.every(({ first }) => beginsSentence(first))) return false;
  if (filled.some(({ last, to }) => isDate(last) && isDate(to))) return true;
  return filled.every(({ last, first, end }) => last && wouldHaveFitted(last, first, end));
}

/** True where more than the space between two lines parts them. */
function hasEnded(last: Piece, first: Piece): boolean {
  return first.baseline - last.baseline > 1.9 * Math.max(last.size, first.size);
}

/** The end of a whole date, which nothing goes on after. */
function isDate(piece: Piece | undefined): boolean {
  return /\b(?:(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2})$/.test(piece?.text.trim() ?? "");
}

function beginsSentence({ text }: Piece): boolean {
  return /^[\p{Lu}\d•]/u.test(text.trim());
}

function wouldHaveFitted(last: Piece, first: Piece, end = Number.POSITIVE_INFINITY): boolean {
  const text = first.text.trim();
  const [word = ""] = text.split(" ", 1);
  const width = ((first.right - first.left) * word.length) / Math.max(text.length, 1);
  return last.right + width + first.size * 0.5 < end - first.size * 0.5;
}

/** What these lines print in each column, from the top. */
export function piecesIn(lines: readonly PrintedLine[], lefts: readonly number[]): Piece[][] {
  return lefts.map((_, column) =>
    lines.flatMap(({ pieces }) => pieces.filter((piece) => columnOf(piece, lefts) === column)),
  );
}

function columnOf({ left }: Piece, lefts: readonly number[]): number {
  return Math.max(
    0,
    lefts.findLastIndex((x) => x <= left),
  );
}

/** True where the words of a line go on over the beginning of a column without a gap. */
export function standsAcross({ pieces }: PrintedLine, lefts: readonly number[]): boolean {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last || columnOf(first, lefts) > 0) return false;
  const isOneRun = pieces.every(({ left, size }, index) => {
    const before = pieces[index - 1];
    return !before || left - before.right <= 1.2 * size;
  });
  const end = lefts[1] ?? Number.POSITIVE_INFINITY;
  return isOneRun && last.right > end + first.size;
}
