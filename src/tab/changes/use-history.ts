import type { IsoDate } from "#plan/iso-date.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { readHistory, type ReadHistory } from "#usecases/read-history.ts";
import { useCallback, useEffect, useState } from "react";

export interface History {
  /** Undefined until it was first read; while it is read anew, what was read before. */
  readonly read: ReadHistory | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

/** What the plan was from a day on; read again for an earlier day, and when something in the plan changed. */
export function useHistory(open: OpenPlan, since: IsoDate): History {
  const { history } = usePorts();
  const [got, setGot] = useState<{ open: OpenPlan; read: ReadHistory }>();
  const [error, setError] = useState<unknown>();
  const enough = got?.open === open && got.read.since <= since;
  useEffect(() => {
    if (enough || error !== undefined) return undefined;
    const asked = { left: false };
    async function ask(): Promise<void> {
      try {
        const read = await readHistory(await history(), { open, since });
        if (asked.left) return;
        setGot({ open, read });
      } catch (cause) {
        if (!asked.left) setError(cause);
      }
    }
    void ask();
    return () => {
      asked.left = true;
    };
  }, [history, open, since, enough, error]);
  const retry = useCallback(() => setError(undefined), []);
  const known = got !== undefined && got.read.since <= since ? got.read : undefined;
  return { read: known, error, retry };
}
