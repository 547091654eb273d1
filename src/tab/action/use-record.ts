import { usePorts } from "#tab/ports/ports.ts";
import { actionKey } from "#tab/rows/plan-rows.ts";
import { useCallback } from "react";
import { keptRecord, readAndKeep } from "./kept-record.ts";
import { type ReadRecord, useReadRecord } from "./use-read-record.ts";

/**
 * An action's record with its notes. `said` is the number of things that the plan knows of it: it is read again where
 * that becomes another number than was read, and when `again` is called.
 */
export function useRecord(actionId: number, said: number): [record: ReadRecord, again: () => void] {
  const { record } = usePorts();
  const place = actionKey(actionId);
  const read = useCallback(
    () => readAndKeep(record, place, () => record.forAction(actionId)),
    [record, actionId, place],
  );
  return useReadRecord(read, said, () => keptRecord(record, place));
}
