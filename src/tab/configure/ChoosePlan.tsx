import { AlteredSiteError, NotFoundError, PlanError } from "#plan/errors.ts";
import { fetched } from "#tab/later/fetched.ts";
import { PlanSkeleton } from "#tab/layout/PlanSkeleton.tsx";
import { Trouble } from "#tab/notice/Trouble.tsx";
import { useUsable } from "#tab/ports/use-usable.ts";
import type { TabSettings } from "#tab/teams/host.ts";
import type { PlanSummary } from "#usecases/ports/plans.ts";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { lazy, Suspense, useEffect, useId, useState } from "react";
import { FirstPlan } from "./FirstPlan.tsx";
import { MakePlan } from "./MakePlan.tsx";
import { aboutPlan, isReadable, tabNameFor } from "./plan-words.ts";
import { SiteTrouble } from "./SiteTrouble.tsx";
import { useChoice } from "./use-choice.ts";
import "./configure.css";

const ImportPlan = lazy(async () => ({
  default: (await fetched(() => import("#tab/import/ImportPlan.tsx"))).ImportPlan,
}));

/** Which plan is a channel's tab to show? Teams' own Save, below this page, saves the answer. */
export function ChoosePlan({ settings }: { settings: TabSettings }) {
  const { plans, error, chosen, choose, again } = useChoice(settings);
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
  return <Plans {...{ plans, chosen, onChoose: choose }} onMake={() => setMaking(true)} />;
}

interface PlansProps {
  readonly plans: readonly PlanSummary[];
  readonly chosen: number | undefined;
  readonly onChoose: (planId: number) => void;
  readonly onMake: () => void;
}

function Plans({ plans, chosen, onChoose, onMake }: PlansProps) {
  const question = useId();
  return (
    <main className="page configure">
      <h1 id={question}>Which plan is this tab to show?</h1>
      <p className="muted">
        Everybody in the channel gets the tab. What they see and may do in it is decided by the
        plan’s own groups.
      </p>
      <RadioGroup
        aria-labelledby={question}
        value={chosen === undefined ? "" : String(chosen)}
        onChange={(_, { value }) => onChoose(Number(value))}
      >
        {plans.map((plan) => (
          <Radio
            key={plan.id}
            value={String(plan.id)}
            className="configure-plan"
            disabled={plan.unreadable !== undefined}
            label={
              <>
                <span className="strong">{plan.title}</span>
                <span className="configure-about small">{aboutPlan(plan)}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
      <MakePlan onMake={onMake} />
    </main>
  );
}
