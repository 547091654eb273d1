import type { Block, Table } from "../model/blocks.ts";
import { beginningIn } from "../model/cell-text.ts";
import { readColumns } from "./column-headings.ts";

/**
 * The blocks with what stands in a box taken out of it: a table that is none, drawn around a recommendation and the table
 * of its actions. Other tables come back as they are, with the tables in their cells.
 */
export function withBoxesOpened(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph" || isHeaded(block)) return [block];
    const inner = block.rows.flatMap(beginningIn).flatMap((cell) => cell.blocks);
    if (!inner.some((each) => each.kind === "table" && holdsPlan(each))) return [block];
    return withBoxesOpened(inner);
  });
}

/** True where it is headed as a plan's table, or a box around one. */
function holdsPlan(table: Table): boolean {
  if (isHeaded(table)) return true;
  const inner = table.rows.flatMap(beginningIn).flatMap((cell) => cell.blocks);
  return inner.some((each) => each.kind === "table" && holdsPlan(each));
}

function isHeaded(table: Table): boolean {
  return table.rows.some((row) => readColumns(row) !== undefined);
}
