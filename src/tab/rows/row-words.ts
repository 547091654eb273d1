import type { Action } from "#plan/plan.ts";
import { dayOf, formatDate, type IsoDate } from "#plan/iso-date.ts";
import { ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import { dueSentence, dueWords } from "#tab/words/due.ts";
import { dayInWords } from "#tab/words/words.ts";
import { counted, inFigures, updatedInWords } from "#plan/words.ts";
import type { Group } from "./group.ts";
import type { ActionRow } from "./plan-rows.ts";
import type { ActionView, GroupSummary } from "./plan-view.ts";

/** "Agreed 22 October", "Proposed 16 November", "Nothing proposed yet". */
export function ratingLine({ state }: ActionView, today: IsoDate): string {
  if (state.agreedAt !== undefined) return `Agreed ${dayInWords(dayOf(state.agreedAt), today)}`;
  if (state.proposedAt !== undefined)
    return `Proposed ${dayInWords(dayOf(state.proposedAt), today)}`;
  return "Nothing proposed yet";
}

/** Both ratings in a sentence: "Proposed Green, agreed Amber". */
export function ratingSentence(scheme: RatingScheme, { state }: ActionView): string {
  const proposed = ratingOf(scheme, state.proposed).name;
  if (state.agreed === undefined)
    return state.statements.length > 0 ? `Proposed ${proposed}` : "Not rated";
  const agreed = ratingOf(scheme, state.agreed).name;
  return agreed === proposed ? `Agreed ${agreed}` : `Proposed ${proposed}, agreed ${agreed}`;
}

/** Both ratings and the day of the one that counts: "Proposed Green, agreed Amber 22 October". */
export function ratingOn(scheme: RatingScheme, view: ActionView, today: IsoDate): string {
  const { agreedAt, proposedAt } = view.state;
  const since = agreedAt ?? proposedAt;
  if (since === undefined) return "Nothing proposed yet";
  return `${ratingSentence(scheme, view)} ${dayInWords(dayOf(since), today)}`;
}

/** "3 November 2026", for the date on hover. */
export function dateOnHover(instant: string | undefined): string | undefined {
  return instant === undefined ? undefined : formatDate(dayOf(instant));
}

/** "MVHT, QCMH"; as it is printed where that names no agency of the plan. */
export function agenciesInWords({ agencies, agencyAsPrinted }: Action): string {
  return agencies.join(", ") || agencyAsPrinted;
}

/** Everything a row shows, in full and in order: its name for a screen reader. */
export function actionRowName(scheme: RatingScheme, view: ActionView, today: IsoDate): string {
  const { action, state, recommendation } = view;
  const due = dueWords(scheme, { action, state, today });
  const place = `action ${view.place} of ${view.of}`;
  const where = [recommendation.ref, place, agenciesInWords(action)];
  return [
    `${where.filter(Boolean).join(", ")}: ${action.text}`,
    action.leads.length > 0 ? `Lead: ${action.leads.join("; ")}` : "Nobody is named as lead",
    `Due ${dueSentence(due, state.due)}`,
    ratingSentence(scheme, view),
    counted(state.evidenceCount, "piece of evidence", "pieces of evidence"),
    updatedInWords(state.lastUpdate, today),
  ].reduce(afterFullStop);
}

/** One sentence after the other; a text that ends with a full stop of its own is not given a second one to be read out. */
function afterFullStop(before: string, next: string): string {
  return /[.!?…]$/.test(before) ? `${before} ${next}` : `${before}. ${next}`;
}

/** "1 of 4 complete", or that there is nothing to complete. */
export function doneWords({
  complete,
  actions,
}: Pick<GroupSummary, "complete" | "actions">): string {
  return actions === 0
    ? "No actions yet"
    : `${inFigures(complete)} of ${inFigures(actions)} complete`;
}

/** A heading in full: its name for a screen reader. */
export function groupRowName(
  scheme: RatingScheme,
  { label, title, view }: Group,
  summary: GroupSummary,
) {
  const rated = `Lowest rating ${ratingOf(scheme, summary.lowest).name}`;
  const done = `${inFigures(summary.complete)} of ${counted(summary.actions, "action")} complete`;
  if (!view) return [title, rated, done].reduce(afterFullStop);
  const { addressees } = view.recommendation;
  const to = addressees.length > 0 ? `For ${addressees.join(", ")}` : "Addressed to nobody";
  return [`Recommendation ${label}: ${title}`, to, rated, done].reduce(afterFullStop);
}

/** "Recommendation 2.1, action 1", for a sentence. */
export function actionLabel({ recommendation, place }: ActionView): string {
  return `Recommendation ${recommendation.ref}, action ${place}`;
}

/** The agencies of an action; away from its recommendation with that before them: "2.1 · ICB, FHT". */
export function withRef(agencies: string, { view, under }: ActionRow): string {
  const own = under?.startsWith("recommendation/");
  return own ? agencies : `${view.recommendation.ref} · ${agencies}`;
}
