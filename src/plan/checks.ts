import { unansweredChallenges } from "./challenge-states.ts";
import { activityNotImpact } from "./checks/activity-not-impact.ts";
import type { Check, CheckId, Found, Weight } from "./checks/check.ts";
import { disagreement } from "./checks/disagreement.ts";
import { noAnswer } from "./checks/no-answer.ts";
import { noDate } from "./checks/no-date.ts";
import { noEvidence } from "./checks/no-evidence.ts";
import { noMonitoring } from "./checks/no-monitoring.ts";
import { noOwner } from "./checks/no-owner.ts";
import { notMeasurable } from "./checks/not-measurable.ts";
import { overdue } from "./checks/overdue.ts";
import { passedOn } from "./checks/passed-on.ts";
import { ratedByDefault } from "./checks/rated-by-default.ts";
import { slipping } from "./checks/slipping.ts";
import { stale } from "./checks/stale.ts";
import { unanswered } from "./checks/unanswered.ts";
import type { ActionState } from "./fold.ts";
import type { IsoDate } from "./iso-date.ts";
import type { Action, Agency, Plan, Recommendation } from "./plan.ts";
import { onceEach } from "./record-order.ts";
import type { Challenge, Entry, Update } from "./record.ts";

/** What the peer-challenge group should ask about, in the order in which it is asked of each action. */
export const checks: readonly Check[] = [
  noEvidence, //         rated on target or complete, and nothing attached
  ratedByDefault, //     rated on target or complete, and never reported on
  stale, //              not closed, and not reported on for 90 days
  overdue, //            past its due date, and not complete
  noMonitoring, //       complete, and nobody to check later that it held
  passedOn, //           its words give the work to somebody without an action
  activityNotImpact, //  complete, and nothing shows what it changed
  noOwner, //            nobody named
  noDate, //             no day that can be read
  notMeasurable, //      no measure, number, audit or outcome
  slipping, //           put off twice, or by more than 90 days
  noAnswer, //           an addressed agency without an action
  unanswered, //         a question past the day for its answer
  disagreement, //       proposed better than agreed, and nothing new attached
];

/** What one check found about one action or recommendation. */
export interface Finding {
  readonly check: CheckId;
  readonly recommendationId: number;
  /** Left out where it is about the whole recommendation. */
  readonly actionId?: number | undefined;
  /** Of the recommendation, as the report numbers it. */
  readonly ref: string;
  /** Short name of the agency to ask; empty where neither action nor recommendation names one. */
  readonly agency: string;
  readonly says: string;
  readonly asks: string;
  readonly weight: Weight;
}

export interface PlanToCheck {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly recommendations: readonly Recommendation[];
  readonly actions: readonly Action[];
  /** By action id, as `foldPlan` gives them. */
  readonly states: ReadonlyMap<number, ActionState>;
  readonly record: readonly Entry[];
  readonly today: IsoDate;
}

/** Everything that the plan's checks find, in the order of the plan. The same plan and day give the same findings. */
export function runChecks(checked: PlanToCheck): readonly Finding[] {
  const running = checks.filter(({ id }) => !checked.plan.settings?.checks?.[id]?.off);
  const actions = Map.groupBy(
    checked.actions.toSorted(inOrder),
    ({ recommendationId }) => recommendationId,
  );
  const updatesOf = countedUpdates(checked);
  const open = openByRecommendation(checked);
  return checked.recommendations.toSorted(inOrder).flatMap((recommendation) => {
    const beside = actions.get(recommendation.id) ?? [];
    const looked = lookedAt(checked, recommendation, beside);
    return [
      ...running.flatMap((check) =>
        inRecommendation(check, { ...looked(check), open: open.get(recommendation.id) ?? [] }),
      ),
      ...beside.flatMap((action) => {
        const state = checked.states.get(action.id);
        if (!state) return [];
        const own = { action, state, updates: updatesOf(action) };
        const label = `action ${action.order} of recommendation ${recommendation.ref}`;
        return running.flatMap((check) => ofAction(check, { ...looked(check), ...own, label }));
      }),
    ];
  });
}

type Looked = Parameters<NonNullable<Check["findInRecommendation"]>>[0];
type LookedAtAction = Parameters<NonNullable<Check["find"]>>[0];

function lookedAt(
  { plan, agencies, today }: PlanToCheck,
  recommendation: Recommendation,
  beside: readonly Action[],
): (check: Check) => Omit<Looked, "open"> {
  const same = { plan, scheme: plan.scheme, agencies, recommendation, beside, today };
  return ({ id }) => ({ ...same, days: plan.settings?.checks?.[id]?.days });
}

function inRecommendation(check: Check, about: Looked): readonly Finding[] {
  const { id: recommendationId, ref, addressees } = about.recommendation;
  return (check.findInRecommendation?.(about) ?? []).map(({ agency, ...found }) => ({
    check: check.id,
    recommendationId,
    ref,
    agency: agency ?? addressees[0] ?? "",
    ...found,
  }));
}

function ofAction(check: Check, about: LookedAtAction): readonly Finding[] {
  const { action, recommendation } = about;
  return asList(check.find?.(about)).map(({ agency, ...found }) => ({
    check: check.id,
    recommendationId: recommendation.id,
    actionId: action.id,
    ref: recommendation.ref,
    agency: agency ?? action.agencies[0] ?? recommendation.addressees[0] ?? "",
    ...found,
  }));
}

function asList(found: Found | readonly Found[] | undefined): readonly Found[] {
  if (found === undefined) return [];
  return "says" in found ? [found] : found;
}

/** Those that count: from the folder of one of the action's agencies, once each. */
function countedUpdates({ agencies, record }: PlanToCheck): (action: Action) => readonly Update[] {
  const speakers = new Map(agencies.map(({ folder, shortName }) => [folder, shortName]));
  const byAction = Map.groupBy(
    onceEach(record.filter(({ type }) => type === "update")).filter(
      (entry) => entry.type === "update",
    ),
    ({ actionId }) => actionId,
  );
  return (action) =>
    (byAction.get(action.id) ?? []).filter(({ folder }) =>
      action.agencies.includes(speakers.get(folder) ?? ""),
    );
}

function openByRecommendation({
  agencies,
  record,
}: PlanToCheck): ReadonlyMap<number, readonly Challenge[]> {
  const onRecommendations = record.filter((entry) =>
    entry.type === "challenge" ? entry.actionId === undefined : entry.challengeId !== undefined,
  );
  return Map.groupBy(
    unansweredChallenges(agencies, onRecommendations),
    ({ recommendationId }) => recommendationId,
  );
}

function inOrder(one: Placed, other: Placed): number {
  return one.order - other.order || one.id - other.id;
}

type Placed = { readonly order: number; readonly id: number };
