import { type Finding, runChecks } from "#plan/checks.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";
import { useMemo } from "react";

/** What the checks find in one recommendation and its actions; checks look at nothing beyond. */
export function useFindingsUnder(
  { open, actions }: PlanView,
  recommendationId: number,
  today: IsoDate,
): readonly Finding[] {
  return useMemo(() => {
    const own = open.actions.filter((action) => action.recommendationId === recommendationId);
    const ids = new Set(own.map(({ id }) => id));
    return runChecks({
      plan: open.plan,
      agencies: open.agencies,
      recommendations: open.recommendations.filter(({ id }) => id === recommendationId),
      actions: own,
      states: new Map([...actions].map(([id, { state }]) => [id, state])),
      record: open.record.filter(
        (entry) =>
          ids.has(entry.actionId ?? 0) ||
          entry.type === "update" ||
          entry.recommendationId === recommendationId,
      ),
      today,
    });
  }, [open, actions, recommendationId, today]);
}
