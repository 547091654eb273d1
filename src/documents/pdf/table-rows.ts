import type { Cell, Row } from "../model/blocks.ts";
import type { JoinedTable } from "./joined-tables.ts";
import type { PageCell } from "./page-elements.ts";
import type { Pitch } from "./letter-sizes.ts";
import { paragraphsOfLines } from "./paragraphs-of-lines.ts";

/** The rows of a table; a cell merged down is the same object in each of its rows. */
export function rowsOfTable({ ys, cells, headerRows }: JoinedTable, pitch: Pitch): readonly Row[] {
  const read = new Map(cells.map((cell) => [cell, cellOf(cell, pitch)]));
  return ys.slice(1).map((_, row): Row => {
    const own = [...read].filter(([cell]) => cell.row <= row && cell.endRow > row);
    return {
      number: row + 1,
      isHeader: headerRows.includes(row),
      cells: own.map(([, cell]) => cell).toSorted((one, other) => one.column - other.column),
    };
  });
}

function cellOf({ column, endColumn, row, lines, shading }: PageCell, pitch: Pitch): Cell {
  return {
    blocks: paragraphsOfLines(lines, pitch),
    row: row + 1,
    column,
    columnSpan: endColumn - column,
    ...(shading && { shading }),
  };
}
