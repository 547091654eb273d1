import type { Table } from "../model/blocks.ts";
import { placeOf, rowText } from "../model/cell-text.ts";
import type { DocumentProblem } from "../plan-document.ts";

/** Nothing is dropped silently: a table that is no part of what was read is listed with its words. */
export function unreadTable(table: Table, ofWhat = "plan"): DocumentProblem[] {
  const words = table.rows.map(rowText).filter(Boolean).join("\n");
  if (!words) return [];
  const why = table.unreadable ?? `Not read as part of the ${ofWhat}:`;
  return [{ where: placeOf(table), what: `${why} ${words}` }];
}
