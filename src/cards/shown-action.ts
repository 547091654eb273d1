import { byCreatedThenId } from "#plan/record-order.ts";
import { foldAction, shownRating, type ActionState } from "#plan/fold.ts";
import { dayOf } from "#plan/iso-date.ts";
import type { Action, Agency, Plan, Recommendation } from "#plan/plan.ts";
import { isComplete, ratingOf } from "#plan/rating-scheme.ts";
import type { Entry, Update } from "#plan/record.ts";
import { wayBack, type BackTo } from "./list-card.ts";
import { plain, plainRef } from "./plain.ts";
import { otherRatingLine, ratingCell, ratingLine, statementsLine } from "./rating-words.ts";
import { unbroken } from "./time-words.ts";
import { dueInWords } from "#plan/words.ts";

/** What a card tells of an action: its definition, and what was said of it. */
export interface ShownAction {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly recommendation: Recommendation;
  readonly action: Action;
  readonly record: readonly Entry[];
}

/** What every card of an action takes beside the action. */
export interface CardSetting {
  readonly now: Date;
  /** The deep link that opens the tab at this action. */
  readonly link: string;
  /** The list that it was opened from. */
  readonly backTo?: BackTo | undefined;
}

function stateOf({ plan, agencies, action, record }: ShownAction): ActionState {
  return foldAction(plan.scheme, agencies, action, record);
}

/** The action's agencies, in its own order. An agency that the plan no longer has is left out. */
export function agenciesOfAction({ agencies, action }: ShownAction): readonly Agency[] {
  return action.agencies.flatMap(
    (shortName) => agencies.find((agency) => agency.shortName === shortName) ?? [],
  );
}

/** The newest statement that counts; what stands in another agency's folder does not. */
export function lastUpdateOf(shown: ShownAction): Update | undefined {
  const folders = new Set(agenciesOfAction(shown).map(({ folder }) => folder));
  return shown.record
    .filter((entry) => entry.type === "update")
    .filter(({ actionId, folder }) => actionId === shown.action.id && folders.has(folder))
    .toSorted(byCreatedThenId)
    .at(-1);
}

/** The lines that stand at the top of every card of an action. */
export function actionHead(shown: ShownAction, { now, link, backTo }: CardSetting) {
  const { plan, action } = shown;
  const state = stateOf(shown);
  return {
    planId: plan.id,
    actionId: action.id,
    ...about(shown),
    rating: ratingCell(plan.scheme, state),
    ratingLine: ratingLine(plan.scheme, state, now),
    otherRatingLine: otherRatingLine(plan.scheme, state),
    statements: statementsLine(plan.scheme, agenciesOfAction(shown), state),
    due: dueWords(shown, state, now),
    links: { plan: link },
    ...wayBack(backTo, plan.id),
  };
}

/** Which action it is, without where it stands. */
export function about(shown: ShownAction) {
  const { recommendation, action } = shown;
  const names = agenciesOfAction(shown).map(({ name }) => plain(name, 80));
  const by = names.length > 0 ? names.join(", ") : plain(action.agencyAsPrinted, 80);
  const leads = action.leads.map((lead) => plain(lead, 80)).join(", ");
  return {
    ref: plainRef(recommendation.ref),
    title: plain(action.text, 160) || "Action without a text",
    byline: plain([by, leads].filter(Boolean).join(" · "), 160) || "No agency named",
  };
}

/** What a screen reader says first, and a client that cannot show cards says instead: no typed text. */
export function spoken(shown: ShownAction, now: Date): string {
  const state = stateOf(shown);
  const { ref } = about(shown);
  const names = agenciesOfAction(shown).map(({ name }) => plain(name, 80));
  const rating = plain(ratingOf(shown.plan.scheme, shownRating(state)).name, 40);
  const parts = [`Action under recommendation ${ref}`, rating, dueWords(shown, state, now).words];
  return `${parts.toSpliced(1, 0, ...names.slice(0, 3)).join(". ")}.`;
}

function dueWords({ plan, action }: ShownAction, state: ActionState, now: Date) {
  if (state.due === undefined) {
    const printed = plain(action.dueAsPrinted, 80);
    return { words: printed ? `Due as printed: ${printed}` : "No due date" };
  }
  const date = unbroken(state.due);
  // A date that passed says nothing against an action that is complete.
  if (isComplete(plan.scheme, shownRating(state))) return { words: `Was due ${date}` };
  return { words: dueInWords(state.due, dayOf(now)), date };
}
