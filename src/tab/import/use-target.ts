import { usePorts } from "#tab/ports/ports.ts";
import { type PlanView, viewPlan } from "#tab/rows/plan-view.ts";
import { useEffect, useState } from "react";
import type { Target } from "./WhereTo.tsx";

type TargetPlan =
  | { readonly phase: "none" }
  | { readonly phase: "opening" }
  | { readonly phase: "open"; readonly view: PlanView }
  | { readonly phase: "failed"; readonly error: unknown };

/** The plan that a document is for: the one that is open, or another, opened when it is chosen. */
export function useTarget(
  target: Target,
  view: PlanView | undefined,
): { readonly plan: TargetPlan; readonly again: () => void } {
  const { plans } = usePorts();
  const [other, setOther] = useState<TargetPlan & { readonly of: Target; readonly try: number }>();
  const [tries, setTries] = useState(0);
  const isHere = target === "new" || target === view?.open.plan.id;
  useEffect(() => {
    if (isHere) return () => {};
    let wanted = true;
    const of = { of: target, try: tries };
    plans.open(target).then(
      (open) => wanted && setOther({ phase: "open", view: viewPlan(open), ...of }),
      (error: unknown) => wanted && setOther({ phase: "failed", error, ...of }),
    );
    return () => {
      wanted = false;
    };
  }, [plans, target, isHere, tries]);
  const again = () => setTries(tries + 1);
  if (target === "new") return { plan: { phase: "none" }, again };
  if (isHere && view) return { plan: { phase: "open", view }, again };
  const opened = other?.of === target && other.try === tries;
  return { plan: opened ? other : { phase: "opening" }, again };
}
