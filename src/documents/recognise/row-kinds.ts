import type { Cell, Row } from "../model/blocks.ts";
import { paragraphsOf, textOf } from "../model/cell-text.ts";
import type { ColumnMeaning } from "../column-meaning.ts";
import { isRowStruckOut, isStruckOut } from "../model/struck.ts";
import { recommendationMeanings } from "./recommendation-columns.ts";
import type { PlacedCell } from "./row-ports.ts";

/** True where the action of a row was struck through, or all that the row says. */
export function isActionStruckOut(row: Row, placed: readonly PlacedCell[]): boolean {
  const action = cellOf(placed, "action");
  return isRowStruckOut(row) || (action !== undefined && isStruckOut(action));
}

/** True where words that were not struck through say what is recommended. */
export function namesRecommendation(placed: readonly PlacedCell[]): boolean {
  return placed.some(
    ({ cell, column }) => recommendationMeanings.has(column.meaning) && textOf(cell) !== "",
  );
}

/** "Total actions" and a number, beneath the rows of a sheet. */
export function countsUp(placed: readonly PlacedCell[]): boolean {
  const [first = "", ...others] = placed.map(({ cell }) => textOf(cell)).filter(Boolean);
  const isTotal = /^(?:grand |sub-?)?totals?\b/i.test(first) && first.length <= 60;
  return isTotal && others.length > 0 && others.every((words) => /^[\d.,%\s]+$/.test(words));
}

/** A row that has nothing but what it begins a group with. */
export function linesThatGroup(
  placed: readonly PlacedCell[],
  row: Row,
): readonly string[] | undefined {
  const [only, ...others] = placed.filter(({ cell }) => textOf(cell));
  if (!only || others.length > 0 || only.column.meaning !== "theme") return undefined;
  const says = paragraphsOf(only.cell).map(({ text }) => text.trim());
  const isLong = says.some((line) => line.length > 100);
  return only.cell.row === row.number && !row.beginsPage && !isLong
    ? says.filter(Boolean)
    : undefined;
}

const broken: readonly ColumnMeaning[] = ["action", "progress", "evidence", "unfamiliar"];

/**
 * A row that says more of who and when, but neither what nor for which agency; or one broken over a page, which goes on
 * with neither agency nor date nor the beginning of a sentence. Where it is known that a page begins here, either of the
 * last two is enough.
 */
export function isRestOfAction(row: Row, placed: readonly PlacedCell[]): boolean {
  const actionCell = cellOf(placed, "action");
  const words = actionCell ? textOf(actionCell) : "";
  const begun = placed
    .filter(({ cell }) => cell.row === row.number && textOf(cell))
    .map(({ column }) => column.meaning);
  if (begun.length === 0 || begun.includes("agency")) return false;
  if (words === "") return true;
  const inSentence = /^[a-z]/.test(words);
  if (row.beginsPage) return inSentence || !begun.includes("due");
  return inSentence && begun.every((meaning) => broken.includes(meaning));
}

export function cellOf(placed: readonly PlacedCell[], meaning: ColumnMeaning): Cell | undefined {
  return placed.find(({ column }) => column.meaning === meaning)?.cell;
}
