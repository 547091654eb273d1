import { withoutGuard } from "../formula-guard.ts";
import { parse } from "csv-parse/browser/esm/sync";
import type { Limits } from "../limits.ts";
import type { Block, Row } from "../model/blocks.ts";
import { UnreadableDocumentError } from "../unreadable-document-error.ts";
import { saidDelimiter } from "./delimiter.ts";
import { linesOfRuns, sheetBlocks } from "./sheet-blocks.ts";

/** No plan is wider; a text in which every word is parted by commas is none. */
const mostColumns = 256;

/**
 * Reads values parted by commas, semicolons or tabs, as workbooks export them. Throws UnreadableDocumentError where
 * quotation marks do not close or there are more cells than the limits allow.
 */
export function readCsv(text: string, delimiter: string, limits: Limits): readonly Block[] {
  const rows: Row[] = [];
  let cells = 0;
  const own = text.replace(saidDelimiter, "");
  const first = own === text ? 1 : 2;
  if (partsOf(own, delimiter) > limits.cells * partsToACell) throw tooLarge(limits);
  for (const [index, record] of recordsOf(own, delimiter, limits).entries()) {
    cells += record.length;
    if (record.length > mostColumns || cells > limits.cells) throw tooLarge(limits);
    if (record.some((value) => value.trim())) rows.push(rowOf(record, first + index));
  }
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  return sheetBlocks({ name: "The file", rows: rows.map((row) => widened(row, width)) }, 1);
}

/** Prose has a comma to a line: so many to each of the most cells are no prose, and would be as many values. */
const partsToACell = 10;

function partsOf(text: string, delimiter: string): number {
  let count = 0;
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + 1)) count += 1;
  return count;
}

function recordsOf(text: string, delimiter: string, { cells }: Limits): string[][] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: delimiter === "\t",
      skip_empty_lines: false,
      // Each has a cell at least, and the next one would be one too many.
      to: cells + 1,
    });
  } catch (cause) {
    throw new UnreadableDocumentError(
      "corrupt",
      "The quotation marks of this file do not match; open it in Excel and save it as CSV again.",
      { cause },
    );
  }
}

function rowOf(record: readonly string[], number: number): Row {
  const cells = record.map((value, column) => ({
    blocks: linesOfRuns([{ text: printed(value), bold: false, italic: false }]),
    row: number,
    column,
    columnSpan: 1,
  }));
  return { number, isHeader: false, cells };
}

function widened(row: Row, width: number): Row {
  const missing = Array.from({ length: width - row.cells.length }, (_, index) => ({
    blocks: [],
    row: row.number,
    column: row.cells.length + index,
    columnSpan: 1,
  }));
  return missing.length > 0 ? { ...row, cells: [...row.cells, ...missing] } : row;
}

/** Converters leave the marks of raised letters behind: 7<sup>th</sup>. */
function printed(value: string): string {
  return withoutGuard(value)
    .replaceAll(/<\/?su[bp]>/gi, "")
    .trim();
}

function tooLarge({ cells }: Limits): UnreadableDocumentError {
  return new UnreadableDocumentError(
    "too-large",
    `The file has more than ${mostColumns} columns or ${cells} cells and was not read.`,
  );
}
