import type { Block, Cell, Paragraph, Row, Table } from "./blocks.ts";

/** The paragraphs of a cell in reading order, those of tables inside it too. */
export function paragraphsOf(cell: Cell): readonly Paragraph[] {
  return cell.blocks.flatMap(paragraphsOfBlock);
}

function paragraphsOfBlock(block: Block): readonly Paragraph[] {
  if (block.kind === "paragraph") return [block];
  return block.rows.flatMap((row) => beginningIn(row).flatMap(paragraphsOf));
}

/** The cells that begin in this row: a cell merged down counts where it begins. */
export function beginningIn(row: Row): readonly Cell[] {
  return row.cells.filter((cell) => cell.row === row.number);
}

/** The words of a cell as printed, a line for each paragraph that has any. */
export function textOf(cell: Cell): string {
  const known = texts.get(cell);
  if (known !== undefined) return known;
  const text = joinParagraphs(paragraphsOf(cell));
  texts.set(cell, text);
  return text;
}

/** Reading asks for the words of a cell again and again; cells never change. */
const texts = new WeakMap<Cell, string>();

export function joinParagraphs(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map((paragraph) => paragraph.text.trim())
    .filter(Boolean)
    .join("\n");
}

/** True where everything printed is bold. */
export function isBold(paragraph: Paragraph): boolean {
  const printed = paragraph.runs.filter((run) => run.text.trim());
  return printed.length > 0 && printed.every((run) => run.bold);
}

/** The words of a row, cells set apart by bars. */
export function rowText(row: Row): string {
  return beginningIn(row).map(textOf).filter(Boolean).join(" | ");
}

/** How people are told of a table: "Table 5", or the name of a sheet. */
export function placeOf({ name, number }: Pick<Table, "name" | "number">): string {
  return name ?? `Table ${number}`;
}
