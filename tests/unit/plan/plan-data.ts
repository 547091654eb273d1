import type { Action, Agency, Recommendation } from "#plan/plan.ts";
import type { Challenge, Decision, Update } from "#plan/record.ts";

/** Test data of the domain: each `a…` is a whole one, and a test names only what it is about. */
function anAgency(of: Partial<Agency> = {}): Agency {
  const shortName = of.shortName ?? "Acute";
  return {
    id: 1,
    shortName,
    name: `${shortName} Trust`,
    otherNames: [],
    folder: `folder of ${shortName}`,
    group: `${shortName} group`,
    ...of,
  };
}

export const acute = anAgency({ id: 1, shortName: "Acute" });
export const community = anAgency({ id: 2, shortName: "Community" });
export const council = anAgency({ id: 3, shortName: "Council" });
export const agencies: readonly Agency[] = [acute, community, council];

export const aRecommendation: Recommendation = {
  id: 1,
  ref: "2.1",
  order: 1,
  text: "Train staff.",
  addressees: ["Acute"],
  paragraphs: [],
};

export function anAction(of: Partial<Action> = {}): Action {
  return {
    id: 1,
    recommendationId: 1,
    order: 1,
    agencies: ["Acute"],
    agencyAsPrinted: "Acute",
    text: "Audit ten records a month.",
    leads: ["Named Nurse"],
    due: "2026-09-30",
    dueAsPrinted: "30 September 2026",
    ...of,
  };
}

let next = 0;
function stated(): { id: number; key: string; created: string } {
  next += 1;
  return { id: next, key: `key ${next}`, created: "2026-06-01T09:00:00Z" };
}

export function anUpdate(of: Partial<Update> = {}): Update {
  return {
    ...stated(),
    type: "update",
    actionId: 1,
    folder: acute.folder,
    kind: "progress",
    evidence: [],
    evidenceCount: of.evidence?.length ?? 0,
    impactCount: of.evidence?.filter(({ kind }) => kind === "impact").length ?? 0,
    ...of,
  };
}

export function aDecision(of: Partial<Decision> = {}): Decision {
  return { ...stated(), type: "decision", actionId: 1, kind: "rating-agreed", ...of };
}

export function aChallenge(of: Partial<Challenge> = {}): Challenge {
  return {
    ...stated(),
    type: "challenge",
    recommendationId: 1,
    actionId: 1,
    agency: "Acute",
    source: "Peer-challenge group",
    ...of,
  };
}
