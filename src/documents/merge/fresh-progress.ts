import { shownRating } from "#plan/fold.ts";
import type { NewAction } from "#plan/new-plan.ts";
import type { Rating } from "#plan/rating-scheme.ts";
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
  const told = progressLines(plan, shown).map(({ line }) => line);
  const known = [...told, "", ...notes].join("\n");
  const lines = [
    ...linesOf(read.progressAsPrinted).filter((line) => !says(known, line)),
    ...freshLinks(shown, read, known),
  ];
  const rating = freshRating(plan, shown, read);
  if (lines.length === 0 && rating === undefined) return undefined;
  return { action: shown.action, lines, rating: rating?.id, ratingName: rating?.name };
}

/** Where the document leads and nothing that was said of the action does, as lines. */
function freshLinks(
  { action, record }: ActionOnDate,
  { linksAsPrinted = [] }: NewAction,
  known: string,
): readonly string[] {
  const evidence = record.flatMap((entry) => (entry.type === "update" ? entry.evidence : []));
  const urls = new Set(evidence.map(({ url }) => URL.parse(url)?.href));
  const said = `${known}\n${action.notesAsPrinted ?? ""}`;
  return linksAsPrinted
    .filter(({ url }) => !urls.has(URL.parse(url)?.href) && !said.includes(url))
    .map(({ words, url }) => (words === url ? url : `${words}: ${url}`));
}

/**
 * A rating of the plan's scheme that nobody stated yet: what the document says the agency proposes, where that is another
 * than it did; else the one that counts, where that is another than the one shown.
 */
function freshRating({ plan }: PlanOnDate, shown: ActionOnDate, read: NewAction) {
  const { state } = shown;
  const named = (name: string | undefined) =>
    plan.scheme.ratings.find((each) => each.name.toLowerCase() === name?.trim().toLowerCase());
  const proposed = named(read.proposedAsPrinted);
  const isProposed = (rating: Rating) =>
    isPrinted(shown, `Proposed by agency: ${rating.name}`) ||
    isPrinted(shown, `Rating: ${rating.name}`);
  if (proposed && proposed.id !== state.proposed && !isProposed(proposed)) return proposed;
  const rating = named(read.ratingAsPrinted);
  if (!rating || rating.id === shownRating(state) || isPrinted(shown, `Rating: ${rating.name}`))
    return undefined;
  return rating;
}

/** Whether an earlier document said so of the action. */
function isPrinted({ action, record }: ActionOnDate, words: string): boolean {
  const notes = record.flatMap((entry) => (entry.type === "update" ? (entry.note ?? "") : []));
  const printed = [action.notesAsPrinted, action.progressAsPrinted, ...notes].filter(Boolean);
  return says(printed.join("\n"), words);
}
