import { formatDate } from "#plan/iso-date.ts";
import type { PlanHeaderProps } from "./plan-header-props.ts";
import { SyncAge } from "./SyncAge.tsx";
import { Later, useLater } from "#tab/later/use-later.ts";
import "./header.css";

const planMenu = new Later(async () => (await import("./PlanMenu.tsx")).PlanMenu);
const viewTabs = new Later(async () => (await import("./ViewTabs.tsx")).ViewTabs);
const headerButtons = new Later(async () => (await import("./HeaderButtons.tsx")).HeaderButtons);
const backToMine = new Later(async () => (await import("./BackToMine.tsx")).BackToMine);

const submissionClock = new Later(
  async () => (await import("#tab/versions/SubmissionClock.tsx")).SubmissionClock,
);

/** Which plan this is, the ways to look at it, and how old what is shown is. */
export function PlanHeader(props: PlanHeaderProps) {
  const { plan, plans, live, onChoose, onMine, onCheck } = props;
  const [tabs, buttons] = [useLater(viewTabs), useLater(headerButtons)];
  const about = [
    plan.regulator,
    plan.published && `published ${formatDate(plan.published)}`,
    plan.version && `version ${plan.version}`,
  ];
  return (
    <header className="plan-header">
      {onMine && <Back onMine={onMine} />}
      <div className="plan-title">
        <h1>{plans.length > 1 ? <OtherPlans {...{ plan, plans, onChoose }} /> : plan.title}</h1>
        <div className="small muted">{about.filter(Boolean).join(" · ")}</div>
        {plan.submitted === undefined && <Clock plan={plan} onView={props.onView} />}
      </div>
      {tabs ? tabs(props) : <WaitingTabs {...props} />}
      <div className="plan-header-end">
        <SyncAge live={live} onCheck={onCheck} />
        {buttons?.(props)}
      </div>
    </header>
  );
}

/** The names of the tabs where the tabs will be, so that nothing moves when they come. */
function WaitingTabs({ views }: Pick<PlanHeaderProps, "views">) {
  const names = views.filter(({ shown }) => shown === "tab").map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <div className="view-tabs view-tabs-waiting" aria-hidden>
      {["Plan", ...names].map((name) => (
        <span key={name}>{name}</span>
      ))}
    </div>
  );
}

function Back({ onMine }: { onMine: () => void }) {
  return useLater(backToMine)?.({ onMine });
}

function Clock(props: Pick<PlanHeaderProps, "plan" | "onView">) {
  return useLater(submissionClock)?.(props);
}

function OtherPlans(props: Pick<PlanHeaderProps, "plan" | "plans" | "onChoose">) {
  return useLater(planMenu)?.(props) ?? props.plan.title;
}
