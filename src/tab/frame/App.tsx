import { PlanPage } from "#tab/plan/PlanPage.tsx";
import type { PlanSummary } from "#usecases/ports.ts";
import { useEffect, useState } from "react";
import { withPlan } from "./address.ts";
import type { Opened } from "./open-plan.ts";
import { PlanSkeleton } from "./PlanSkeleton.tsx";
import { usePorts } from "./ports.ts";
import { Trouble } from "./Trouble.tsx";

interface AppProps {
  readonly first: Opened;
  /** Opens a plan, the newest where none is named. Never throws. */
  readonly openPlan: (planId?: number) => Promise<Opened>;
}

/** One plan at a time, the way to the others, and what to do where none can be opened. */
export function App({ first, openPlan }: AppProps) {
  const [opened, setOpened] = useState<Opened | undefined>(first);
  const plans = usePlans(opened);

  async function show(planId?: number): Promise<void> {
    setOpened(undefined);
    setOpened(await openPlan(planId));
  }
  function choose(planId: number): void {
    const address = withPlan(new URL(window.location.href), planId);
    // What a link had opened is in another plan.
    address.hash = "plan";
    window.history.replaceState(null, "", address);
    void show(planId);
  }
  if (!opened) return <PlanSkeleton />;
  if ("open" in opened)
    return (
      <PlanPage key={opened.open.plan.id} first={opened.open} plans={plans} onChoose={choose} />
    );
  return <Trouble opened={opened} onRetry={() => void show()} />;
}

/**
 * The site's plans, where the reader may choose one: a channel's tab names its plan in the address, and asks for no
 * others.
 */
function usePlans(opened: Opened | undefined): readonly PlanSummary[] {
  const { plans } = usePorts();
  const told = opened && "open" in opened ? opened.plans : undefined;
  const [asked, setAsked] = useState<readonly PlanSummary[]>([]);
  const ready = opened !== undefined && "open" in opened && told === undefined;
  const wanted = ready && new URLSearchParams(window.location.search).has("choose");
  useEffect(() => {
    if (!wanted) return;
    // Without the list there is no menu of plans; the plan itself is there.
    plans.list().then(setAsked, () => setAsked([]));
  }, [plans, wanted]);
  return told ?? asked;
}
