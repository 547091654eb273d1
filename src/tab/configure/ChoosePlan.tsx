import { AlteredSiteError, NotFoundError, PlanError } from "#plan/errors.ts";
import { fetched } from "#tab/later/fetched.ts";
import { PlanSkeleton } from "#tab/layout/PlanSkeleton.tsx";
import { Trouble } from "#tab/notice/Trouble.tsx";
import { useUsable } from "#tab/ports/use-usable.ts";
import type { TabSettings } from "#tab/teams/host.ts";
import { MessageBar, MessageBarBody } from "@fluentui/react-message-bar";
import type { PlanSummary } from "#usecases/ports/plans.ts";
import { lazy, Suspense, useEffect, useId, useState } from "react";
import { FirstPlan } from "./FirstPlan.tsx";
import { MakePlan } from "./MakePlan.tsx";
import { isReadable, tabNameFor } from "./plan-words.ts";
import { PlanRadios } from "./PlanRadios.tsx";
import { SiteTrouble } from "./SiteTrouble.tsx";
import { useChoice } from "./use-choice.ts";
import "./configure.css";

const ImportPlan = lazy(async () => ({
  default: (await fetched(() => import("#tab/import/ImportPlan.tsx"))).ImportPlan,
}));

/** Which plan is a channel's tab to show? Teams' own Save, below this page, saves the answer. */
export function ChoosePlan({ settings }: { settings: TabSettings }) {
  const { plans, error, had, chosen, isLost = false, choose, again } = useChoice(settings);
  const [making, setMaking] = useState(false);
  useUsable(plans !== undefined);
  function made(planId: number): void {
    setMaking(false);
    again(planId);
  }
  /** An import that was stopped has left a plan too. */
  function leave(): void {
    setMaking(false);
    again(chosen);
  }
  useEffect(() => {
    const plan = making ? undefined : plans?.filter(isReadable).find(({ id }) => id === chosen);
    settings.answer(plan && { planId: plan.id, name: tabNameFor(plan, plans ?? []) });
  }, [settings, plans, chosen, making]);

  if (making)
    return (
      <Suspense fallback={<PlanSkeleton />}>
        <ImportPlan onImported={made} onBack={leave} />
      </Suspense>
    );
  if (error instanceof NotFoundError) return <FirstPlan onMade={made} onRetry={() => again()} />;
  if (error instanceof PlanError && !(error instanceof AlteredSiteError))
    return <Trouble opened={{ error }} onRetry={() => again()} />;
  if (error !== undefined) return <SiteTrouble error={error} onRetry={() => again()} />;
  if (!plans) return <PlanSkeleton />;
  if (plans.length === 0) return <FirstPlan onMade={made} onRetry={() => again()} />;
  return (
    <Plans {...{ plans, had, chosen, isLost, onChoose: choose }} onMake={() => setMaking(true)} />
  );
}

interface PlansProps {
  readonly plans: readonly PlanSummary[];
  /** The plan that the tab shows so far; undefined for a new one. */
  readonly had: number | undefined;
  readonly chosen: number | undefined;
  /** The plan that the tab showed is not among them. */
  readonly isLost: boolean;
  readonly onChoose: (planId: number) => void;
  readonly onMake: () => void;
}

function Plans({ plans, had, chosen, isLost, onChoose, onMake }: PlansProps) {
  const question = useId();
  return (
    <main className="page configure">
      <h1 id={question}>Which plan is this tab to show?</h1>
      <p className="muted">
        Everybody in the channel gets the tab. What they see and may do in it is decided by the
        plan’s own groups.
      </p>
      {isLost && (
        <MessageBar className="configure-lost" intent="warning" layout="multiline">
          <MessageBarBody>
            The plan that this tab showed is no longer on the site, or you may not see it. Choose
            another, or cancel and leave the tab as it is.
          </MessageBarBody>
        </MessageBar>
      )}
      <PlanRadios {...{ plans, chosen, onChoose, question }} />
      <output className="small muted">
        {had !== undefined &&
          chosen !== undefined &&
          chosen !== had &&
          "Teams leaves the tab the name that it has. If that is the other plan’s, rename the tab after you have saved."}
      </output>
      <MakePlan onMake={onMake} />
    </main>
  );
}
