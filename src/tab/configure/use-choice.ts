import { usePorts } from "#tab/ports/ports.ts";
import type { TabSettings } from "#tab/teams/host.ts";
import type { PlanSummary } from "#usecases/ports/plans.ts";
import { useEffect, useState } from "react";
import { firstChoice } from "./plan-words.ts";

interface Choice {
  /** Newest first; undefined until they have been read. */
  readonly plans?: readonly PlanSummary[];
  readonly error?: unknown;
  /** The plan that the tab has; undefined for a new one. */
  readonly had?: number | undefined;
  /** The plan chosen: at first the one the tab has; the newest that can be opened where the tab is new. */
  readonly chosen?: number | undefined;
  /** The plan that the tab has is not among them. */
  readonly isLost?: boolean;
}

/** The site's plans and which of them is chosen; `again` reads them anew, for one that was just made that one. */
export function useChoice(settings: TabSettings) {
  const { plans } = usePorts();
  const [choice, setChoice] = useState<Choice & { readonly tries: number }>();
  const [tries, setTries] = useState(0);
  /** A plan that was made meanwhile. */
  const [made, setMade] = useState<number>();
  useEffect(() => {
    let wanted = true;
    Promise.all([plans.list(), settings.planId()]).then(
      ([found, had]) =>
        wanted && setChoice({ tries, plans: found, had, ...firstChoice(found, made ?? had) }),
      (error: unknown) => wanted && setChoice({ tries, error }),
    );
    return () => {
      wanted = false;
    };
  }, [plans, settings, tries, made]);
  const now: Choice = choice?.tries === tries ? choice : {};
  const choose = (chosen: number) => setChoice(choice && { ...choice, chosen, isLost: false });
  function again(planId?: number): void {
    if (planId !== undefined) setMade(planId);
    setTries(tries + 1);
  }
  return { ...now, choose, again };
}
