import { shownRating } from "#plan/fold.ts";
import type { NewAction } from "#plan/new-plan.ts";
import type { ActionOnDate, PlanOnDate } from "#plan/plan-on-date.ts";
import type { ProgressDifference } from "#plan/plan-differences.ts";
import { linesOf } from "../write/clean-text.ts";
import { progressLines } from "../write/progress-lines.ts";
import { says } from "./field-edits.ts";

/**
 * What a document says of an action's progress that nobody has said yet: not the document that the plan came from, not
 * a statement since, and not a document that we wrote of those. Undefined where it says nothing new.
 */
export function freshProgress(
  plan: PlanOnDate,
  shown: ActionOnDate,
  read: NewAction,
): ProgressDifference | undefined {
  const notes = shown.record.flatMap((entry) =>
    entry.type === "update" ? (entry.note ?? "") : [],
  );
  const known = [...progressLines(plan, shown), "", ...notes].join("\n");
  const lines = linesOf(read.progressAsPrinted).filter((line) => !says(known, line));
  const rating = freshRating(plan, shown, read);
  if (lines.length === 0 && rating === undefined) return undefined;
  return { action: shown.action, lines, rating: rating?.id, ratingName: rating?.name };
}

/** A rating of the plan's scheme, other than the one shown, and other than the document before printed. */
function freshRating({ plan }: PlanOnDate, shown: ActionOnDate, read: NewAction) {
  const { action, state, record } = shown;
  const name = read.ratingAsPrinted?.trim().toLowerCase();
  const rating = plan.scheme.ratings.find((each) => each.name.toLowerCase() === name);
  if (!rating || rating.id === shownRating(state)) return undefined;
  const notes = record.flatMap((entry) => (entry.type === "update" ? (entry.note ?? "") : []));
  const printed = [action.notesAsPrinted, action.progressAsPrinted, ...notes].filter(Boolean);
  return says(printed.join("\n"), `Rating: ${rating.name}`) ? undefined : rating;
}
