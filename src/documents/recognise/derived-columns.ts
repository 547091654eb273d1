import type { Block } from "../model/blocks.ts";
import { textOf } from "../model/cell-text.ts";
import { derivedHeadings } from "../write/derived-headings.ts";

const derived: ReadonlySet<string> = new Set(Object.values(derivedHeadings));

/** A table of ours without the columns that repeat others; any other table as it is. */
export function withoutDerived(block: Block): Block {
  if (block.kind === "paragraph") return block;
  const heading = block.rows.find(({ cells }) =>
    cells.some((cell) => textOf(cell) === derivedHeadings.agreed),
  );
  if (!heading) return block;
  const left = new Set(
    heading.cells.filter((cell) => derived.has(textOf(cell))).map(({ column }) => column),
  );
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.filter(({ column }) => !left.has(column)),
  }));
  return { ...block, rows };
}
