import type { PageCell, PageTable } from "./page-elements.ts";
import type { Pitch } from "./letter-sizes.ts";

/** A table that may have gone on over several pages; some of its rows are printed at the top of each. */
export interface JoinedTable extends PageTable {
  /** By their place, from 0. */
  readonly headerRows: readonly number[];
}

/** Lines so near are in the same place, in points. */
const near = 4;

/** True where the lines between their columns stand in the same places, so that one may go on with the other. */
export function hasSameColumns(one: PageTable, other: PageTable): boolean {
  return (
    one.xs.length === other.xs.length &&
    one.xs.every((x, index) => Math.abs(x - (other.xs[index] ?? 0)) <= near)
  );
}

/**
 * A table with what stands of it on the next page. Heading rows that are printed again are left out. Where the last
 * row was broken at the end of its page, its cells go on in those of the next page's first row.
 */
export function joinedTables(one: JoinedTable, next: PageTable, pitch: Pitch): JoinedTable {
  const again = repeatedRows(one, next);
  const repeated = again.length;
  const height = one.ys.length - 1;
  const isBroken = goesOnInLastRow(one, next, repeated, pitch);
  const shift = height - repeated - (isBroken ? 1 : 0);
  const added = next.cells
    .filter(({ row }) => row >= repeated)
    .map((cell) => ({ ...cell, row: cell.row + shift, endRow: cell.endRow + shift }));
  return {
    xs: one.xs,
    ys: [...one.ys.slice(0, height + (isBroken ? 0 : 1)), ...next.ys.slice(repeated + 1)],
    headerRows: [...one.headerRows, ...again],
    cells: isBroken ? withRest(one.cells, added, height) : [...one.cells, ...added],
  };
}

function withRest(
  cells: readonly PageCell[],
  added: readonly PageCell[],
  height: number,
): PageCell[] {
  const rest = new Map(
    added.filter(({ row }) => row === height - 1).map((cell) => [cell.column, cell]),
  );
  const whole = cells.map((cell) => {
    const own = cell.endRow === height ? rest.get(cell.column) : undefined;
    return own ? { ...cell, endRow: own.endRow, lines: [...cell.lines, ...own.lines] } : cell;
  });
  return [...whole, ...added.filter(({ row }) => row >= height)];
}

/** The rows of the table above that the next page prints again at its top; its outcome may stand before them. */
function repeatedRows(one: PageTable, next: PageTable): readonly number[] {
  const first = wordsOf(next, 0);
  const begin = first ? one.ys.slice(1).findIndex((_, row) => wordsOf(one, row) === first) : -1;
  if (begin < 0) return [];
  const rows = next.ys.slice(2).map((_, row) => row);
  const own = rows.findIndex((row) => {
    const words = wordsOf(next, row);
    return !words || words !== wordsOf(one, begin + row);
  });
  return rows.slice(0, own < 0 ? rows.length : own).map((row) => begin + row);
}

function wordsOf({ cells }: PageTable, row: number): string {
  return cells
    .filter((cell) => cell.row === row)
    .flatMap(({ lines }) => lines.map(({ text }) => text.trim()))
    .join(" ");
}

/**
 * A broken row fills its page, and a cell goes on only where its words came to the end of the page. So a row with words
 * under a cell that had room left is a row of its own.
 */
function goesOnInLastRow(one: PageTable, next: PageTable, repeated: number, pitch: Pitch): boolean {
  const height = one.ys.length - 1;
  const last = one.cells.filter(({ endRow }) => endRow === height);
  const first = next.cells.filter(({ row }) => row === repeated);
  const sameCells =
    last.length === first.length && last.every((cell) => first.some((each) => isUnder(each, cell)));
  const printed = first.filter(({ lines }) => lines.length > 0);
  return (
    sameCells &&
    printed.length > 0 &&
    last.every(isBoldOrEmpty) === first.every(isBoldOrEmpty) &&
    printed.every((cell) => {
      const above = last.find((each) => isUnder(cell, each));
      if (!above || above.shading !== cell.shading) return false;
      return fillsItsPage(above, one.ys.at(-1) ?? 0, pitch);
    })
  );
}

function isUnder(one: PageCell, other: PageCell): boolean {
  return one.column === other.column && one.endColumn === other.endColumn;
}

/** All cells of a heading row are bold, and those of a row under it are not. */
function isBoldOrEmpty({ lines }: PageCell): boolean {
  return lines.every(({ runs }) => runs.every(({ bold }) => bold));
}

/** Within the two lines that are kept together at the end of a page. */
function fillsItsPage({ lines }: PageCell, bottom: number, pitch: Pitch): boolean {
  const last = lines.at(-1);
  return last !== undefined && last.baseline > bottom - 2.6 * pitch(last.size);
}
