import { inSteps, ShowMore } from "#tab/layout/ShowMore.tsx";
import type { PlanSummary } from "#usecases/ports/plans.ts";
import { type ReactNode, useMemo, useState } from "react";
import { plansFound } from "./plan-search.ts";
import { aboutAmong, twinsIn } from "./plan-words.ts";
import { PlanSearch } from "./PlanSearch.tsx";

interface SearchedPlansProps {
  readonly plans: readonly PlanSummary[];
  /** Draws the plans that are in sight; `about` tells one from the others. */
  readonly children: (
    shown: readonly PlanSummary[],
    about: (plan: PlanSummary) => string,
  ) => ReactNode;
}

/** The plans of the site; many of them are searched, and shown some at a time. */
export function SearchedPlans({ plans, children }: SearchedPlansProps) {
  const [typed, setTyped] = useState("");
  const [most, setMost] = useState(inSteps);
  const twins = useMemo(() => twinsIn(plans), [plans]);
  const found = plansFound(plans, typed);
  return (
    <>
      <PlanSearch typed={typed} onTyped={setTyped} all={plans.length} found={found.length} />
      {children(found.slice(0, most), (plan) => aboutAmong(plan, twins))}
      {found.length === 0 && <p>No plan has these words. Take one of them out.</p>}
      <ShowMore of={found.length} most={most} onMost={setMost} />
    </>
  );
}
