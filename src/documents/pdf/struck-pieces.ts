import type { PageParts, Piece, Rule } from "./page-parts.ts";
import { markedParts } from "./words-of-piece.ts";

/** A line so high above the one that letters stand on goes through them, in letters' heights. */
const [lowest, highest] = [0.15, 0.5];
/** So much of a line lies over letters where it strikes them through; the rest are the gaps between words. */
const mostOfLine = 0.7;
/** In points: lines are looked for among the words of their own strip of the page, and of those beside it. */
const strip = 12;
/** Three strips hold no more pieces, even where every letter is one. */
const mostPieces = 1_500;

type Printed = Pick<PageParts, "pieces" | "rules">;

/**
 * What a page prints, with the words marked that a line is drawn through; such a line is none of a table's, and is left
 * out. A line that meets one that goes down is a table's.
 */
export function withStruckPieces({ pieces, rules }: Printed): Printed {
  const strips = Map.groupBy(pieces, stripOf);
  const down = rules.filter(({ direction }) => direction === "down");
  const struck = new Map<Piece, Rule[]>(pieces.map((piece) => [piece, []]));
  const strikes = new Set<Rule>();
  for (const rule of rules) {
    const own = rule.direction === "across" ? struckBy(rule, strips) : [];
    if (own.length === 0 || down.some((each) => meet(rule, each))) continue;
    strikes.add(rule);
    for (const piece of own) struck.get(piece)?.push(rule);
  }
  if (strikes.size === 0) return { pieces, rules };
  return {
    pieces: pieces.flatMap((piece) => partsOf(piece, struck.get(piece) ?? [])),
    rules: rules.filter((rule) => !strikes.has(rule)),
  };
}

function stripOf({ baseline }: Piece): number {
  return Math.round(baseline / strip);
}

/** The pieces that a line goes through, where it goes through little else. */
function struckBy(rule: Rule, strips: ReadonlyMap<number, readonly Piece[]>): readonly Piece[] {
  const at = Math.round(rule.at / strip);
  const near = [at - 1, at, at + 1].map((each) => strips.get(each) ?? []);
  if (near.reduce((sum, { length }) => sum + length, 0) > mostPieces) return [];
  const own = near.flat().filter((piece) => goesThrough(rule, piece));
  const covered = own.reduce(
    (sum, { left, right }) => sum + Math.min(right, rule.to) - Math.max(left, rule.from),
    0,
  );
  return covered >= (rule.to - rule.from) * mostOfLine ? own : [];
}

function goesThrough({ at, from, to }: Rule, { left, right, baseline, size }: Piece): boolean {
  const height = (baseline - at) / size;
  return height >= lowest && height <= highest && left < to && right > from;
}

function meet(across: Rule, down: Rule): boolean {
  const isBeside = down.at >= across.from - 1 && down.at <= across.to + 1;
  return isBeside && across.at >= down.from - 1 && across.at <= down.to + 1;
}

/** A piece whole or in parts, of which those are marked that lie under the lines. */
function partsOf(piece: Piece, lines: readonly Rule[]): readonly Piece[] {
  if (lines.length === 0) return [piece];
  return markedParts(
    piece,
    "struck",
    (middle) => lines.some(({ from, to }) => middle >= from && middle <= to) || undefined,
  );
}
