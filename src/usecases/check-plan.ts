import { RefusedError } from "#plan/errors.ts";
import { type Finding, runChecks } from "#plan/checks.ts";
import { type ClosingByOwn, closingsByOwn } from "#plan/closings-by-own.ts";
import { foldPlan } from "#plan/fold.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { Agency } from "#plan/plan.ts";
import type { Person } from "#plan/record.ts";
import type { OpenPlan, PlanStore } from "./ports/plans.ts";

export interface CheckPlanPorts {
  readonly plans: Pick<PlanStore, "open" | "openNewest">;
  /** Who speaks for each agency, by its short name. */
  readonly members: (
    agencies: readonly Agency[],
  ) => Promise<ReadonlyMap<string, readonly Person[]>>;
  /** Today, in London. */
  readonly today: IsoDate;
}

export interface CheckedPlan {
  readonly open: OpenPlan;
  readonly findings: readonly Finding[];
  /** What the group's rules forbid and SharePoint can't: to be looked at by the owners. */
  readonly ownClosings: readonly ClosingByOwn[];
}

/** What the assurance checks find in a plan; in the newest where it is not said which. Throws RefusedError, NotFoundError. */
export async function checkPlan(
  { plans, members, today }: CheckPlanPorts,
  { planId }: { readonly planId?: number | undefined },
): Promise<CheckedPlan> {
  const open = planId === undefined ? (await plans.openNewest())?.open : await plans.open(planId);
  if (!open) throw new RefusedError("This site has no plan yet. Import one first.");
  const { plan, agencies, actions, record } = open;
  const states = foldPlan(plan.scheme, agencies, actions, record);
  return {
    open,
    findings: runChecks({ ...open, states, today }),
    ownClosings: closingsByOwn({ actions, record, states }, await members(agencies)),
  };
}
