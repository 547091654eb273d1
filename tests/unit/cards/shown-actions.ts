import type { IsoInstant } from "#plan/iso-date.ts";
import type { Agency } from "#plan/plan.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Challenge, Decision, Update } from "#plan/record.ts";
import type { ShownAction } from "#cards/shown-action.ts";

const now = new Date("2026-11-21T10:00:00Z");
export const link = "https://teams.microsoft.com/l/entity/app/plan?context=%7B%7D";
export const key = "0f9b6a52-6c1d-4f0e-8a3e-51d2a7c4e9b0";
export const setting = { now, link };

export const health = anAgency(1, "Health", "Marlshire Community Health");
export const council = anAgency(2, "Council", "Marlshire Council");

export function anAgency(id: number, shortName: string, name: string): Agency {
  return { id, shortName, name, otherNames: [], folder: shortName, group: `${shortName} group` };
}

export function aShownAction(
  changes: Omit<Partial<ShownAction>, "action" | "recommendation"> & {
    action?: Partial<ShownAction["action"]>;
    recommendation?: Partial<ShownAction["recommendation"]>;
  } = {},
): ShownAction {
  return {
    plan: { id: 3, title: "Marlshire action plan", regulator: "CQC", scheme: brag },
    agencies: [health, council],
    record: [],
    ...changes,
    recommendation: {
      id: 9,
      ref: "4.2",
      order: 1,
      text: "Give supervision on neglect.",
      addressees: ["Health"],
      paragraphs: [],
      ...changes.recommendation,
    },
    action: {
      id: 27,
      recommendationId: 9,
      order: 1,
      agencies: ["Health"],
      agencyAsPrinted: "Health",
      text: "Give every health visitor supervision once a quarter",
      leads: ["Head of health visiting"],
      due: "2026-12-03",
      dueAsPrinted: "3 December 2026",
      ...changes.action,
    },
  };
}

let made = 0;

export function anUpdate(changes: Partial<Update> = {}): Update {
  made += 1;
  const created: IsoInstant = "2026-11-19T09:00:00Z";
  return {
    type: "update",
    id: made,
    key: `update-${made}`,
    actionId: 27,
    folder: "Health",
    kind: "progress",
    rating: "green",
    note: "All but three have had it.",
    evidence: [],
    evidenceCount: 0,
    impactCount: 0,
    created,
    author: { id: 5, name: "Lead officer A" },
    ...changes,
  };
}

export function aDecision(changes: Partial<Decision> = {}): Decision {
  made += 1;
  return {
    type: "decision",
    id: made,
    key: `decision-${made}`,
    actionId: 27,
    kind: "rating-agreed",
    rating: "amber",
    created: "2026-10-12T14:00:00Z",
    ...changes,
  };
}

export function aChallenge(changes: Partial<Challenge> = {}): Challenge {
  made += 1;
  return {
    type: "challenge",
    id: made,
    key: `challenge-${made}`,
    recommendationId: 9,
    agency: "Health",
    question: "What shows it?",
    source: "person",
    due: "2026-12-01",
    created: "2026-11-01T14:00:00Z",
    ...changes,
  };
}
