import type { OpenPlan, PlanStore } from "#usecases/ports/plans.ts";
import { Follower, type Trouble } from "./follower.ts";
import type { Surroundings } from "./surroundings.ts";

export interface LiveState {
  readonly open: OpenPlan;
  /** What was shown before the last change; the same as `open` until one arrived. */
  readonly before: OpenPlan;
  /** When SharePoint last said what is new. */
  readonly checkedAt: Date;
  readonly trouble?: Trouble;
  /** What exactly is wrong, where that is more than its kind says. */
  readonly says?: string | undefined;
  /** When SharePoint is asked again, where it asked for a wait. */
  readonly again?: Date | undefined;
}

/** Milliseconds between two looks in a visible tab. */
const everyMs = 4000;

/** A plan that follows what others write. */
export function livePlan(
  plans: PlanStore,
  first: OpenPlan,
  around: Surroundings,
): Follower<LiveState> {
  const state = { open: first, before: first, checkedAt: around.now() };
  // Nobody waits for it, and mostly there is nothing: with the first look, and never again.
  let whole = false;
  return new Follower<LiveState>(state, around, everyMs, async ({ open, before }) => {
    const changed = await plans.changesSince(open);
    const next = whole ? changed : ((await plans.withStrays(changed ?? open)) ?? changed);
    whole = true;
    const seen = next ? { open: next, before: open } : { open, before };
    return { ...seen, checkedAt: around.now() };
  });
}
