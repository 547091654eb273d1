import * as z from "zod/mini";
import type { Plan } from "#plan/plan.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { toAction, toAgency, toRecommendation } from "./definition-rows.ts";
import { toMe, type User } from "./me.ts";
import { toChallenge, toDecision, toUpdate } from "./record-rows.ts";

const webRow = z.object({ CurrentChangeToken: z.object({ StringValue: z.string() }) });
/** What the opening batch brought, of one plan or of all. */
export interface PlanRows {
  readonly web: unknown;
  readonly user: User;
  readonly plans: readonly unknown[];
  readonly agencies: readonly unknown[];
  readonly recommendations: readonly unknown[];
  readonly actions: readonly unknown[];
  readonly updates: readonly unknown[];
  readonly decisions: readonly unknown[];
  readonly challenges: readonly unknown[];
}

/** Whether a row that has the column PlanId is of that plan. The folders of agencies are items too, and of no plan. */
export function isOfPlan(planId: number, row: unknown): boolean {
  return typeof row === "object" && row !== null && "PlanId" in row && row.PlanId === planId;
}

/** One plan of what was read. */
export function toOpenPlan(plan: Plan, rows: PlanRows): OpenPlan {
  const agencies = rows.agencies.map(toAgency);
  const its = (some: readonly unknown[]) => some.filter((row) => isOfPlan(plan.id, row));
  return {
    plan,
    agencies,
    recommendations: its(rows.recommendations).map(toRecommendation),
    actions: its(rows.actions).map(toAction),
    record: [
      ...its(rows.updates).map(toUpdate),
      ...its(rows.decisions).map(toDecision),
      ...its(rows.challenges).map(toChallenge),
    ],
    me: toMe(rows.user, agencies),
    changeToken: webRow.parse(rows.web).CurrentChangeToken.StringValue,
  };
}
