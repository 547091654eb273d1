import { unansweredChallenges } from "#plan/challenge-states.ts";
import { shownRating } from "#plan/fold.ts";
import { addDays, type IsoDate } from "#plan/iso-date.ts";
import { agenciesToCheck } from "#plan/later-checks.ts";
import { ledBy, type Me, speaksFor } from "#plan/permissions.ts";
import type { Action } from "#plan/plan.ts";
import { isComplete } from "#plan/rating-scheme.ts";
import type { Challenge } from "#plan/record.ts";
import type { ActionView, PlanView } from "#tab/rows/plan-view.ts";

/** A question to one of the reader's agencies that waits for its answer. */
export interface Asked {
  readonly challenge: Challenge;
  /** "2.1" */
  readonly ref: string;
  /** Undefined where it is about the whole recommendation. */
  readonly view: ActionView | undefined;
}

/** What of one plan waits for its reader. Complete and closed actions do not. */
export interface MyWork {
  /** Soonest first, those without a date last. */
  readonly asked: readonly Asked[];
  /** Longest overdue first. */
  readonly overdue: readonly ActionView[];
  /** Due within 30 days from today, soonest first. */
  readonly soon: readonly ActionView[];
  readonly later: readonly ActionView[];
  /** Of which somebody is to look again within 30 days, or was to, soonest first; closed ones among them. */
  readonly checks: readonly ActionView[];
}

/** What the reader leads or one of their agencies has to do, and what those are asked. */
export function myWork(plan: PlanView, today: IsoDate): MyWork {
  const { me } = plan.open;
  const leads = ledBy(me);
  const open = [...plan.actions.values()]
    .filter((view) => !isDone(plan, view) && (leads(view.action) || speaks(me, view.action)))
    .toSorted(bySoonest);
  const end = addDays(today, 30);
  return {
    asked: askedOf(plan),
    overdue: open.filter((view) => due(view) < today),
    soon: open.filter((view) => due(view) >= today && due(view) <= end),
    later: open.filter((view) => due(view) > end),
    checks: checksOf(plan, end),
  };
}

function checksOf({ open: { me, agencies }, actions }: PlanView, end: IsoDate) {
  const leads = ledBy(me);
  return [...actions.values()]
    .filter(({ action, state: { laterCheck } }) => {
      if (laterCheck === undefined || laterCheck.on > end) return false;
      const theirs = agenciesToCheck(agencies, action, laterCheck);
      return leads(action) || theirs.some((agency) => me.agencies.includes(agency));
    })
    .toSorted((one, other) => checkedOn(one).localeCompare(checkedOn(other)));
}

function checkedOn({ state: { laterCheck } }: ActionView): string {
  return laterCheck?.on ?? "9999-12-31";
}

function speaks(me: Me, action: Action): boolean {
  return speaksFor(me, action).length > 0;
}

function isDone({ scheme }: PlanView, { state }: ActionView): boolean {
  return state.closed || isComplete(scheme, shownRating(state));
}

/** Without a day that could be read: after all others. */
function due({ state }: ActionView): string {
  return state.due ?? "9999-12-31";
}

function bySoonest(one: ActionView, other: ActionView): number {
  return due(one).localeCompare(due(other));
}

function askedOf({ open, actions, recommendations }: PlanView): readonly Asked[] {
  const refs = new Map(recommendations.map(({ recommendation: { id, ref } }) => [id, ref]));
  return unansweredChallenges(open.agencies, open.record)
    .filter(({ agency }) => open.me.agencies.includes(agency))
    .toSorted((one, other) => (one.due ?? "9").localeCompare(other.due ?? "9"))
    .map((challenge) => ({
      challenge,
      ref: refs.get(challenge.recommendationId) ?? "",
      view: challenge.actionId === undefined ? undefined : actions.get(challenge.actionId),
    }));
}
