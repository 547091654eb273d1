import { formatDate } from "#plan/iso-date.ts";
import type { Plan } from "#plan/plan.ts";
import type { LiveState } from "#tab/live/live-plan.ts";
import type { PlanSummary } from "#usecases/ports.ts";
import { Button } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons";
import { lazy, Suspense } from "react";
import { SyncAge } from "./SyncAge.tsx";

const PlanMenu = lazy(async () => ({ default: (await import("./PlanMenu.tsx")).PlanMenu }));

interface PlanHeaderProps {
  readonly plan: Plan;
  /** All plans of the site; a choice is offered where there are several. */
  readonly plans: readonly PlanSummary[];
  readonly live: LiveState;
  readonly onChoose: (planId: number) => void;
  readonly onCheck: () => void;
}

export function PlanHeader({ plan, plans, live, onChoose, onCheck }: PlanHeaderProps) {
  const about = [
    plan.regulator,
    plan.published && `published ${formatDate(plan.published)}`,
    plan.version && `version ${plan.version}`,
  ];
  return (
    <header className="plan-header">
      <div className="plan-title">
        <h1>{plans.length > 1 ? <OtherPlans {...{ plan, plans, onChoose }} /> : plan.title}</h1>
        <div className="small muted">{about.filter(Boolean).join(" · ")}</div>
      </div>
      <SyncAge live={live} onCheck={onCheck} />
    </header>
  );
}

function OtherPlans(props: Pick<PlanHeaderProps, "plan" | "plans" | "onChoose">) {
  const waiting = (
    <Button appearance="transparent" icon={<ChevronDownRegular />} iconPosition="after">
      {props.plan.title}
    </Button>
  );
  return (
    <Suspense fallback={waiting}>
      <PlanMenu {...props} />
    </Suspense>
  );
}
