import type { TextRun } from "../model/blocks.ts";
import type { Piece } from "./page-parts.ts";

/** One printed line, with the room it had. */
export interface Line {
  readonly runs: readonly TextRun[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of most of its letters, in points. */
  readonly size: number;
  /** How wide its first word is printed, in points. */
  readonly firstWord: number;
  /** As far to the right as its words could go. */
  readonly limit: number;
  /** As they were printed, from the left. */
  readonly pieces: readonly Piece[];
}

/** A gap so wide, in letters' heights, is a tab: the words after it stand in a column. */
const tab = 1.8;
/** One so wide is a space. */
const space = 0.12;

/** The lines of what is printed in one place, from the top; `limit` is how far to the right its words could go. */
export function linesOfPieces(pieces: readonly Piece[], limit: number): readonly Line[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((one, other) => one.baseline - other.baseline)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && Math.abs(first.baseline - piece.baseline) <= sameLine(first, piece))
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => {
    const printed = row.filter((piece) => !isFootnoteMark(piece, row));
    return lineOf(
      (printed.length > 0 ? printed : row).toSorted((one, other) => one.left - other.left),
      limit,
    );
  });
}

/** A small raised number; what it refers to stands at the foot of the page. */
function isFootnoteMark({ text, size, baseline }: Piece, row: readonly Piece[]): boolean {
  const largest = Math.max(...row.map((piece) => piece.size));
  const lowest = Math.max(...row.map((piece) => piece.baseline));
  return /^\d{1,2}$/.test(text.trim()) && size < largest * 0.75 && lowest - baseline > size * 0.2;
}

/** Small raised letters stand above their line, by half of its letters' height at most. */
function sameLine(one: Piece, other: Piece): number {
  const [small, large] = [Math.min(one.size, other.size), Math.max(one.size, other.size)];
  return large * (small < large * 0.8 ? 0.55 : 0.4);
}

function lineOf(pieces: readonly Piece[], limit: number): Line {
  const runs: TextRun[] = [];
  let before: Piece | undefined;
  for (const piece of pieces) {
    const text = (before ? joint(before, piece) : "") + piece.text.replaceAll(/\s+/g, " ");
    const { bold, italic, colour, link, struck } = piece;
    runs.push({
      text,
      bold,
      italic,
      ...(colour && { colour }),
      ...(link && { link }),
      ...(struck && { struck }),
    });
    before = piece;
  }
  const [first] = pieces;
  const text = runs.map((run) => run.text).join("");
  return {
    runs,
    text,
    left: first?.left ?? 0,
    right: Math.max(...pieces.map(({ right }) => right)),
    baseline: Math.max(...pieces.map(({ baseline }) => baseline)),
    size: sizeOfMost(pieces),
    firstWord: first ? widthOfFirstWord(first, pieces[1]) : 0,
    limit,
    pieces,
  };
}

/** A bullet may be larger than the words after it. */
function sizeOfMost(pieces: readonly Piece[]): number {
  const [longest] = pieces.toSorted((one, other) => other.text.length - one.text.length);
  return longest?.size ?? 0;
}

/** What stands between two pieces of a line: nothing, a space or a tab. */
function joint(before: Piece, piece: Piece): string {
  const gap = (piece.left - before.right) / Math.min(before.size, piece.size);
  if (gap > tab) return "\t";
  const parted = /\s$/.test(before.text) || /^\s/.test(piece.text);
  return gap > space && !parted ? " " : "";
}

/** In points, by its share of the letters; a word may be printed in two pieces. */
function widthOfFirstWord(piece: Piece, next: Piece | undefined): number {
  const own = firstWordOf(piece);
  const goesOn = next !== undefined && own.isWhole && joint(piece, next) === "";
  return goesOn ? next.left - piece.left + firstWordOf(next).width : own.width;
}

function firstWordOf({ text, left, right }: Piece) {
  const words = text.trimStart();
  const [first = ""] = words.split(/\s/);
  return {
    width: ((right - left) * first.length) / Math.max(words.length, 1),
    isWhole: first.length === words.length,
  };
}
