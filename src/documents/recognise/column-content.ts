import { parseDueDate } from "#plan/due-date.ts";
import type { ColumnMeaning } from "../column-meaning.ts";
import { namesAgencies } from "./addressees.ts";
import { colourWords } from "./colours.ts";

/** What the cells of one column hold, without those that are empty. */
export interface ColumnWords {
  readonly column: number;
  readonly cells: readonly string[];
  /** What its heading says; undefined where that is nothing plans use, or there is none. */
  readonly headed?: ColumnMeaning;
}

/** Of a column's cells, so many have to be of a kind. */
const most = 0.6;

const role =
  /\b(?:officer|manager|lead|head|director|nurse|matron|midwife|doctor|dr|gp|clerk|superintendent|inspector|sergeant|practitioner|educator|chief|team|commissioner|administrator|coordinator|consultant)s?\b/i;

/**
 * What columns hold whose headings do not say it, by their cells: dates, ratings, agencies, people, and from their places
 * what is recommended, done and reported. Undefined where no action with its date and somebody to do it comes of it.
 */
export function meaningsByContent(
  columns: readonly ColumnWords[],
): ReadonlyMap<number, ColumnMeaning> | undefined {
  const found = new Map<number, ColumnMeaning>();
  const taken = new Set(columns.flatMap(({ headed }) => headed ?? []));
  for (const { column, headed } of columns) if (headed) found.set(column, headed);
  placeKinds(columns, found, taken);
  placeTexts(columns, found, taken);
  const all = new Set(found.values());
  // Beside no recommendation a number counts actions.
  if (!all.has("recommendation")) deleteMeaning(found, "ref");
  return all.has("action") && all.has("due") && (all.has("lead") || all.has("agency"))
    ? found
    : undefined;
}

function placeKinds(
  columns: readonly ColumnWords[],
  found: Map<number, ColumnMeaning>,
  taken: ReadonlySet<ColumnMeaning>,
): void {
  for (const [meaning, isOfKind] of kinds) {
    const own = columns.find((each) => !found.has(each.column) && holdsMostly(each, isOfKind));
    if (own && !taken.has(meaning)) found.set(own.column, meaning);
  }
}

function deleteMeaning(found: Map<number, ColumnMeaning>, meaning: ColumnMeaning): void {
  for (const [column, each] of found) if (each === meaning) found.delete(column);
}

const kinds: readonly (readonly [ColumnMeaning, (cell: string) => boolean])[] = [
  ["due", isDate],
  ["rating", isRating],
  ["ref", (cell) => /^(?:rec(?:ommendation)?\.?\s*)?\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]?$/i.test(cell)],
  ["agency", isAgency],
  ["lead", isPerson],
];

function holdsMostly({ cells }: ColumnWords, isOfKind: (cell: string) => boolean): boolean {
  return cells.length >= 2 && cells.filter(isOfKind).length >= cells.length * most;
}

function isDate(cell: string): boolean {
  return cell.length <= 60 && parseDueDate(cell).dates.length > 0;
}

/** A colour, or what stands for one. */
export function isRating(cell: string): boolean {
  return colourWords.has(cell.toLowerCase());
}

export function isAgency(cell: string): boolean {
  const names = cell.split(/[\n,;/]/).map((name) => name.trim());
  return cell.length <= 120 && names.filter(Boolean).every(namesAgencies);
}

/** A role, or a name of two or three words: no sentence. */
export function isPerson(cell: string): boolean {
  return cell.split(/\n/).every((line) => {
    const words = line.trim().split(/\s+/);
    const isName = /^[A-Z][\p{L}.'’-]*(?: [A-Z][\p{L}.'’-]*){1,2}$/u.test(line.trim());
    return words.length <= 8 && !/[.;]$/.test(line.trim()) && (isName || role.test(line));
  });
}

/** Before who and when stand what is recommended and what is done; after them how far it is. */
function placeTexts(
  columns: readonly ColumnWords[],
  found: Map<number, ColumnMeaning>,
  taken: ReadonlySet<ColumnMeaning>,
): void {
  const middle = [...found].find(([, meaning]) => meaning === "lead" || meaning === "due")?.[0];
  if (middle === undefined) return;
  const left = columns.filter((each) => !found.has(each.column) && each.cells.length > 0);
  const texts = left.filter((each) => wordsIn(each) >= 3);
  const before = texts.filter(({ column }) => column < middle);
  const after = left.filter((each) => each.column > middle && wordsIn(each) >= 1.5);
  const put = (each: ColumnWords | undefined, meaning: ColumnMeaning) => {
    if (each && !taken.has(meaning)) found.set(each.column, meaning);
  };
  put(before.at(-1), "action");
  if (before.length > 1) put(before[0], "recommendation");
  put(after[0], "progress");
  put(
    left.find((each) => each.column < middle && wordsIn(each) < 3),
    "theme",
  );
}

/** On average of its cells. */
function wordsIn({ cells }: ColumnWords): number {
  const words = cells.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0);
  return words / Math.max(cells.length, 1);
}
