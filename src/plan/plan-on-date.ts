import type { Finding } from "./finding.ts";
import { type ActionState, foldPlan } from "./fold.ts";
import { dayOf, type IsoDate } from "./iso-date.ts";
import type { Action, Agency, Plan, PlanVersion, Recommendation } from "./plan.ts";
import { byCreatedThenId } from "./record-order.ts";
import type { Entry } from "./record.ts";
import { versionsOn } from "./versions-on.ts";

/** A plan and everything that was ever said of it. */
export interface WholePlan {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly versions: readonly PlanVersion[];
  readonly recommendations: readonly Recommendation[];
  readonly actions: readonly Action[];
  readonly record: readonly Entry[];
}

/** The plan as it stood at the end of a day, ready to be handed to a board. */
export interface PlanOnDate {
  readonly plan: Plan;
  readonly day: IsoDate;
  /** Set where this is one agency's part. */
  readonly agency?: Agency | undefined;
  readonly agencies: readonly Agency[];
  readonly versions: readonly PlanVersion[];
  readonly recommendations: readonly RecommendationOnDate[];
  /** Of the regulator's report, where they are kept with the plan and asked for. */
  readonly findings?: readonly Finding[];
}

export interface RecommendationOnDate {
  readonly recommendation: Recommendation;
  readonly actions: readonly ActionOnDate[];
}

/** An action with the recommendation that it is under. */
export interface PlacedAction extends ActionOnDate {
  readonly recommendation: Recommendation;
}

export interface ActionOnDate {
  readonly action: Action;
  readonly state: ActionState;
  /** What was said of it by then and counts, oldest first. */
  readonly record: readonly Entry[];
}

/**
 * Folds only what was said up to the end of `day` in London. Recommendations and actions are shown as they are defined
 * now: their texts are no part of the record. With an agency, its actions alone, and the recommendations they stand under.
 */
export function planOnDate(whole: WholePlan, day: IsoDate, agency?: Agency): PlanOnDate {
  const { plan, agencies } = whole;
  const record = whole.record.filter(({ created }) => dayOf(created) <= day);
  const actions = agency
    ? whole.actions.filter((action) => action.agencies.includes(agency.shortName))
    : whole.actions;
  const states = foldPlan(plan.scheme, agencies, actions, record);
  const byAction = Map.groupBy(record, ({ actionId }) => actionId);
  const shown = actions.toSorted(inOrder).flatMap((action): ActionOnDate[] => {
    const state = states.get(action.id);
    return state ? [{ action, state, record: counted(byAction.get(action.id) ?? [], state) }] : [];
  });
  const byRecommendation = Map.groupBy(shown, ({ action }) => action.recommendationId);
  const versions = versionsOn(whole.versions, day);
  // A plan may carry a number that no version stands behind; one that has versions has none before the first.
  const version = whole.versions.length === 0 ? plan.version : versions.at(-1)?.number;
  return {
    plan: { ...plan, version },
    day,
    agency,
    agencies,
    versions,
    recommendations: whole.recommendations
      .toSorted(inOrder)
      .map((recommendation) => ({
        recommendation,
        actions: byRecommendation.get(recommendation.id) ?? [],
      }))
      .filter(({ actions: own }) => !agency || own.length > 0),
  };
}

/** All its actions, in the report's order. */
export function placedActions({ recommendations }: PlanOnDate): readonly PlacedAction[] {
  return recommendations.flatMap(({ recommendation, actions }) =>
    actions.map((each) => ({ ...each, recommendation })),
  );
}

function counted(
  record: readonly Entry[],
  { ignored, ownClosings }: ActionState,
): readonly Entry[] {
  const left = new Set([...ignored, ...ownClosings].map(({ type, id }) => `${type} ${id}`));
  return record.filter(({ type, id }) => !left.has(`${type} ${id}`)).toSorted(byCreatedThenId);
}

function inOrder(
  one: { readonly order: number; readonly id: number },
  other: { readonly order: number; readonly id: number },
): number {
  return one.order - other.order || one.id - other.id;
}
