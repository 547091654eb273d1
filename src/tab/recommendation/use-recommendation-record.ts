import type { Entry } from "#plan/record.ts";
import { type ReadRecord, useReadRecord } from "#tab/action/use-read-record.ts";
import { usePorts } from "#tab/frame/ports.ts";
import type { PlanView, RecommendationView } from "#tab/plan/plan-view.ts";
import { useCallback } from "react";

/**
 * Everything said about a recommendation and its actions, with words and evidence. It is read again when something is
 * added, and when `again` is called.
 */
export function useRecommendationRecord(
  { open }: PlanView,
  { recommendation: { id }, actions }: RecommendationView,
): [record: ReadRecord, again: () => void] {
  const { record } = usePorts();
  const ids = actions.map(({ action }) => action.id).join(" ");
  const read = useCallback(
    (): Promise<readonly Entry[]> =>
      record.forRecommendation(id, ids.split(" ").filter(Boolean).map(Number)),
    [record, id, ids],
  );
  return useReadRecord(read, open.record.filter((entry) => isAbout(entry, id, ids)).length);
}

function isAbout(entry: Entry, id: number, ids: string): boolean {
  if (entry.recommendationId === id) return true;
  return entry.actionId !== undefined && ids.split(" ").includes(String(entry.actionId));
}
