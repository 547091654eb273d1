import { childrenNamed, find, textContent, type XmlElement } from "../docx/xml-tree.ts";
import { linesOfRuns } from "../grid/sheet-blocks.ts";
import type { Limits } from "../limits.ts";
import type { Block, Cell, Row, TextRun } from "../model/blocks.ts";
import { UnreadableDocumentError } from "../unreadable-document-error.ts";
import { type Book, runsOf } from "./cells.ts";
import { plainStyle } from "./styles.ts";

/** Of a sheet; plans have a dozen, and a cell far out to the right is somebody's slip. */
const mostColumns = 256;

type Grid = Map<number, Map<number, Cell>>;

/**
 * The rows of a sheet that hold any words, as wide as the widest. Counts the cells of all sheets in `spent`, and their
 * characters, because cells share long texts; throws UnreadableDocumentError where there are more than the limits allow.
 */
export function readSheet(
  sheet: XmlElement,
  book: LinkedBook,
  limits: Limits,
  spent: { cells: number; characters: number },
): readonly Row[] {
  const spend = (cells: number, characters = 0) => {
    spent.cells += cells;
    spent.characters += characters;
    if (spent.cells > limits.cells) throw tooManyCells(limits);
    if (spent.characters > limits.expandedBytes) throw tooManyCharacters(limits);
  };
  const grid = readGrid(sheet, book, spend);
  addLinks(sheet, grid, book.links);
  spreadMerged(sheet, grid, spend);
  const width = [...grid.values()].reduce((end, row) => Math.max(end, widthOf(row)), 0);
  return [...grid]
    .toSorted(([one], [other]) => one - other)
    .filter(([, cells]) => [...cells.values()].some((cell) => cell.blocks.length > 0))
    .map(([number, cells]) => {
      spend(width - cells.size);
      return { number, isHeader: false, cells: wholeRow(number, cells, width) };
    });
}

interface LinkedBook extends Book {
  /** Where the sheet's links lead, by the names it has for them. */
  readonly links: ReadonlyMap<string, string>;
}

/** A link lies over a whole cell, and is listed after all cells. */
function addLinks(sheet: XmlElement, grid: Grid, links: LinkedBook["links"]): void {
  const list = find(sheet, "hyperlinks");
  for (const { attributes } of list ? childrenNamed(list, "hyperlink") : []) {
    const link = links.get(attributes["id"] ?? "");
    if (link !== undefined) linkCell(grid, attributes["ref"], link);
  }
}

function linkCell(grid: Grid, reference = "", link: string): void {
  const [, letters = "", number = ""] = /^([A-Z]{1,3})(\d+)/.exec(reference) ?? [];
  const cells = grid.get(Number(number));
  const cell = cells?.get(columnNumber(letters));
  if (cell) cells?.set(cell.column, linkedCell(cell, link));
}

function linkedCell(cell: Cell, link: string): Cell {
  const blocks = cell.blocks.map((block) =>
    block.kind === "paragraph"
      ? { ...block, runs: block.runs.map((run) => ({ ...run, link })) }
      : block,
  );
  return { ...cell, blocks };
}

type Spend = (cells: number, characters?: number) => void;

function readGrid(sheet: XmlElement, book: Book, spend: Spend): Grid {
  const grid: Grid = new Map();
  const data = find(sheet, "sheetData");
  let number = 0;
  for (const row of data ? childrenNamed(data, "row") : []) {
    number = Number(row.attributes["r"] ?? number + 1);
    const cells = new Map<number, Cell>();
    let column = -1;
    for (const element of childrenNamed(row, "c")) {
      const reference = /^([A-Z]{1,3})\d+$/.exec(element.attributes["r"] ?? "")?.[1];
      column = reference === undefined ? column + 1 : columnNumber(reference);
      const cell = readCell(element, number, column, book);
      if (!cell) continue;
      spend(
        1,
        cell.blocks.reduce((sum, block) => sum + lengthOf(block), 0),
      );
      cells.set(column, cell);
    }
    grid.set(number, cells);
  }
  return grid;
}

function lengthOf(block: Block): number {
  return block.kind === "paragraph" ? block.text.length : 0;
}

