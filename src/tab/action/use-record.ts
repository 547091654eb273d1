import type { Entry } from "#plan/record.ts";
import { usePorts } from "#tab/frame/ports.ts";
import { useEffect, useState } from "react";

export interface ActionRecord {
  readonly entries?: readonly Entry[];
  /** Why it could not be read; what was read before stays. */
  readonly error?: unknown;
}

/**
 * An action's record with its notes. It is read again whenever `said`, the number of things said about it, changes,
 * and when `again` is called.
 */
export function useRecord(
  actionId: number,
  said: number,
): [record: ActionRecord, again: () => void] {
  const { record } = usePorts();
  const [state, setState] = useState<ActionRecord & { of: number; said: number; tries: number }>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    const asked = { of: actionId, said, tries };
    record.forAction(actionId).then(
      (entries) => wanted && setState({ ...asked, entries }),
      (error: unknown) =>
        wanted &&
        setState((before) => ({ ...(before?.of === actionId ? before : {}), ...asked, error })),
    );
    return () => {
      wanted = false;
    };
  }, [record, actionId, said, tries]);
  return [state?.of === actionId ? state : {}, () => setTries(tries + 1)];
}
