import type { Limits } from "../limits.ts";
import type { Block, Cell, Row, Table } from "../model/blocks.ts";
import { refuseHugeTable } from "./table-limits.ts";

interface HtmlCell {
  readonly blocks: readonly Block[];
  readonly isHeading: boolean;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly shading: string | undefined;
}

export type HtmlRow = readonly HtmlCell[];

/** Spans come from a hostile file: no plan's table has more columns. */
const mostSpan = 63;

/**
 * Lays rows out on a grid; a cell over several rows is the same one in each. Throws UnreadableDocumentError where the
 * grid is beyond the limits.
 */
export function tableOfRows(rows: readonly HtmlRow[], number: number, limits: Limits): Table {
  const laid: Row[] = [];
  let hanging: { readonly cell: Cell; readonly last: number }[] = [];
  for (const [index, row] of rows.entries()) {
    const at = index + 1;
    hanging = hanging.filter(({ last }) => last >= at);
    const cells = hanging.map(({ cell }) => cell);
    let column = 0;
    for (const each of row) {
      column = firstFree(cells, column);
      const columnSpan = clamped(each.columnSpan, mostSpan);
      const { blocks, shading } = each;
      const cell = { blocks, row: at, column, columnSpan, ...(shading && { shading }) };
      cells.push(cell);
      const rowSpan = clamped(each.rowSpan, rows.length - index);
      if (rowSpan > 1) hanging.push({ cell, last: at + rowSpan - 1 });
      column += columnSpan;
      refuseHugeTable(at, column, limits);
    }
    const isHeader = row.length > 0 && row.every(({ isHeading }) => isHeading);
    laid.push({ number: at, isHeader, cells: cells.toSorted((a, b) => a.column - b.column) });
  }
  const ends = laid.flatMap(({ cells }) => cells.map((cell) => cell.column + cell.columnSpan));
  return { kind: "table", number, columns: ends.reduce((a, b) => Math.max(a, b), 0), rows: laid };
}

function firstFree(cells: readonly Cell[], from: number): number {
  let column = from;
  for (;;) {
    const at = column;
    const taken = cells.find((cell) => covers(cell, at));
    if (!taken) return column;
    column = taken.column + taken.columnSpan;
  }
}

function covers({ column, columnSpan }: Cell, at: number): boolean {
  return at >= column && at < column + columnSpan;
}

function clamped(span: number, most: number): number {
  return Number.isInteger(span) && span >= 1 ? Math.min(span, most) : 1;
}
