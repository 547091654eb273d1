import { type Line, linesOfPieces } from "./lines.ts";
import type { Fill, PageParts, Piece, Rule } from "./page-parts.ts";
import { type RuledCell, type RuledGrid, ruledGrids } from "./ruled-grid.ts";

/** A page from top to bottom: its lines, and its tables with the lines in each cell. */
export type PageElement =
  | {
      readonly kind: "line";
      readonly line: Line;
      /** A line ruled across parts it from what is printed above. */
      readonly isRuledOff: boolean;
      /** What is laid behind it. */
      readonly fills: readonly Fill[];
    }
  | { readonly kind: "table"; readonly table: PageTable };

export interface PageTable {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly PageCell[];
}

export interface PageCell extends RuledCell {
  readonly lines: readonly Line[];
  /** `RRGGBB`, upper case. */
  readonly shading?: string;
}

const manyLines = 15;

/** What a page holds, in the order in which it is read. */
export function pageElements({ width, pieces, rules, fills }: PageParts): readonly PageElement[] {
  const grids = ruledGrids(rules);
  const inside = new Map(grids.map((grid) => [grid, pieces.filter((piece) => holds(grid, piece))]));
  const taken = new Set([...inside.values()].flat());
  const outside = pieces.filter((piece) => !taken.has(piece));
  const limit = limitOf(outside, width);
  const lines = linesOfPieces(outside, limit).map((line) => ({ top: line.baseline, line }));
  const tables = grids
    .filter((grid) => (inside.get(grid) ?? []).length > 0)
    .map((grid) => ({
      top: grid.ys[0] ?? 0,
      table: tableOf(grid, inside.get(grid) ?? [], fills),
    }));
  const across = rules.filter(({ direction }) => direction === "across");
  let above = 0;
  return [...lines, ...tables]
    .toSorted((one, other) => one.top - other.top)
    .map((each): PageElement => {
      if ("table" in each) return { kind: "table", table: each.table };
      const { line } = each;
      const middle = line.baseline - line.size * 0.3;
      const isRuledOff = coversLine(across, above, middle, lines);
      above = middle;
      return {
        kind: "line",
        line,
        isRuledOff,
        fills: fills.filter((fill) => fill.top <= middle && fill.bottom >= middle),
      };
    });
}

/** True where rules between these two places are as long as most of what is printed. */
function coversLine(
  across: readonly Rule[],
  above: number,
  below: number,
  lines: readonly { readonly line: Line }[],
): boolean {
  const own = across.filter(({ at }) => at > above && at < below);
  if (own.length === 0) return false;
  const left = Math.min(...lines.map(({ line }) => line.left));
  const right = Math.max(...lines.map(({ line }) => line.right));
  const covered = own.reduce((sum, { from, to }) => sum + to - from, 0);
  return covered > (right - left) * 0.7;
}

/** Where many lines stand, the longest shows it; else the right margin is taken to be as wide as the left one. */
function limitOf(pieces: readonly Piece[], width: number): number {
  const longest = Math.max(0, ...pieces.map(({ right }) => right));
  const lines = new Set(pieces.map(({ baseline }) => Math.round(baseline))).size;
  const left = Math.min(...pieces.map((piece) => piece.left), width);
  return lines >= manyLines ? longest : Math.max(longest, width - left);
}

/** By its first letter: a piece belongs where it begins. */
function placeOf({ left, right, baseline, size }: Piece): readonly [number, number] {
  return [left + Math.min(size, right - left) / 2, baseline - size * 0.3];
}

function holds({ xs, ys }: RuledGrid, piece: Piece): boolean {
  const [x, y] = placeOf(piece);
  return x >= (xs[0] ?? 0) && x <= (xs.at(-1) ?? 0) && y >= (ys[0] ?? 0) && y <= (ys.at(-1) ?? 0);
}

function tableOf(
  { xs, ys, cells }: RuledGrid,
  pieces: readonly Piece[],
  fills: readonly Fill[],
): PageTable {
  const own = new Map(cells.map((cell): [RuledCell, Piece[]] => [cell, []]));
  for (const piece of pieces) {
    const [x, y] = placeOf(piece);
    const cell = cells.find((each) => isIn(each, xs, ys, x, y));
    if (cell) own.get(cell)?.push(piece);
  }
  const paddings = paddingsOf(cells, xs, own);
  return {
    xs,
    ys,
    cells: cells.map((cell) => {
      const limit = (xs[cell.endColumn] ?? 0) - (paddings.get(cell.column) ?? 0);
      const shading = shadingOf(cell, xs, ys, fills);
      return {
        ...cell,
        lines: linesOfPieces(own.get(cell) ?? [], limit),
        ...(shading && { shading }),
      };
    }),
  };
}

function isIn(
  { column, endColumn, row, endRow }: RuledCell,
  xs: readonly number[],
  ys: readonly number[],
  x: number,
  y: number,
): boolean {
  return (
    x >= (xs[column] ?? 0) &&
    x < (xs[endColumn] ?? 0) &&
    y >= (ys[row] ?? 0) &&
    y < (ys[endRow] ?? 0)
  );
}

/** The gap between a column's left line and its words, by the nearest of them; the right one is as wide. */
function paddingsOf(
  cells: readonly RuledCell[],
  xs: readonly number[],
  own: ReadonlyMap<RuledCell, readonly Piece[]>,
): ReadonlyMap<number, number> {
  const paddings = new Map<number, number>();
  for (const cell of cells) {
    for (const { left } of own.get(cell) ?? []) {
      const gap = Math.max(0, left - (xs[cell.column] ?? 0));
      paddings.set(cell.column, Math.min(paddings.get(cell.column) ?? gap, gap));
    }
  }
  return paddings;
}

/** The last colour that was laid over the middle of the cell. */
function shadingOf(
  { column, endColumn, row, endRow }: RuledCell,
  xs: readonly number[],
  ys: readonly number[],
  fills: readonly Fill[],
): string | undefined {
  const x = ((xs[column] ?? 0) + (xs[endColumn] ?? 0)) / 2;
  const [top = 0, bottom = 0] = [ys[row], ys[endRow]];
  const y = (top + bottom) / 2;
  return fills.findLast(
    (fill) =>
      fill.left <= x &&
      fill.right >= x &&
      fill.top <= y &&
      fill.bottom >= y &&
      fill.bottom - fill.top > (bottom - top) * 0.6,
  )?.colour;
}
