import { type PlanView, viewPlan } from "#tab/rows/plan-view.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";

/** Views one plan as it goes on: each moment of it once, and from the view that was made last. */
export function viewsInTurn(): (open: OpenPlan) => PlanView {
  const made = new WeakMap<OpenPlan, PlanView>();
  let last: PlanView | undefined;
  return (open) => {
    const known = made.get(open);
    if (known) return known;
    last = viewPlan(open, last);
    made.set(open, last);
    return last;
  };
}
