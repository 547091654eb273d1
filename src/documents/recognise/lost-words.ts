import type { Row, Table } from "../model/blocks.ts";
import { rowText } from "../model/cell-text.ts";
import type { DocumentProblem, PlanDocument } from "../plan-document.ts";

/** Words that only say what stands beside them: the result has a field for each. */
const labels = new Set(
  "action addressees agency anticipated desired evidence expected intended measure measures milestone milestones no number of outcome outcomes rec recommendation required see should must success theme timescale version".split(
    " ",
  ),
);

/**
 * The net under the reading of tables: a row with a word that came out nowhere is a problem with all its words.
 * So whatever a layout nobody thought of does to us, no word is lost without being named.
 */
export function lostWords(
  tables: readonly Table[],
  result: Omit<PlanDocument, "problems">,
  problems: readonly DocumentProblem[],
): DocumentProblem[] {
  const found = new Set<string>();
  collect(result, found);
  collect(problems, found);
  return tables.flatMap(({ number, rows }) =>
    rows
      .filter((row) => wordsOf(rowText(row)).some((word) => !found.has(word)))
      .map((row) => problemOf(number, row)),
  );
}

function problemOf(table: number, row: Row): DocumentProblem {
  const where = `Table ${table}, row ${row.number}`;
  return { where, what: `Not all of this was understood: ${rowText(row)}` };
}

function collect(value: unknown, words: Set<string>): void {
  if (typeof value === "string") for (const word of allWords(value)) words.add(word);
  else if (Array.isArray(value)) for (const each of value) collect(each, words);
  else if (typeof value === "object" && value !== null) collect(Object.values(value), words);
}

function wordsOf(text: string): string[] {
  return allWords(text).filter((word) => !labels.has(word));
}

function allWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
