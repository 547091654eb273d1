import type { OpenPlan, PlanStore, PlanSummary } from "#usecases/ports/plans.ts";

/** What became of opening a plan. */
export type Opened =
  | {
      readonly open: OpenPlan;
      /** Where they had to be asked for. */ readonly plans?: readonly PlanSummary[];
    }
  | { readonly error: unknown }
  | { readonly empty: true };

/** Opens that plan, or the site's newest where none is named. Never throws. */
export async function openPlan(store: PlanStore, planId: number | undefined): Promise<Opened> {
  try {
    if (planId !== undefined) return { open: await store.open(planId) };
    return (await store.openNewest()) ?? { empty: true };
  } catch (error) {
    return { error };
  }
}
