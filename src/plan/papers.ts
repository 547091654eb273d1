import { type ChallengeState, challengeStates } from "./challenge-states.ts";
import { changeTotals, type ChangeTotals } from "./changes-totals.ts";
import type { PlanChange } from "./changes.ts";
import { checks, runChecks } from "./checks.ts";
import { shownRating } from "./fold.ts";
import { dayOf, type IsoDate } from "./iso-date.ts";
import type { Agency, Recommendation } from "./plan.ts";
import {
  type ActionOnDate,
  type PlacedAction,
  placedActions,
  type PlanOnDate,
} from "./plan-on-date.ts";
import { isComplete, type RatingId } from "./rating-scheme.ts";
import type { Entry } from "./record.ts";
import {
  countByRating,
  countEvidence,
  type EvidenceCounts,
  type OfAgency,
  type RatingCounts,
  ratingsByAgency,
  ratingsShown,
} from "./summary.ts";

/** What the papers for a board or a committee are made from: a plan on two days, and what was said. */
export interface PapersSource {
  readonly before: PlanOnDate;
  readonly after: PlanOnDate;
  readonly changes: readonly PlanChange[];
  /** The whole record. */
  readonly record: readonly Entry[];
}

/** Where a plan stands and what happened in it since a day, for a page. */
export interface HighlightReport {
  readonly plan: PlanOnDate;
  readonly since: IsoDate;
  /** Best first. */
  readonly ratings: readonly RatingId[];
  readonly agencies: readonly OfAgency<RatingCounts>[];
  /** Of all actions, on the first day and now. */
  readonly earlier: RatingCounts;
  readonly present: RatingCounts;
  readonly totals: ChangeTotals;
  readonly evidence: EvidenceCounts;
  /** Past the day and not complete, the longest first. */
  readonly overdue: readonly PlacedAction[];
  /** What the group agreed or closed since. */
  readonly agreed: readonly (PlanChange & { readonly kind: "rating" })[];
  readonly closed: readonly PlanChange[];
  readonly questions: QuestionCounts;
  /** The checks that find something, those that find most first. */
  readonly checks: readonly { readonly title: string; readonly count: number }[];
}

export interface QuestionCounts {
  readonly asked: number;
  readonly answered: number;
  readonly resolved: number;
  /** All that wait for an answer, whenever they were asked. */
  readonly open: number;
  readonly overdue: number;
}

export function highlightReport(source: PapersSource): HighlightReport {
  const { before, after, changes } = source;
  const actions = placedActions(after);
  const earlier = countByRating(placedActions(before));
  const present = countByRating(actions);
  return {
    plan: after,
    since: before.day,
    ratings: ratingsShown(after.plan.scheme, [earlier, present]),
    agencies: ratingsByAgency(after.agencies, actions),
    earlier,
    present,
    totals: changeTotals(changes),
    evidence: countEvidence(actions),
    overdue: overdueActions(after),
    agreed: changes
      .filter((change) => change.kind === "rating")
      .filter(({ whose }) => whose === "agreed"),
    closed: changes.filter(({ kind }) => kind === "closed"),
    questions: countQuestions(source),
    checks: checksFound(source),
  };
}

/** The actions past their day and not complete, the longest first. */
function overdueActions(plan: PlanOnDate): readonly PlacedAction[] {
  const { scheme } = plan.plan;
  return placedActions(plan)
    .filter(({ state: { due } }) => due !== undefined && due < plan.day)
    .filter(({ state }) => !state.closed && !isComplete(scheme, shownRating(state)))
    .toSorted((one, other) => (one.state.due ?? "").localeCompare(other.state.due ?? ""));
}

function saidBy(record: readonly Entry[], day: IsoDate): readonly Entry[] {
  return record.filter(({ created }) => dayOf(created) <= day);
}

function countQuestions({ before, after, record }: PapersSource): QuestionCounts {
  const states = challengeStates(after.agencies, saidBy(record, after.day));
  const since = (entry: Entry | undefined) =>
    entry !== undefined && dayOf(entry.created) > before.day;
  const open = states.filter(({ status }) => status === "open");
  return {
    asked: states.filter(({ challenge }) => since(challenge)).length,
    answered: states.filter(({ answers }) => since(answers[0])).length,
    resolved: states.filter(({ resolved }) => since(resolved)).length,
    open: open.length,
    overdue: open.filter(({ challenge: { due } }) => due !== undefined && due < after.day).length,
  };
}

function checksFound({ after, record }: PapersSource): HighlightReport["checks"] {
  const actions = placedActions(after);
  const found = runChecks({
    plan: after.plan,
    agencies: after.agencies,
    recommendations: after.recommendations.map(({ recommendation }) => recommendation),
    actions: actions.map(({ action }) => action),
    states: new Map(actions.map(({ action, state }) => [action.id, state])),
    record: saidBy(record, after.day),
    today: after.day,
  });
  const byCheck = Map.groupBy(found, ({ check }) => check);
  return checks
    .flatMap(({ id, title }) => ({ title, count: byCheck.get(id)?.length ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
}

/** The questions that were put to agencies, under their recommendations, with what became of them. */
export interface ScrutinyPack {
  readonly plan: PlanOnDate;
  /** Only questions since then; undefined for all. */
  readonly since?: IsoDate | undefined;
  readonly parts: readonly QuestionedRecommendation[];
}

export interface QuestionedRecommendation {
  readonly recommendation: Recommendation;
  readonly questions: readonly QuestionInPack[];
}

export interface QuestionInPack extends ChallengeState {
  /** The action asked about, else the agency's actions under the recommendation. */
  readonly about: readonly ActionOnDate[];
  readonly agency: Agency | undefined;
}

export function scrutinyPack(
  plan: PlanOnDate,
  record: readonly Entry[],
  since?: IsoDate,
): ScrutinyPack {
  const states = challengeStates(plan.agencies, saidBy(record, plan.day)).filter(
    ({ challenge }) => since === undefined || dayOf(challenge.created) > since,
  );
  const asked = Map.groupBy(states, ({ challenge }) => challenge.recommendationId);
  const parts = plan.recommendations.flatMap(({ recommendation, actions }) => {
    const questions = (asked.get(recommendation.id) ?? []).map((state) => ({
      ...state,
      agency: plan.agencies.find(({ shortName }) => shortName === state.challenge.agency),
      about: actions.filter(({ action }) =>
        state.challenge.actionId === undefined
          ? action.agencies.includes(state.challenge.agency)
          : action.id === state.challenge.actionId,
      ),
    }));
    return questions.length > 0 ? { recommendation, questions } : [];
  });
  return { plan, since, parts };
}
