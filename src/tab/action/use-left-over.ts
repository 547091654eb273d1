import { usePorts } from "#tab/ports/ports.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { useMemo, useState } from "react";
import type { UsualTask } from "./tasks.ts";

const all: readonly UsualTask[] = ["rate", "date", "check", "decide", "ask"];

/**
 * What this person has begun to write about an action and may say no longer, as where its agencies were changed; and how
 * they throw it away.
 */
export function useLeftOver(open: OpenPlan, actionId: number, usual: readonly UsualTask[]) {
  const { drafts } = usePorts();
  const [thrownAway, setThrownAway] = useState<readonly string[]>([]);
  const planId = open.plan.id;
  const { loginName } = open.me;
  const offered = usual.join();
  const leftOver = useMemo(
    () =>
      all
        .filter((kind) => !offered.split(",").includes(kind))
        .filter((kind) => {
          const form = nameOf(kind, actionId);
          const isThere = drafts.read({ planId, form, loginName }) !== undefined;
          return isThere && !thrownAway.includes(form);
        }),
    [drafts, planId, loginName, actionId, offered, thrownAway],
  );
  function throwAway(kind: UsualTask): void {
    const form = nameOf(kind, actionId);
    drafts.forget({ planId, form, loginName });
    setThrownAway([...thrownAway, form]);
  }
  return { leftOver, throwAway };
}

/** As the forms name their drafts. */
function nameOf(kind: UsualTask, actionId: number): string {
  return `${kind} action/${actionId}`;
}
