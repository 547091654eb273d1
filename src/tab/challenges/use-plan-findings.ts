import type { Finding } from "#plan/checks.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { useCallback } from "react";
import { checksInWorker } from "#tab/worker/run-in-worker.ts";
import { useWorkedOut } from "#tab/worker/use-worked-out.ts";

/** Of each state of the plan once, whichever views ask. */
const runs = new WeakMap<OpenPlan, { today: IsoDate; findings: Promise<readonly Finding[]> }>();

/** What the checks find in the plan as it is now; until they have run again, what they found last. */
export function usePlanFindings(
  { open }: PlanView,
  today: IsoDate,
): readonly Finding[] | undefined {
  return useWorkedOut(useCallback(() => planFindings(open, today), [open, today]));
}

/** What the checks find in a plan as it was opened. Throws where they could not be run. */
export function planFindings(open: OpenPlan, today: IsoDate): Promise<readonly Finding[]> {
  const known = runs.get(open);
  if (known?.today === today) return known.findings;
  const findings = checksInWorker(open, today);
  runs.set(open, { today, findings });
  return findings;
}
