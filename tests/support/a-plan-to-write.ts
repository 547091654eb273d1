import { samplePlan } from "#cli/sample/sample-plan.ts";
import type { Action, Recommendation } from "#plan/plan.ts";
import { type PlanOnDate, planOnDate, type WholePlan } from "#plan/plan-on-date.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import { wholePlanOf } from "./a-whole-plan.ts";

/** The sample plan as it stood after a year. */
export function theSamplePlan(): PlanOnDate {
  return planOnDate(wholePlanOf(samplePlan("2026-11-21")), "2026-11-21");
}

const said = { author: { id: 1, name: "Named Nurse" }, actionId: 1 };

/** The agency proposes Blue with evidence, the group agrees Amber and another date. */
export const aDisputedRecord: readonly Entry[] = [
  {
    ...said,
    type: "update",
    id: 1,
    key: "1",
    created: "2026-03-02T10:00:00Z",
    folder: "folder-Trust",
    kind: "progress",
    rating: "blue",
    note: "All trained.",
    evidence: [{ name: "Register", url: "https://evidence.example/register", kind: "activity" }],
    evidenceCount: 1,
    impactCount: 0,
  },
  {
    ...said,
    type: "decision",
    id: 2,
    key: "2",
    created: "2026-03-09T10:00:00Z",
    kind: "rating-agreed",
    rating: "amber",
    reason: "Nobody asked what changed.",
  },
  {
    ...said,
    type: "decision",
    id: 3,
    key: "3",
    created: "2026-03-09T10:05:00Z",
    kind: "date-agreed",
    date: "2026-09-30",
  },
];

/** One recommendation with one action of the Trust; what is given stands in place of the usual. */
export function aPlanToWrite({
  title = "Plan",
  recommendation = {},
  action = {},
  record = [],
}: {
  readonly title?: string;
  readonly recommendation?: Partial<Recommendation>;
  readonly action?: Partial<Action>;
  readonly record?: readonly Entry[];
} = {}): PlanOnDate {
  const whole: WholePlan = {
    plan: { id: 1, title, regulator: "CQC", scheme: brag },
    agencies: [
      {
        id: 1,
        shortName: "Trust",
        name: "The Trust",
        otherNames: [],
        folder: "folder-Trust",
        group: "Trust",
      },
    ],
    versions: [],
    recommendations: [
      {
        id: 1,
        ref: "1.1",
        order: 1,
        text: "Train everybody.",
        addressees: [],
        paragraphs: [],
        ...recommendation,
      },
    ],
    actions: [
      {
        id: 1,
        recommendationId: 1,
        order: 1,
        agencies: ["Trust"],
        agencyAsPrinted: "Trust",
        text: "Train the nurses.",
        leads: ["Named Nurse"],
        due: "2026-06-30",
        dueAsPrinted: "30 June 2026",
        ...action,
      },
    ],
    record,
  };
  return planOnDate(whole, "2026-12-31");
}
