import type { WholePlan } from "#plan/plan-on-date.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { readRemovals, type ReadRemovals } from "#usecases/read-removals.ts";
import { useEffect, useState } from "react";

export interface Removals {
  /** Undefined until it was read; while it is read anew, what was read before. */
  readonly read: ReadRemovals | undefined;
  readonly error: unknown;
}

/** What was taken out of the plan; read again when something in the plan changed. */
export function useRemovals(whole: WholePlan): Removals {
  const { history, plans } = usePorts();
  const [read, setRead] = useState<ReadRemovals>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const asked = { left: false };
    async function ask(): Promise<void> {
      try {
        const { removals } = await history();
        const now = await readRemovals({ removals, plans }, whole);
        if (asked.left) return;
        setRead(now);
        setError(undefined);
      } catch (cause) {
        if (!asked.left) setError(cause);
      }
    }
    void ask();
    return () => {
      asked.left = true;
    };
  }, [history, plans, whole]);
  return { read, error };
}
