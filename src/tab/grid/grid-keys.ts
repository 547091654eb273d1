import type { Row } from "#tab/rows/plan-rows.ts";

/** Where the keyboard stands in the tree grid: on a row, or on one of its cells (from 0). */
export interface GridPlace {
  readonly row: string;
  readonly cell?: number;
}

/** What a key asks for. */
export type GridMove =
  | { readonly go: GridPlace }
  | { readonly fold: string; readonly open: boolean }
  | { readonly show: string };

interface Grid {
  readonly rows: readonly Row[];
  /** How many cells a row has, which depends on the width of the tab. */
  readonly cells: (row: Row) => number;
  /** How many rows fit on a page. */
  readonly page: number;
}

/**
 * The keys of a tree grid, as the ARIA Authoring Practices have them: rows first; → opens, then goes into the cells;
 * ← comes back out, then closes, then goes to the parent. Undefined where the key means nothing here.
 */
export function gridMove(
  grid: Grid,
  from: GridPlace,
  key: { readonly name: string; readonly control: boolean },
): GridMove | undefined {
  const index = grid.rows.findIndex((row) => row.key === from.row);
  const row = grid.rows[index];
  if (!row) return undefined;
  if (key.name === "Enter") return enter(row);
  if (key.name === "ArrowRight") return right(grid, row, from);
  if (key.name === "ArrowLeft") return left(row, from);
  const cell = key.control ? undefined : outermostCell(grid, row, from, key.name);
  if (cell !== undefined) return { go: { row: row.key, cell } };
  const target = targetRow(grid, index, key.name);
  return target && goTo(grid, target, from.cell);
}

/** A heading that opens nothing opens and closes what is under it. */
function enter(row: Row): GridMove {
  if (row.opens !== undefined) return { show: row.opens };
  return { fold: row.key, open: row.type === "group" && !row.open };
}

/** Home and End stay in the row for somebody who is in its cells. */
function outermostCell(grid: Grid, row: Row, from: GridPlace, key: string): number | undefined {
  if (from.cell === undefined) return undefined;
  if (key === "Home") return 0;
  return key === "End" ? grid.cells(row) - 1 : undefined;
}

function right(grid: Grid, row: Row, { cell }: GridPlace): GridMove {
  if (cell === undefined && row.type === "group" && !row.open) return { fold: row.key, open: true };
  const next = cell === undefined ? 0 : Math.min(cell + 1, grid.cells(row) - 1);
  return { go: { row: row.key, cell: next } };
}

function left(row: Row, { cell }: GridPlace): GridMove | undefined {
  if (cell !== undefined)
    return { go: cell === 0 ? { row: row.key } : { row: row.key, cell: cell - 1 } };
  if (row.type === "action")
    return row.under === undefined ? undefined : { go: { row: row.under } };
  return row.open ? { fold: row.key, open: false } : undefined;
}

function targetRow({ rows, page }: Grid, index: number, key: string): Row | undefined {
  const last = rows.length - 1;
  const targets: Partial<Record<string, number>> = {
    ArrowDown: Math.min(index + 1, last),
    ArrowUp: Math.max(index - 1, 0),
    PageDown: Math.min(index + page, last),
    PageUp: Math.max(index - page, 0),
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? undefined : rows[target];
}

function goTo(grid: Grid, row: Row, cell: number | undefined): GridMove {
  if (cell === undefined) return { go: { row: row.key } };
  return { go: { row: row.key, cell: Math.min(cell, grid.cells(row) - 1) } };
}
