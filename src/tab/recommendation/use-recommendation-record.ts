import type { Entry } from "#plan/record.ts";
import { type ReadRecord, useReadRecord } from "#tab/action/use-read-record.ts";
import { keptRecord, readAndKeep } from "#tab/action/kept-record.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { recommendationKey } from "#tab/rows/plan-rows.ts";
import type { PlanView, RecommendationView } from "#tab/rows/plan-view.ts";
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
  const place = recommendationKey(id);
  const read = useCallback(() => {
    const actionIds = ids.split(" ").filter(Boolean).map(Number);
    return readAndKeep(record, place, () => record.forRecommendation(id, actionIds));
  }, [record, id, ids, place]);
  const said = open.record.filter((entry) => isAbout(entry, id, ids)).length;
  return useReadRecord(read, said, () => keptRecord(record, place));
}

function isAbout(entry: Entry, id: number, ids: string): boolean {
  if (entry.recommendationId === id) return true;
  return entry.actionId !== undefined && ids.split(" ").includes(String(entry.actionId));
}
