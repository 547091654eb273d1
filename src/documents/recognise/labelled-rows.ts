import type { Cell, Row } from "../model/blocks.ts";
import { textOf } from "../model/cell-text.ts";
import { readColumns } from "./column-headings.ts";

/** What a document says of one action, each thing beside its label. */
export interface Labelled {
  /** Of the row it begins in. */
  readonly number: number;
  readonly pairs: readonly { readonly label: Cell; readonly value: Cell }[];
}

/**
 * Rows of a plan's table, under the labels as its headings; these are said again where they change. Undefined where the
 * labels are not what plans say of an action.
 */
export function rowsOfLabelled(
  records: readonly Labelled[],
): { readonly columns: number; readonly rows: readonly Row[] } | undefined {
  const rows: Row[] = [];
  let said = "";
  let isPlan = false;
  for (const { number, pairs } of records) {
    const heading: Row = {
      number,
      isHeader: true,
      cells: pairs.map(({ label }, at) => placed(label, number, at)),
    };
    const labels = pairs.map(({ label }) => textOf(label)).join("\n");
    isPlan ||= readColumns(heading) !== undefined;
    if (labels !== said) rows.push(heading);
    said = labels;
    rows.push({
      number,
      isHeader: false,
      cells: pairs.map(({ value }, at) => placed(value, number, at)),
    });
  }
  const columns = records.reduce((most, { pairs }) => Math.max(most, pairs.length), 0);
  return isPlan ? { columns, rows } : undefined;
}

function placed({ blocks, shading }: Cell, row: number, column: number): Cell {
  return { blocks, row, column, columnSpan: 1, ...(shading && { shading }) };
}
