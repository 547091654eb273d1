import { parseDueDate } from "#plan/due-date.ts";
import type { ColumnMeaning } from "../column-meaning.ts";
import { headsAgency } from "../recognise/addressees.ts";
import { isPerson, isRating } from "../recognise/column-content.ts";
import { columnMeaning } from "../recognise/heading-meanings.ts";

/** What the cells of a column look like. */
export type CellKind = "ref" | "date" | "rating" | "agency" | "person" | "text";

const kinds: Partial<Record<ColumnMeaning, CellKind>> = {
  ref: "ref",
  due: "date",
  timescale: "date",
  rating: "rating",
  status: "rating",
  agency: "agency",
  lead: "person",
};

export function kindOfColumn(heading: string): CellKind {
  return kinds[columnMeaning(heading)] ?? "text";
}

const none = 20;

/** What each line of a cell after its first costs. */
const further: Readonly<Record<CellKind, number>> = {
  ref: none,
  date: 2,
  rating: 4,
  agency: 1.5,
  person: 0.5,
  text: 1,
};

const ofLine: Readonly<Record<CellKind, (line: string) => number>> = {
  ref: (line) => (isRef(line) ? 0 : none),
  date: (line) => (isWhen(line) ? 0 : none),
  rating: (line) => (isRating(line) || isStatus(line) ? 0 : none),
  agency: (line) => (headsAgency(line) ? 0 : unlessShort(line)),
  person: (line) => (isPerson(line) ? 0 : unlessShort(line)),
  text: (line) => ofText(line),
};

/** How little lines look like those of a cell of a kind: 0 for not at all strange; from `impossible` on it is none. */
export const strangeness = {
  impossible: none,
  /** Of a cell that says nothing. */
  ofNothing: (kind: CellKind): number => (kind === "text" ? 1 : 0.3),
  ofLine: (kind: CellKind, line: string): number => ofLine[kind](line),
  /** Of a cell's going on in another line. */
  ofNext: (kind: CellKind): number => further[kind],
};

function ofText(line: string): number {
  if (isRef(line) || (line.length < 30 && isWhen(line)) || isRating(line)) return 6;
  if (headsAgency(line)) return 4;
  return isPerson(line) ? 3 : 0;
}

function isRef(line: string): boolean {
  return /^(?:rec(?:ommendation)?\.?\s*)?(?:[A-Z]{1,4}[ -]?)?\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]?$/i.test(
    line,
  );
}

function isWhen(line: string): boolean {
  return (
    line.length <= 60 &&
    (parseDueDate(line).dates.length > 0 ||
      /^(?:complete[d.]*|immediate(?:ly)?|on ?going|tb[ca]|n\/a|within .*|q[1-4]\b.*)$/i.test(line))
  );
}

function isStatus(line: string): boolean {
  return (
    /^[A-Z]$/.test(line) ||
    /^(?:not )?(?:complete[d]?|closed|open|on ?going|on track|off track|overdue|delayed|started|in progress|rated|applicable)$/i.test(
      line,
    )
  );
}

/** A name is short, and no sentence. */
function unlessShort(line: string): number {
  return line.length <= 50 && !/[.;?!]$/.test(line) ? 1 : 12;
}
