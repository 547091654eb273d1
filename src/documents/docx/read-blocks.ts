import type { Block, Cell, Row, Table } from "../model/blocks.ts";
import type { Limits } from "../limits.ts";
import { refuseHugeTable, tableNumbers } from "../text/table-limits.ts";
import { UnreadableDocumentError } from "../unreadable-document-error.ts";
import { alternative, readParagraph, type WordContext } from "./paragraphs.ts";
import { emptied, isUnfilled } from "./placeholders.ts";
import { shadingOf } from "./shading.ts";
import { childrenNamed, elementsOf, find, isOn, valueAt, type XmlElement } from "./xml-tree.ts";

/** Wrappers that change nothing of what they hold. */
const wrappers = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:customXml",
  "w:ins",
  "w:moveTo",
  "w:smartTag",
]);

/**
 * The paragraphs and tables of a body or a cell, in reading order; tables are numbered as they come. Throws
 * UnreadableDocumentError for more cells than a plan has.
 */
export function readBlocks(
  body: XmlElement,
  context: WordContext,
  limits: Limits,
): readonly Block[] {
  let cells = 0;
  return blocksOf(body, {
    ...context,
    limits,
    nextTable: tableNumbers(limits),
    countCells(more) {
      cells += more;
      if (cells > limits.cells) throw tooManyCells(limits);
    },
  });
}

interface BlockContext extends WordContext {
  readonly limits: Limits;
  readonly nextTable: () => number;
  readonly countCells: (more: number) => void;
}

function tooManyCells({ cells }: Limits): UnreadableDocumentError {
  return new UnreadableDocumentError(
    "too-large",
    `The tables of the document have more than ${cells} cells and were not read.`,
  );
}

function blocksOf(parent: XmlElement, context: BlockContext): Block[] {
  return unwrap(parent).flatMap((child): Block[] => {
    if (child.name === "w:tbl") return [readTable(child, context)];
    if (child.name !== "w:p") return [];
    return [readParagraph(child, context), ...textBoxes(child, context)];
  });
}

function unwrap(parent: XmlElement): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (isUnfilled(child)) return unwrap(emptied(child));
    if (wrappers.has(child.name)) return unwrap(child);
    return child.name === "mc:AlternateContent" ? unwrap(alternative(child)) : [child];
  });
}

/** A text box is printed beside its paragraph; here it follows it. */
function textBoxes(element: XmlElement, context: BlockContext): Block[] {
  if (element.name === "mc:AlternateContent") return textBoxes(alternative(element), context);
  return elementsOf(element).flatMap((child) =>
    child.name === "w:txbxContent" ? blocksOf(child, context) : textBoxes(child, context),
  );
}

function readTable(element: XmlElement, context: BlockContext): Table {
  const number = context.nextTable();
  const rows: Row[] = [];
  let above: readonly Cell[] = [];
  for (const row of unwrap(element).filter((child) => child.name === "w:tr")) {
    above = readRow(row, rows.length + 1, above, context);
    refuseHugeTable(1, above.length, context.limits);
    context.countCells(above.length);
    const isHeader = isOn(find(row, "w:trPr", "w:tblHeader"));
    rows.push({ number: rows.length + 1, isHeader, cells: above });
  }
  return {
    kind: "table",
    number,
    columns: rows.reduce((most, row) => Math.max(most, widthOf(row)), 0),
    rows,
  };
}

function widthOf(row: Row): number {
  return row.cells.reduce((end, cell) => Math.max(end, cell.column + cell.columnSpan), 0);
}

function readRow(
  element: XmlElement,
  number: number,
  above: readonly Cell[],
  context: BlockContext,
): Cell[] {
  let column = count(valueAt(element, "w:trPr", "w:gridBefore"), 0);
  const cells: Cell[] = [];
  for (const cell of unwrap(element).filter((child) => child.name === "w:tc")) {
    const span = count(valueAt(cell, "w:tcPr", "w:gridSpan"), 1);
    const begun = continues(cell) ? above.find((each) => each.column === column) : undefined;
    const blocks = blocksOf(cell, context);
    cells.push(begun && isBlank(blocks) ? begun : cellOf(cell, blocks, number, column, span));
    column += span;
  }
  return cells;
}

/** `vMerge` without "restart" goes on with the cell above. */
function continues(cell: XmlElement): boolean {
  const merge = find(cell, "w:tcPr", "w:vMerge");
  return merge !== undefined && merge.attributes["val"] !== "restart";
}

/** Word hides what stands in a cell that is merged away; hidden words are still words. */
function isBlank(blocks: readonly Block[]): boolean {
  return blocks.every((block) => block.kind === "paragraph" && !block.text.trim());
}

function cellOf(
  element: XmlElement,
  blocks: readonly Block[],
  row: number,
  column: number,
  columnSpan: number,
): Cell {
  const shading = shadingOf(find(element, "w:tcPr"));
  return { blocks, row, column, columnSpan, ...(shading && { shading }) };
}

/** Spans come from a hostile file: no table is wider than Word allows. */
function count(value: string | undefined, otherwise: number): number {
  const number = Number(value ?? otherwise);
  return Number.isInteger(number) && number >= 0 ? Math.min(number, 63) : otherwise;
}

export function bodyOf(document: XmlElement): XmlElement | undefined {
  return childrenNamed(document, "w:body")[0];
}
