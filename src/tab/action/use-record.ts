import type { Entry } from "#plan/record.ts";
import { usePorts } from "#tab/frame/ports.ts";
import { useCallback } from "react";
import { type ReadRecord, useReadRecord } from "./use-read-record.ts";

/**
 * An action's record with its notes. `said` is the number of things that the plan knows of it: it is read again where
 * that becomes another number than was read, and when `again` is called.
 */
export function useRecord(actionId: number, said: number): [record: ReadRecord, again: () => void] {
  const { record } = usePorts();
  const read = useCallback(
    (): Promise<readonly Entry[]> => record.forAction(actionId),
    [record, actionId],
  );
  return useReadRecord(read, said);
}
