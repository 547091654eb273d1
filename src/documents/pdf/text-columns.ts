import { type Line, linesOfPieces } from "./lines.ts";
import type { Piece } from "./page-parts.ts";

interface OfPage {
  readonly line: Line;
  readonly page: number;
}

/** In letters' heights: between columns of text is more room than this. */
const gutter = 1.2;
/** So many lines have words on both sides, and on each side so many letters on average, where text stands in columns. */
const fewestLines = 4;
const fewestLetters = 18;

/**
 * Lines in the order in which they are read: where a page is set in two columns, all of the left one before the right one.
 * Each part is read on its own. Tables without ruling lines were taken out before.
 */
export function inReadingOrder(lines: readonly OfPage[]): readonly (readonly OfPage[])[] {
  const parts: OfPage[][] = [[]];
  for (let at = 0; at < lines.length;) {
    const columns = columnsAt(lines, at);
    const [only] = lines.slice(at, at + 1);
    if (columns) parts.push(columns.left, columns.right, []);
    else if (only) parts.at(-1)?.push(only);
    at += columns?.taken ?? 1;
  }
  return parts.filter((part) => part.length > 0);
}

interface Columns {
  readonly left: OfPage[];
  readonly right: OfPage[];
  readonly taken: number;
}

/** The columns that begin with this line, and how many lines they take. */
function columnsAt(lines: readonly OfPage[], from: number): Columns | undefined {
  const own = lines.slice(from, from + 1);
  const first = own.map(({ line }) => widestGap(line)).find((gap) => gap !== undefined);
  if (!first) return undefined;
  const { taken, both, room } = linesAround(lines.slice(from), first);
  if (both < fewestLines) return undefined;
  const [left, right] = [0, 1].map((side) => onSide(lines.slice(from, from + taken), room, side));
  return left && right && isText(left) && isText(right) ? { left, right, taken } : undefined;
}

/** The lines of a page from its first that leave some of this room free, to the last with words on both sides of it. */
function linesAround(lines: readonly OfPage[], room: Room) {
  const around = { taken: 0, both: 0, room };
  let free = room;
  for (const [at, { line, page }] of lines.entries()) {
    const left = page === lines[0]?.page ? roomLeft(line, free) : undefined;
    if (!left) break;
    free = left;
    if (!sidesOf(line, free).every((side) => side.length > 0)) continue;
    around.taken = at + 1;
    around.both += 1;
    around.room = free;
  }
  return around;
}

/** The longest line of a column shows how far its words could go. */
function onSide(lines: readonly OfPage[], room: Room, side: number): OfPage[] {
  const own = lines.map(({ line, page }) => ({ pieces: sidesOf(line, room)[side] ?? [], page }));
  const limit = own
    .flatMap(({ pieces }) => pieces)
    .reduce((most, { right }) => Math.max(most, right), 0);
  return own.flatMap(({ pieces, page }) =>
    linesOfPieces(pieces, limit).map((line) => ({ line, page })),
  );
}

/** What is free between two columns, in points. */
interface Room {
  readonly from: number;
  readonly to: number;
}

function widestGap({ pieces, size }: Line): Room | undefined {
  const gaps = pieces
    .slice(1)
    .map((piece, at) => ({ from: pieces[at]?.right ?? 0, to: piece.left }));
  const [widest] = gaps.toSorted((one, other) => other.to - other.from - (one.to - one.from));
  return widest && widest.to - widest.from > gutter * size ? widest : undefined;
}

/** What is still free with this line's words; undefined where they stand in it. */
function roomLeft({ pieces, size }: Line, room: Room): Room | undefined {
  const middle = (room.from + room.to) / 2;
  const from = Math.max(room.from, ...pieces.map(({ left, right }) => (left < middle ? right : 0)));
  const to = Math.min(
    room.to,
    ...pieces.map(({ left }) => (left < middle ? Number.POSITIVE_INFINITY : left)),
  );
  return to - from > gutter * size ? { from, to } : undefined;
}

function sidesOf({ pieces }: Line, { from, to }: Room): readonly [Piece[], Piece[]] {
  const middle = (from + to) / 2;
  return [pieces.filter(({ left }) => left < middle), pieces.filter(({ left }) => left >= middle)];
}

/** Not a column of labels, of names or of pages: lines as long as text has, of which some go on or say what they are. */
function isText(lines: readonly OfPage[]): boolean {
  const texts = lines.map(({ line }) => line.text.trim());
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  const isTable = texts.filter((text) => text.includes("\t")).length * 3 > texts.length;
  const goesOn = texts.some((text, at) => at > 0 && /^\p{Ll}/u.test(text));
  return !isTable && goesOn && letters >= texts.length * fewestLetters;
}
