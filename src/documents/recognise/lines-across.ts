import type { Cell, Paragraph, Row, Table } from "../model/blocks.ts";
import { beginningIn, paragraphsOf, textOf } from "../model/cell-text.ts";
import { readPlanLine } from "./plan-lines.ts";

/** What stands across the table: one cell over most of its width, or a label with what it labels. */
export function linesAcross(table: Table, row: Row): readonly Paragraph[] | undefined {
  const [first, second, ...others] = beginningIn(row).filter((cell) => textOf(cell));
  if (!first || others.length > 0) return undefined;
  const isWide = (cell: Cell) => cell.columnSpan > table.columns / 2;
  if (!second) {
    const stands = isWide(first) || row.cells.length === 1 || saysWhatItIs(first);
    return stands ? paragraphsOf(first) : undefined;
  }
  const pair = row.cells.length === 2 || isWide(second);
  return pair && isOnlyLabel(first) ? [first, second].flatMap(paragraphsOf) : undefined;
}

/** Alone in its row, "Outcome: …" or "Recommendation 2.3 …" belongs to no column, merged or not. */
function saysWhatItIs(cell: Cell): boolean {
  const first = paragraphsOf(cell).find((each) => each.text.trim());
  const line = first && readPlanLine(first, true);
  const isNamed = line?.kind === "recommendation" && /^rec/i.test(first?.text.trim() ?? "");
  return isNamed || line?.kind === "label";
}

function isOnlyLabel(cell: Cell): boolean {
  const first = paragraphsOf(cell).find((each) => each.text.trim());
  const line = first && readPlanLine(first, true);
  return (line?.kind === "label" || line?.kind === "recommendation") && line.text === "";
}
