import { type ChallengeState, challengeStates } from "#plan/challenge-states.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { useCallback, useEffect, useState } from "react";

export interface Questions {
  /** Undefined until they were first read. */
  readonly states: readonly ChallengeState[] | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

/** Every question of the plan with its words, answers and end; read again when something in the plan changed. */
export function useQuestions(open: OpenPlan): Questions {
  const { record } = usePorts();
  const [got, setGot] = useState<{ open: OpenPlan; states: readonly ChallengeState[] }>();
  const [error, setError] = useState<unknown>();
  const current = got?.open === open;
  useEffect(() => {
    if (current || error !== undefined) return undefined;
    const asked = { left: false };
    async function ask(): Promise<void> {
      try {
        const entries = await record.ofChallenges(open.plan.id);
        if (!asked.left) setGot({ open, states: challengeStates(open.agencies, entries) });
      } catch (cause) {
        if (!asked.left) setError(cause);
      }
    }
    void ask();
    return () => {
      asked.left = true;
    };
  }, [record, open, current, error]);
  const retry = useCallback(() => setError(undefined), []);
  return { states: got?.states, error, retry };
}
