import type { Cell, Row, Table } from "../model/blocks.ts";
import { beginningIn, textOf } from "../model/cell-text.ts";
import { isSurelyPlan, readColumns } from "./column-headings.ts";

/**
 * Headings may take two rows: "Ref" and "RAG" above, and below them only what "Response" is divided into. The rows with
 * such a pair as one, whose blanks are filled from above; what stood only above, "Response", says nothing of a column.
 */
export function withWholeHeadings(rows: readonly Row[]): readonly Row[] {
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1];
    const whole = above && filled(row, above);
    if (whole) return [...rows.slice(0, index - 1), whole, ...rows.slice(index + 1)];
    if (!readColumns(row)) continue;
    const below = rows[index + 1];
    const divided = below && dividedBelow(row, below);
    return divided ? [...rows.slice(0, index), divided, ...rows.slice(index + 2)] : rows;
  }
  return rows;
}

/**
 * A heading row whose wide cells are divided by the row below it, "Dates" into "Original" and "Revised", while its other
 * cells reach down or have nothing below them. Undefined where the lower row says anything else.
 */
function dividedBelow(above: Row, below: Row): Row | undefined {
  const own = beginningIn(below).filter((cell) => textOf(cell) !== "");
  const groupOf = (cell: Cell) =>
    above.cells.find(
      ({ column, columnSpan }) =>
        columnSpan > 1 && column <= cell.column && cell.column < column + columnSpan,
    );
  const isDivision = (cell: Cell) => textOf(cell).length <= 40 && groupOf(cell) !== undefined;
  if (own.length < 2 || !own.every(isDivision)) return undefined;
  const cells = below.cells.map((cell): Cell => {
    const heading = above.cells.find(({ column }) => column === cell.column);
    if (!own.includes(cell)) return heading ? { ...cell, blocks: heading.blocks } : cell;
    const group = groupOf(cell);
    return group ? { ...cell, over: textOf(group).replaceAll("\n", " ") } : cell;
  });
  const whole = { ...below, cells, isHeader: above.isHeader };
  return readColumns(whole) && whole;
}

/** Undefined where the row above adds no heading to this one. */
function filled(row: Row, above: Row): Row | undefined {
  const isBlank = (cell: Cell) => cell.row === row.number && textOf(cell) === "";
  const from = (cell: Cell) =>
    beginningIn(above).find((each) => each.column === cell.column && textOf(each) !== "");
  if (readColumns(above) || !row.cells.some((cell) => isBlank(cell) && from(cell)))
    return undefined;
  const cells = row.cells.map((cell) => {
    const heading = isBlank(cell) ? from(cell) : undefined;
    return heading ? { ...cell, blocks: heading.blocks } : cell;
  });
  const whole = { ...row, cells, isHeader: row.isHeader || above.isHeader };
  const [before, after] = [readColumns(row), readColumns(whole)];
  const isWhole =
    after !== undefined && [...after.values()].every(({ heading }) => heading.length < 40);
  return isWhole && (before !== undefined || namesOf(row) >= 2) ? whole : undefined;
}

/** How many headings the lower row has of its own: one alone may be the first row of what is headed. */
function namesOf(row: Row): number {
  return beginningIn(row).filter((cell) => textOf(cell) !== "").length;
}

/** True for a table whose headings only a plan has. */
export function isPlanTable(table: Table): boolean {
  return withWholeHeadings(table.rows).some((row) => {
    const columns = readColumns(row);
    return columns !== undefined && isSurelyPlan(columns);
  });
}
