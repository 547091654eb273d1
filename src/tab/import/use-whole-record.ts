import type { Finding } from "#plan/finding.ts";
import { type Ports, usePorts } from "#tab/ports/ports.ts";
import type { PlanHistory } from "#usecases/ports/history.ts";
import { useEffect, useState } from "react";

export interface WholeRecord {
  readonly history: PlanHistory;
  /** Of the plan's report. */
  readonly findings: readonly Finding[];
}

type Reading =
  | { readonly phase: "failed"; readonly error: unknown }
  | ({ readonly phase: "ready" } & WholeRecord);

/** Everything that was said of the plan, with its words: the screens hold less. Undefined while it is read. */
export function useWholeRecord(planId: number) {
  const ports = usePorts();
  const [state, setState] = useState<Reading>();
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

async function wholeRecord(ports: Ports, planId: number, _tries: number): Promise<Reading> {
  try {
    const [{ history }, findings] = await Promise.all([ports.history(), ports.findings()]);
    const [said, found] = await Promise.all([history.forPlan(planId), findings.forPlan(planId)]);
    return { phase: "ready", history: said, findings: found };
  } catch (error) {
    return { phase: "failed", error };
  }
}
