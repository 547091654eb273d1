import { formatDate, isIsoDate } from "#plan/iso-date.ts";
import type { Paragraph, Row, Table } from "../model/blocks.ts";
import { placeOf, rowText } from "../model/cell-text.ts";
import type { DocumentProblem, PlanDocument } from "../plan-document.ts";

/** Lines and cells that say of themselves that there is nothing to take over. */
const saysNothing =
  /\bnot (?:rated|applicable)\b|^(?:inspection action plan|as it stood on .*)$/gim;

/** Words that only say what stands beside them: the result has a field for each. */
const labels = new Set(
  "action addressed addressees agency agreed anticipated closed date desired due evidence expected inspection intended measure measures milestone milestones no number of outcome outcomes published rated rec recommendation regulator report required see should must status submission success theme timescale to version".split(
    " ",
  ),
);

/** How our own documents say it: "Yes" in its column, "closed by the group" beneath a rating. */
const saysClosed = ["yes", "by", "the", "group"];

/**
 * The net under the reading of tables: a row with a word that came out nowhere is a problem with all its words.
 * The same holds for the lines of a sheet that stand outside its table. So whatever a layout nobody thought of does to us, no word is lost without being named.
 */
export function lostWords(
  tables: readonly Table[],
  result: Omit<PlanDocument, "problems">,
  problems: readonly DocumentProblem[],
  lines: readonly Paragraph[] = [],
): DocumentProblem[] {
  const found = new Set<string>();
  collect(result, found);
  collect(problems, found);
  for (const { rating, standing } of result.recommendations.flatMap(({ actions }) => actions)) {
    if (rating) found.add(rating.charAt(0).toLowerCase());
    for (const word of standing === "closed" ? saysClosed : []) found.add(word);
  }
  const lost = (text: string) => wordsOf(text).some((word) => !found.has(word));
  return [
    ...lines
      .filter(({ text }) => lost(text))
      .map(({ where = "", text }) => ({ where, what: notUnderstood(text) })),
    ...tables.flatMap((table) =>
      table.rows.filter((row) => lost(rowText(row))).map((row) => problemOf(table, row)),
    ),
  ];
}

function problemOf(table: Table, row: Row): DocumentProblem {
  return {
    where: `${placeOf(table)}, row ${row.number}`,
    what: notUnderstood(rowText(row)),
  };
}

function notUnderstood(words: string): string {
  return `Not all of this was understood: ${words}`;
}

function collect(value: unknown, words: Set<string>): void {
  if (typeof value === "string") for (const word of allWords(inWords(value))) words.add(word);
  else if (Array.isArray(value)) for (const each of value) collect(each, words);
  else if (typeof value === "object" && value !== null) collect(Object.values(value), words);
}

/** A day that was understood was printed with the name of its month. */
function inWords(text: string): string {
  return isIsoDate(text) ? `${text} ${formatDate(text)}` : text;
}

function wordsOf(text: string): string[] {
  return allWords(text.replaceAll(saysNothing, "")).filter((word) => !labels.has(word));
}

function allWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
