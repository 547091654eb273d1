import type { Block, Row, Table } from "../model/blocks.ts";
import { textOf } from "../model/cell-text.ts";
import { readColumns } from "./column-headings.ts";

/**
 * A table that was too wide for its page goes on in another, which repeats its first column: the blocks with both as one.
 * They are taken for one only where that column says the same in every row.
 */
export function withHalvesJoined(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  let at: number | undefined;
  for (const block of blocks) {
    const before = at === undefined ? undefined : joined[at];
    const whole = block.kind === "table" && before?.kind === "table" && bothHalves(before, block);
    if (whole && at !== undefined) joined[at] = whole;
    else joined.push(block);
    if (block.kind === "table" && !whole) at = joined.length - 1;
  }
  return joined;
}

function bothHalves(left: Table, right: Table): Table | undefined {
  const repeats =
    left.rows.length > 1 &&
    left.rows.length === right.rows.length &&
    left.rows.every((row, at) => firstOf(row) === firstOf(right.rows[at]));
  const areDistinct = new Set(left.rows.map(firstOf)).size === left.rows.length;
  if (!repeats || !areDistinct || right.rows.some((row) => readColumns(row))) return undefined;
  const rows = left.rows.map((row, at): Row => {
    const added = (right.rows[at]?.cells ?? []).filter(({ column }) => column > 0);
    const placed = added.map((cell) => ({
      ...cell,
      row: row.number,
      column: cell.column + left.columns - 1,
    }));
    return { ...row, cells: [...row.cells, ...placed] };
  });
  return { ...left, columns: left.columns + right.columns - 1, rows };
}

function firstOf(row: Row | undefined): string {
  const [first] = row?.cells ?? [];
  return first ? textOf(first) : "";
}