/** Undefined for a cell that shows neither words nor a colour. */
function readCell(element: XmlElement, row: number, column: number, book: Book): Cell | undefined {
  const style = book.styles[Number(element.attributes["s"] ?? "0")] ?? plainStyle;
  const runs = runsOf(element, style, book);
  const isBlank = runs.every(({ text }) => !text.trim());
  const { shading } = style;
  if (isBlank && (shading === undefined || column >= mostColumns)) return undefined;
  if (column >= mostColumns) throw tooWide();
  const blocks = isBlank ? [] : linesOfRuns(linked(runs, element));
  return { blocks, row, column, columnSpan: 1, ...(shading && { shading }) };
}

/** `HYPERLINK("https://…","words")` leads where it says. */
function linked(runs: readonly TextRun[], element: XmlElement): readonly TextRun[] {
  const formula = textContent(find(element, "f"));
  const [, link] = /^HYPERLINK\("([^"]+)"/i.exec(formula) ?? [];
  return link === undefined ? runs : runs.map((run) => ({ ...run, link }));
}

/** A merged cell is the same one in every row it covers. */
function spreadMerged(sheet: XmlElement, grid: Grid, spend: Spend): void {
  const merged = find(sheet, "mergeCells");
  for (const { attributes } of merged ? childrenNamed(merged, "mergeCell") : []) {
    const { left, right, top, bottom } = rangeOf(attributes["ref"]);
    const first = grid.get(top)?.get(left);
    if (!first || right < left) continue;
    const whole: Cell = { ...first, columnSpan: right - left + 1 };
    const last = Math.min(bottom, top + grid.size);
    for (let row = top; row <= last; row += 1) {
      spend(1);
      const cells = grid.get(row);
      if (cells) cover(cells, whole, row);
    }
  }
}

/** Columns from 0 and rows from 1 of "A1:C4"; of anything else, an empty range. */
function rangeOf(reference = "") {
  const found = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(reference);
  const [, left = "B", top = "0", right = "A", bottom = "0"] = found ?? [];
  return {
    left: columnNumber(left),
    right: Math.min(columnNumber(right), mostColumns - 1),
    top: Number(top),
    bottom: Number(bottom),
  };
}

/** Words hidden under a merged cell are still words, and stay. */
function cover(cells: Map<number, Cell>, whole: Cell, row: number): void {
  const end = whole.column + whole.columnSpan;
  const hidden = [...cells.values()].filter(
    (cell) =>
      cell.column >= whole.column &&
      cell.column < end &&
      cell.blocks.length > 0 &&
      !(cell.row === whole.row && cell.column === whole.column),
  );
  if (hidden.length > 0) {
    if (row === whole.row) cells.set(whole.column, { ...whole, columnSpan: 1 });
    return;
  }
  for (const column of cells.keys()) {
    if (column >= whole.column && column < end) cells.delete(column);
  }
  cells.set(whole.column, whole);
}

function wholeRow(number: number, cells: ReadonlyMap<number, Cell>, width: number): Cell[] {
  const whole: Cell[] = [];
  for (let column = 0; column < width;) {
    const cell = cells.get(column) ?? { blocks: [], row: number, column, columnSpan: 1 };
    whole.push(cell);
    column += cell.columnSpan;
  }
  return whole;
}

function widthOf(row: ReadonlyMap<number, Cell>): number {
  return [...row.values()]
    .filter((cell) => cell.blocks.length > 0)
    .reduce((end, cell) => Math.max(end, cell.column + cell.columnSpan), 0);
}

/** "A" is 0. */
function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function tooManyCells({ cells }: Limits): UnreadableDocumentError {
  return new UnreadableDocumentError(
    "too-large",
    `The workbook has more than ${cells} cells and was not read.`,
  );
}

function tooManyCharacters({ expandedBytes }: Limits): UnreadableDocumentError {
  const millions = Math.round(expandedBytes / 1_000_000);
  return new UnreadableDocumentError(
    "too-large",
    `The cells of the workbook hold more than ${millions} million characters and were not read.`,
  );
}

function tooWide(): UnreadableDocumentError {
  return new UnreadableDocumentError(
    "too-large",
    `A sheet has words beyond its ${mostColumns}th column and was not read.`,
  );
}
