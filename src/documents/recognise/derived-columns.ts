import type { Block } from "../model/blocks.ts";
import { textOf } from "../model/cell-text.ts";
import { derivedHeadings } from "../write/derived-headings.ts";

/** What only repeats other columns, or the record; the others of ours are read. */
const repeated: ReadonlySet<string> = new Set([derivedHeadings.due, derivedHeadings.lastSaid]);

/** A table of ours without the columns that repeat others; any other table as it is. */
export function withoutDerived(block: Block): Block {
  if (block.kind === "paragraph") return block;
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
