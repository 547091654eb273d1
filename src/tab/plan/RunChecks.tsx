import type { IsoDate } from "#plan/iso-date.ts";
import { usePlanFindings } from "#tab/challenges/use-plan-findings.ts";
import { useEffect } from "react";
import { foundBy, type FoundByChecks } from "#tab/filter/found.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";

interface RunChecksProps {
  readonly view: PlanView;
  readonly today: IsoDate;
  readonly onFound: (found: FoundByChecks) => void;
}

/** Has the assurance checks run beside the page, once the plan is there and whenever it has changed. */
export function RunChecks({ view, today, onFound }: RunChecksProps) {
  const findings = usePlanFindings(view, today);
  useEffect(() => {
    if (findings) onFound(foundBy(findings));
  }, [findings, onFound]);
  return null;
}
