import type { Row, Table } from "../model/blocks.ts";
import { placeOf, rowText } from "../model/cell-text.ts";
import type { DocumentProblem, PlanDocument } from "../plan-document.ts";
import { WordsSaid } from "./words-said.ts";

/** How our own documents say it: "Yes" in its column, "closed by the group" beneath a rating. */
const saysClosed = ["yes", "by", "the", "group"];

/**
 * The net under the reading of tables: a row with a word that came out nowhere is a problem with all its words.
 * So whatever a layout nobody thought of does to us, no word is lost without being named.
 */
export function lostWords(
  tables: readonly Table[],
  result: Omit<PlanDocument, "problems">,
  problems: readonly DocumentProblem[],
): DocumentProblem[] {
  const said = new WordsSaid([result, problems]);
  for (const { rating, standing } of result.recommendations.flatMap(({ actions }) => actions)) {
    if (rating) said.add(rating.charAt(0));
    if (standing === "closed") said.add(saysClosed);
  }
  return tables.flatMap((table) =>
    table.rows.filter((row) => said.lacks(rowText(row))).map((row) => problemOf(table, row)),
  );
}

function problemOf(table: Table, row: Row): DocumentProblem {
  return {
    where: `${placeOf(table)}, row ${row.number}`,
    what: `Not all of this was understood: ${rowText(row)}`,
  };
}
