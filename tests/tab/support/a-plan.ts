import type { Action, Agency, Recommendation } from "#plan/plan.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Challenge, Decision, Entry, Update } from "#plan/record.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";

export const north: Agency = {
  id: 1,
  shortName: "North",
  name: "North Hospitals",
  otherNames: [],
  folder: "north",
  group: "North",
};
export const south: Agency = {
  ...north,
  id: 2,
  shortName: "South",
  name: "South Council",
  folder: "south",
  group: "South",
};

export function aRecommendation(own: Partial<Recommendation> = {}): Recommendation {
  return {
    id: 1,
    ref: "2.1",
    order: 1,
    text: "Train staff in the emergency department.",
    addressees: ["North"],
    paragraphs: [],
    ...own,
  };
}

export function anAction(own: Partial<Action> = {}): Action {
  return {
    id: 11,
    recommendationId: 1,
    order: 1,
    agencies: ["North"],
    agencyAsPrinted: "North",
    text: "Write a pathway.",
    leads: ["Named nurse"],
    dueAsPrinted: "31 August 2026",
    due: "2026-08-31",
    ...own,
  };
}

export function anUpdate(own: Partial<Update> = {}): Update {
  return {
    type: "update",
    id: 101,
    key: `update ${own.id ?? 101}`,
    created: "2026-10-01T10:00:00Z",
    author: { id: 7, name: "Lead officer A" },
    actionId: 11,
    folder: "north",
    kind: "progress",
    evidence: [],
    evidenceCount: 0,
    impactCount: 0,
    ...own,
  };
}

export function aDecision(own: Partial<Decision> = {}): Decision {
  return {
    type: "decision",
    id: 201,
    key: `decision ${own.id ?? 201}`,
    created: "2026-10-20T10:00:00Z",
    author: { id: 8, name: "Challenge chair" },
    actionId: 11,
    kind: "rating-agreed",
    ...own,
  };
}

export function aChallenge(own: Partial<Challenge> = {}): Challenge {
  return {
    type: "challenge",
    id: 301,
    key: `challenge ${own.id ?? 301}`,
    created: "2026-10-21T10:00:00Z",
    author: { id: 9, name: "Scrutiny member" },
    recommendationId: 1,
    actionId: 11,
    agency: "North",
    source: "Scrutiny committee",
    ...own,
  };
}

/** Two recommendations: 2.1 with actions 11 and 12, 2.2 with action 21. */
export function anOpenPlan(record: readonly Entry[] = [], own: Partial<OpenPlan> = {}): OpenPlan {
  return {
    plan: { id: 1, title: "A plan", regulator: "CQC", scheme: brag },
    agencies: [north, south],
    recommendations: [
      aRecommendation({ id: 2, ref: "2.2", order: 2, text: "Audit the records." }),
      aRecommendation(),
    ],
    actions: [
      anAction({ id: 12, order: 2, agencies: ["North", "South"], text: "Train everybody." }),
      anAction(),
      anAction({
        id: 21,
        recommendationId: 2,
        agencies: ["South"],
        text: "Count the visits.",
        leads: [],
      }),
    ],
    record,
    me: { id: 7, name: "Lead officer A", loginName: "lead-a", agencies: ["North"], roles: [] },
    changeToken: "1",
    ...own,
  };
}
