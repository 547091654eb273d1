import type { Block, Cell, Row } from "../model/blocks.ts";
import { beginningIn, textOf } from "../model/cell-text.ts";
import type { DocumentColumn } from "../plan-document.ts";
import { plainHeading } from "./heading-meanings.ts";

/**
 * The blocks with the columns that a person named marked as what they said. A row counts as headings where at least half
 * of its cells are headings they named.
 */
export function withSaidColumns(
  blocks: readonly Block[],
  said: readonly DocumentColumn[],
): readonly Block[] {
  if (said.length === 0) return blocks;
  const meanings = new Map(said.map(({ heading, meaning }) => [plainHeading(heading), meaning]));
  const marked = (row: Row): Row => {
    const named = beginningIn(row).filter((cell) => textOf(cell));
    const known = named.filter((cell) => meanings.has(headingOf(cell)));
    if (known.length === 0 || known.length * 2 < named.length) return row;
    const cells = row.cells.map((cell): Cell => {
      const meaning = meanings.get(headingOf(cell));
      return meaning ? { ...cell, meaning } : cell;
    });
    return { ...row, cells };
  };
  return blocks.map((block) =>
    block.kind === "table" ? { ...block, rows: block.rows.map(marked) } : block,
  );
}

function headingOf(cell: Cell): string {
  return plainHeading(textOf(cell));
}
