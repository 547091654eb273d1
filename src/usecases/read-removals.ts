import type { WholePlan } from "#plan/plan-on-date.ts";
import { type RemovedItem, removedItems } from "#plan/removed.ts";
import type { RemovalStore } from "./ports/history.ts";
import type { PlanStore } from "./ports/plans.ts";

export interface RemovalPorts {
  readonly removals: RemovalStore;
  readonly plans: PlanStore;
}

export interface ReadRemovals {
  readonly ofPlan: readonly RemovedItem[];
  /** Deleted on this site, and nothing says of which of its plans. */
  readonly elsewhere: readonly RemovedItem[];
}

/** What was taken out of a plan; all that was, where the site has no other. Throws what the stores throw. */
export async function readRemovals(
  { removals, plans }: RemovalPorts,
  whole: WholePlan,
): Promise<ReadRemovals> {
  const { ofPlan, elsewhere } = removedItems(whole, await removals.all());
  if (elsewhere.length === 0 || (await plans.list()).length > 1) return { ofPlan, elsewhere };
  return { ofPlan: [...ofPlan, ...elsewhere], elsewhere: [] };
}
