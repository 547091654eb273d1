import type { Block, Cell, Paragraph, Row } from "./blocks.ts";
import { beginningIn, paragraphsOf, textOf } from "./cell-text.ts";

/** True where a cell has words, and all of them were struck through. */
export function isStruckOut(cell: Cell): boolean {
  return textOf(cell) === "" && paragraphsOf(cell).some(({ struck }) => struck !== undefined);
}

/** True where a row has words, and all that begin in it were struck through. */
export function isRowStruckOut(row: Row): boolean {
  const own = beginningIn(row);
  return own.some(isStruckOut) && own.every((cell) => textOf(cell) === "");
}

/** A cell that was struck out as it was before; any other as it is. */
export function withStruckWords(cell: Cell): Cell {
  return isStruckOut(cell) ? { ...cell, blocks: cell.blocks.map(blockBefore) } : cell;
}

/** A row whose cells that were struck out are as they were before. */
export function rowBefore(row: Row): Row {
  return { ...row, cells: row.cells.map(withStruckWords) };
}

function blockBefore(block: Block): Block {
  return block.kind === "paragraph"
    ? paragraphBefore(block)
    : { ...block, rows: block.rows.map(rowBefore) };
}

/** A paragraph that was struck out as it was before; any other as it is. */
export function paragraphBefore(paragraph: Paragraph): Paragraph {
  const { struck, text } = paragraph;
  return struck === undefined || text.trim() ? paragraph : { ...paragraph, text: struck };
}
