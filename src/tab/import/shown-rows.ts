import type { Choices, ReviewAction, ReviewGroup, RowLevel } from "./review-rows.ts";

/** Which rows are looked at. */
export type Shown = "all" | RowLevel;

/** A line of the review: a recommendation, or an action under one. */
export type ShownRow =
  | { readonly type: "group"; readonly key: string; readonly group: ReviewGroup }
  | {
      readonly type: "action";
      readonly key: string;
      readonly row: ReviewAction;
      /** The key of its recommendation. */
      readonly under: string;
    };

/** The rows that are like that, each action under its recommendation. */
export function shownRows(
  groups: readonly ReviewGroup[],
  shown: Shown,
  leftOut: Choices["leftOut"],
): readonly ShownRow[] {
  const rows: ShownRow[] = [];
  for (const group of groups) {
    const actions = group.actions.filter((row) => isShown(row, shown, leftOut));
    if (actions.length === 0 && !isShown(group, shown, leftOut)) continue;
    rows.push({ type: "group", key: group.key, group });
    for (const row of actions) rows.push({ type: "action", key: row.key, row, under: group.key });
  }
  return rows;
}

/** How many actions are like that. */
export function countRows(
  groups: readonly ReviewGroup[],
  shown: Exclude<Shown, "left-out">,
): number {
  const none: Choices["leftOut"] = new Set();
  return groups.reduce(
    (sum, { actions }) => sum + actions.filter((row) => isShown(row, shown, none)).length,
    0,
  );
}

function isShown(
  { key, problems }: ReviewGroup | ReviewAction,
  shown: Shown,
  leftOut: Choices["leftOut"],
): boolean {
  if (shown === "all") return true;
  return shown === "left-out" ? leftOut.has(key) : problems.some(({ level }) => level === shown);
}
