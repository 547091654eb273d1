import { NotFoundError, UnreadableError } from "#plan/errors.ts";
import type { OpenPlan, PlanStore, PlanSummary } from "#usecases/ports/plans.ts";

/** What became of opening a plan. */
export type Opened =
  | {
      readonly open: OpenPlan;
      /** Where they had to be asked for. */ readonly plans?: readonly PlanSummary[];
    }
  | { readonly error: unknown }
  | { readonly empty: true };

/** Opens that plan, or the newest of the site's that can be opened where none is named. Never throws. */
export async function openPlan(store: PlanStore, planId: number | undefined): Promise<Opened> {
  try {
    // A link may say any number.
    if (planId !== undefined && !Number.isSafeInteger(planId))
      throw new NotFoundError("There is no such plan on this site, or you may not see it.");
    if (planId !== undefined) return { open: await store.open(planId) };
    return (await store.openNewest()) ?? { empty: true };
  } catch (error) {
    return error instanceof UnreadableError && planId === undefined
      ? openNext(store, error)
      : { error };
  }
}

/** The newest plan cannot be read, which is told beside the next one that can. */
async function openNext(store: PlanStore, error: unknown): Promise<Opened> {
  try {
    const plans = await store.list();
    const next = plans.find(({ unreadable }) => unreadable === undefined);
    return next ? { open: await store.open(next.id), plans } : { error };
  } catch {
    return { error };
  }
}
