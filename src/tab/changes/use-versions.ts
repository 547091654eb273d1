import type { Plan, PlanVersion } from "#plan/plan.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { useEffect, useState } from "react";

/** The plan's versions, oldest first; undefined until they are read. Read again when the plan has another one. */
export function useVersions({ id, version: newest }: Plan): readonly PlanVersion[] | undefined {
  const { history } = usePorts();
  const [got, setGot] = useState<{ newest: string | undefined; all: readonly PlanVersion[] }>();
  const [error, setError] = useState<Error>();
  useEffect(() => {
    const asked = { left: false };
    async function ask(): Promise<void> {
      try {
        const all = await (await history()).versions.forPlan(id);
        if (!asked.left) setGot({ newest, all });
      } catch (cause) {
        if (!asked.left) setError(cause instanceof Error ? cause : new Error(String(cause)));
      }
    }
    void ask();
    return () => {
      asked.left = true;
    };
  }, [history, id, newest]);
  if (error) throw error;
  return got?.all;
}
