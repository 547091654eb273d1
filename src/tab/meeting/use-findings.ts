import { type Finding, runChecks } from "#plan/checks.ts";
import { dayOf } from "#plan/iso-date.ts";
import { usePorts } from "#tab/frame/ports.ts";
import type { PlanView } from "#tab/plan/plan-view.ts";
import { useMemo } from "react";

/** What the checks ask about this plan today. */
export function useFindings({ open, actions }: PlanView): readonly Finding[] {
  const { now } = usePorts();
  const today = dayOf(now());
  return useMemo(
    () =>
      runChecks({
        ...open,
        states: new Map([...actions].map(([id, { state }]) => [id, state])),
        today,
      }),
    [open, actions, today],
  );
}
