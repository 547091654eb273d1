import { addDays, type IsoDate } from "../iso-date.ts";
import type { Action, Agency, Plan, Recommendation } from "../plan.ts";
import { unansweredChallenges } from "../challenge-states.ts";
import { type ActionState, foldPlan, shownRating } from "../fold.ts";
import { agenciesToCheck } from "../later-checks.ts";
import { isComplete, type RatingId } from "../rating-scheme.ts";
import type { Challenge, Entry } from "../record.ts";

/** How far ahead a Monday card looks. */
export const daysAhead = 14;

/** A plan as its reminders are worked out from it; the record carries the words of challenges. */
export interface RemindedPlan {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly recommendations: readonly Recommendation[];
  readonly actions: readonly Action[];
  readonly record: readonly Entry[];
}

/** One line of a Monday card. */
export interface ReminderLine {
  readonly planId: number;
  readonly ref: string;
  /** Short names of whom it concerns. */
  readonly agencies: readonly string[];
  /** The action's text, or the question. */
  readonly text: string;
  /** A question may have none. */
  readonly due?: IsoDate | undefined;
  readonly recommendationId: number;
  readonly actionId?: number | undefined;
  readonly challengeId?: number | undefined;
  /** The rating that is shown now; left out of a question. */
  readonly rating?: RatingId | undefined;
}

/** What of a plan is to be said to its people today. */
export interface DueLines {
  readonly overdue: readonly ReminderLine[];
  /** Within a fortnight. */
  readonly due: readonly ReminderLine[];
  /** Questions that wait for an answer; those past their date first. */
  readonly asked: readonly ReminderLine[];
  /** Questions that waited so long that the plan's owners are told. */
  readonly escalated: readonly ReminderLine[];
  /** Actions that are to be checked again within a fortnight, or were; opened again, they are not. */
  readonly checks: readonly ReminderLine[];
}

/** How long a question waits beyond its date until the owners are told, where a plan says nothing else. */
export const usualDaysToEscalation = 14;

/** What is overdue, due, asked, to be checked again and to be told to the owners, what has waited longest first. */
export function dueLines(reminded: RemindedPlan, today: IsoDate): DueLines {
  const { plan, agencies, actions, record } = reminded;
  const until = addDays(today, daysAhead);
  const states = foldPlan(plan.scheme, agencies, actions, record);
  const known = actions.flatMap((action) => {
    const state = states.get(action.id);
    return state ? { ...state, action } : [];
  });
  const dated = known
    .filter((state) => state.due && state.due <= until && !isSettled(plan, state))
    .map((state) => ({
      ...lineOf(reminded, state.action),
      due: state.due,
      rating: shownRating(state),
    }));
  const asked = unansweredChallenges(agencies, record).map((each) => questionOf(reminded, each));
  const lastAnswer = addDays(today, -(plan.settings?.escalateAfterDays ?? usualDaysToEscalation));
  return {
    overdue: byDue(dated.filter(({ due }) => isBefore(due, today))),
    due: byDue(dated.filter(({ due }) => !isBefore(due, today))),
    asked: byDue(asked),
    escalated: byDue(asked.filter(({ due }) => isBefore(due, lastAnswer))),
    checks: byDue(
      known
        .flatMap(({ laterCheck, action }) =>
          laterCheck && laterCheck.on <= until ? [{ laterCheck, action }] : [],
        )
        .map(({ laterCheck, action }) => ({
          ...lineOf(reminded, action),
          agencies: agenciesToCheck(agencies, action, laterCheck),
          due: laterCheck.on,
        })),
    ),
  };
}

/** Closed by the group, or complete as far as anybody says. */
function isSettled(plan: Plan, state: ActionState): boolean {
  return state.closed || isComplete(plan.scheme, shownRating(state));
}

function lineOf({ plan, recommendations }: RemindedPlan, action: Action) {
  const recommendation = recommendations.find(({ id }) => id === action.recommendationId);
  return {
    planId: plan.id,
    ref: recommendation?.ref ?? "",
    agencies: action.agencies,
    text: action.text,
    recommendationId: action.recommendationId,
    actionId: action.id,
  };
}

function questionOf({ plan, recommendations }: RemindedPlan, challenge: Challenge): ReminderLine {
  const asked = recommendations.find(({ id }) => id === challenge.recommendationId);
  return {
    planId: plan.id,
    ref: asked?.ref ?? "",
    agencies: [challenge.agency],
    text: challenge.question ?? "",
    due: challenge.due,
    recommendationId: challenge.recommendationId,
    actionId: challenge.actionId,
    challengeId: challenge.id,
  };
}

function isBefore(due: IsoDate | undefined, day: IsoDate): boolean {
  return due !== undefined && due < day;
}

/** What has no date comes last. */
function byDue(lines: readonly ReminderLine[]): readonly ReminderLine[] {
  return lines.toSorted((one, other) => (one.due ?? "9").localeCompare(other.due ?? "9"));
}
