import { formatDate } from "#plan/iso-date.ts";
import { Button } from "@fluentui/react-components";
import { ArrowLeftRegular, ChevronDownRegular } from "@fluentui/react-icons";
import { lazy, Suspense } from "react";
import { CopyLinkButton } from "./CopyLinkButton.tsx";
import type { PlanHeaderProps } from "./plan-header-props.ts";
import { SyncAge } from "./SyncAge.tsx";
import { ViewButtons } from "./ViewButtons.tsx";
import { ViewTabs } from "./ViewTabs.tsx";
import "./header.css";

const PlanMenu = lazy(async () => ({ default: (await import("./PlanMenu.tsx")).PlanMenu }));

const SubmissionClock = lazy(async () => ({
  default: (await import("#tab/versions/SubmissionClock.tsx")).SubmissionClock,
}));

/** Which plan this is, the ways to look at it, and how old what is shown is. */
export function PlanHeader(props: PlanHeaderProps) {
  const { plan, plans, live, onChoose, onMine, onCheck } = props;
  const about = [
    plan.regulator,
    plan.published && `published ${formatDate(plan.published)}`,
    plan.version && `version ${plan.version}`,
  ];
  return (
    <header className="plan-header">
      {onMine && (
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onMine}>
          Mine
        </Button>
      )}
      <div className="plan-title">
        <h1>{plans.length > 1 ? <OtherPlans {...{ plan, plans, onChoose }} /> : plan.title}</h1>
        <div className="small muted">{about.filter(Boolean).join(" · ")}</div>
        {plan.submitted === undefined && (
          <Suspense>
            <SubmissionClock plan={plan} onView={props.onView} />
          </Suspense>
        )}
      </div>
      <ViewTabs {...props} />
      <div className="plan-header-end">
        <SyncAge live={live} onCheck={onCheck} />
        <CopyLinkButton
          planId={plan.id}
          place={props.link}
          label={plan.title}
          name="Copy a link to this view"
        />
        <ViewButtons {...props} />
      </div>
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
