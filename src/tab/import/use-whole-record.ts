import { type Ports, usePorts } from "#tab/frame/ports.ts";
import type { PlanHistory } from "#usecases/ports.ts";
import { useEffect, useState } from "react";

type WholeRecord =
  | { readonly phase: "failed"; readonly error: unknown }
  | { readonly phase: "ready"; readonly history: PlanHistory };

/** Everything that was said of the plan, with its words: the screens hold less. Undefined while it is read. */
export function useWholeRecord(planId: number) {
  const ports = usePorts();
  const [state, setState] = useState<WholeRecord>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const over = new AbortController();
    const read = async () => {
      const next = await wholeRecord(ports, planId, tries);
      if (!over.signal.aborted) setState(next);
    };
    void read();
    return () => over.abort();
  }, [ports, planId, tries]);
  return {
    state,
    again: () => {
      setState(undefined);
      setTries((before) => before + 1);
    },
  };
}

async function wholeRecord(ports: Ports, planId: number, _tries: number): Promise<WholeRecord> {
  try {
    const { history } = await ports.history();
    return { phase: "ready", history: await history.forPlan(planId) };
  } catch (error) {
    return { phase: "failed", error };
  }
}
