import type { Cell, Row, Table } from "../model/blocks.ts";
import { beginningIn, paragraphsOf, textOf } from "../model/cell-text.ts";
import { type Columns, isSurelyPlan, readColumns } from "./column-headings.ts";
import { columnMeaning } from "./heading-meanings.ts";

/**
 * Headings may take two rows: "Ref" and "RAG" above, and below them only what "Response" is divided into. The rows with
 * such a pair as one, whose blanks are filled from above; what stood only above, "Response", says nothing of a column.
 */
export function withWholeHeadings(rows: readonly Row[]): readonly Row[] {
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1];
    const whole = above && filled(row, above);
    if (whole) return [...rows.slice(0, index - 1), whole, ...rows.slice(index + 1)];
    const under = above && underGroups(row, above);
    if (under) return [...rows.slice(0, index - 1), under, ...rows.slice(index + 1)];
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

/**
 * A heading row, some of whose names say nothing of themselves: "Text" means something only under "Recommendation".
 * Undefined where the row above does not stand over several columns in two places at least.
 */
function underGroups(row: Row, above: Row): Row | undefined {
  const groups = beginningIn(above).filter((cell) => textOf(cell) !== "");
  const isOver = groups.every(({ columnSpan }) => columnSpan > 1) && groups.length >= 2;
  if (!isOver || groups.some((cell) => textOf(cell).length > 40)) return undefined;
  const cells = row.cells.map((cell): Cell => {
    const group = groups.find(
      ({ column, columnSpan }) => column <= cell.column && cell.column < column + columnSpan,
    );
    const says = columnMeaning(textOf(cell)) !== "unfamiliar" || textOf(cell) === "";
    return group && !says ? { ...cell, over: textOf(group).replaceAll("\n", " ") } : cell;
  });
  const whole = { ...row, cells };
  return readColumns(above) || cells.every((cell, at) => cell === row.cells[at])
    ? undefined
    : readColumns(whole) && whole;
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

/** True for the same headings as before, at the top of the next page. */
export function saysAgain(columns: Columns, before: Columns): boolean {
  return [...columns].every(([at, { heading }]) => {
    return before.get(at)?.heading.toLowerCase() === heading.toLowerCase();
  });
}

/** True where nothing in the row is printed in plain letters. */
export function isAllBold(row: Row): boolean {
  return beginningIn(row).every((cell) => {
    return paragraphsOf(cell).every((each) => each.runs.every((run) => run.bold));
  });
}

/** True for a table whose headings only a plan has. */
export function isPlanTable(table: Table): boolean {
  return withWholeHeadings(table.rows).some((row) => {
    const columns = readColumns(row);
    return columns !== undefined && isSurelyPlan(columns);
  });
}
