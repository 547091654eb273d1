import { NotFoundError } from "#plan/errors.ts";
import { NotProvisioned } from "#tab/frame/NotProvisioned.tsx";
import { PlanSkeleton } from "#tab/frame/PlanSkeleton.tsx";
import { Trouble } from "#tab/frame/Trouble.tsx";
import type { TabSettings } from "#tab/teams/host.ts";
import type { PlanSummary } from "#usecases/ports.ts";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { useEffect, useId } from "react";
import { aboutPlan, tabNameFor } from "./plan-words.ts";
import { useChoice } from "./use-choice.ts";
import "./configure.css";

/** Which plan is a channel's tab to show? Teams' own Save, below this page, saves the answer. */
export function ChoosePlan({ settings }: { settings: TabSettings }) {
  const { plans, error, chosen, choose, again } = useChoice(settings);
  useEffect(() => {
    const plan = plans?.find(({ id }) => id === chosen);
    settings.answer(plan && { planId: plan.id, name: tabNameFor(plan, plans ?? []) });
  }, [settings, plans, chosen]);
  if (error instanceof NotFoundError) return <NotProvisioned onRetry={again} />;
  if (error !== undefined) return <Trouble opened={{ error }} onRetry={again} />;
  if (!plans) return <PlanSkeleton />;
  if (plans.length === 0) return <Trouble opened={{ empty: true }} onRetry={again} />;
  return <Plans {...{ plans, chosen, onChoose: choose }} />;
}

interface PlansProps {
  readonly plans: readonly PlanSummary[];
  readonly chosen: number | undefined;
  readonly onChoose: (planId: number) => void;
}

function Plans({ plans, chosen, onChoose }: PlansProps) {
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
            label={
              <>
                <span className="strong">{plan.title}</span>
                <span className="configure-about small">{aboutPlan(plan)}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
      <p className="small muted">
        Another plan is made by its owner, from its document: Import, in the tab of any plan.
      </p>
    </main>
  );
}
