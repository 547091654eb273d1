import type { Block, Table } from "../model/blocks.ts";
import { rowText, textOf } from "../model/cell-text.ts";
import { derivedHeadings } from "../write/derived-headings.ts";
import { noActionYet } from "../write/no-action-yet.ts";

/** What only repeats other columns, or the record; the others of ours are read. */
const repeated: ReadonlySet<string> = new Set([derivedHeadings.due, derivedHeadings.lastSaid]);

/** A table of ours without what only repeats, or says that there is nothing; any other table as it is. */
export function withoutDerived(block: Block): Block {
  if (block.kind === "paragraph") return block;
  const rows = block.rows.filter((row) => rowText(row) !== noActionYet);
  return withoutRepeated(rows.length < block.rows.length ? { ...block, rows } : block);
}

function withoutRepeated(block: Table): Table {
  const heading = block.rows.find(({ cells }) =>
    cells.some((cell) => textOf(cell) === derivedHeadings.agreed),
  );
  if (!heading) return block;
  const left = new Set(
    heading.cells.filter((cell) => repeated.has(textOf(cell))).map(({ column }) => column),
  );
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.filter(({ column }) => !left.has(column)),
  }));
  return { ...block, rows };
}
