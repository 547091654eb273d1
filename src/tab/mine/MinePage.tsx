import { NotFoundError, PlanError } from "#plan/errors.ts";
import { dayOf, type IsoDate } from "#plan/iso-date.ts";
import { counted, inFigures } from "#plan/words.ts";
import { isReadable } from "#tab/configure/plan-words.ts";
import { FirstPlan } from "#tab/configure/FirstPlan.tsx";
import { SiteTrouble } from "#tab/configure/SiteTrouble.tsx";
import { messageOf } from "#tab/words/message-of.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import { inSteps, ShowMore } from "#tab/layout/ShowMore.tsx";
import { PlanSkeleton } from "#tab/layout/PlanSkeleton.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import { Trouble } from "#tab/notice/Trouble.tsx";
import { actionKey } from "#tab/rows/plan-rows.ts";
import { Button } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons";
import type { PlanSummary } from "#usecases/ports/plans.ts";
import { type ReactNode, useState } from "react";
import { AskedItem } from "./AskedItem.tsx";
import { MyAction } from "./MyAction.tsx";
import { MyCheck } from "./MyCheck.tsx";
import { type MyWork, myWork } from "./my-work.ts";
import { PlanList } from "./PlanList.tsx";
import { type MyPlan, useMyPlans } from "./use-my-plans.ts";
import "./mine.css";

interface MinePageProps {
  /** Opens a plan, at a place in it where one is named: `action/12`. */
  readonly onOpen: (planId: number, place?: string) => void;
}

/** What waits for the reader in all plans of the site, the overdue first, and the plans themselves. */
export function MinePage({ onOpen }: MinePageProps) {
  const { plans, mine = [], left = 0, error, again } = useMyPlans();
  if (error instanceof NotFoundError || plans?.length === 0)
    return <FirstPlan onMade={onOpen} onRetry={again} />;
  if (error instanceof PlanError) return <Trouble opened={{ error }} onRetry={again} />;
  if (error !== undefined) return <SiteTrouble error={error} onRetry={again} />;
  if (!plans) return <PlanSkeleton />;
  return (
    <main className="page mine">
      <h1>Mine</h1>
      <Waiting {...{ plans, mine, left, onOpen }} onRetry={again} />
      <PlanList plans={plans} onOpen={onOpen} />
    </main>
  );
}

interface WaitingProps extends FailedProps, MinePageProps {
  /** How many plans are still to be opened. */
  readonly left: number;
}

/** What waits for the reader, as far as their plans are opened. */
function Waiting({ plans, mine, left, onOpen, onRetry }: WaitingProps) {
  const today = dayOf(usePorts().now());
  const all = mine.flatMap((plan) =>
    "view" in plan ? { ...plan, work: myWork(plan.view, today) } : [],
  );
  const named = plans.length > 1;
  const items = (of: "overdue" | "soon" | "later") =>
    all.flatMap(({ summary, view, work }) =>
      work[of].map((each) => (
        <MyAction
          key={`${summary.id} ${each.action.id}`}
          {...{ view: each, scheme: view.scheme, me: view.open.me, today }}
          plan={named ? summary.title : undefined}
          onOpen={() => onOpen(summary.id, actionKey(each.action.id))}
        />
      )),
    );
  const works = all.map(({ work }) => work);
  return (
    <>
      {works.length > 0 && <p className="muted">{inShort(works)}</p>}
      {left > 0 && <output>{`${counted(left, "plan")} still to be opened.`}</output>}
      <Failed {...{ plans, mine, onRetry }} />
      <Section title="Waiting for your answer">{askedIn(all, { today, named, onOpen })}</Section>
      <Section title="Overdue">{items("overdue")}</Section>
      <Section title="To be checked again">{checksIn(all, { today, named, onOpen })}</Section>
      <Section title="Due in the next 30 days">{items("soon")}</Section>
      <Section title="Later, or without a day">{items("later")}</Section>
      {left === 0 && isNothing({ plans, mine }, works) && <NothingToDo />}
    </>
  );
}

interface Worked {
  readonly summary: MyPlan["summary"];
  readonly work: MyWork;
}

interface ShownWith extends MinePageProps {
  readonly today: IsoDate;
  /** Whether each says which plan it is in. */
  readonly named: boolean;
}

function askedIn(
  all: readonly Worked[],
  { today, named, onOpen }: ShownWith,
): readonly ReactNode[] {
  return all.flatMap(({ summary, work }) =>
    work.asked.map((each) => (
      <AskedItem
        key={`${summary.id} ${each.challenge.id}`}
        {...{ asked: each, today }}
        plan={named ? summary.title : undefined}
        onOpen={(place) => onOpen(summary.id, place)}
      />
    )),
  );
}

function checksIn(
  all: readonly Worked[],
  { today, named, onOpen }: ShownWith,
): readonly ReactNode[] {
  return all.flatMap(({ summary, work }) =>
    work.checks.map((view) => (
      <MyCheck
        key={`${summary.id} ${view.action.id}`}
        {...{ view, today }}
        plan={named ? summary.title : undefined}
        onOpen={() => onOpen(summary.id, actionKey(view.action.id))}
      />
    )),
  );
}

/** Nobody knows of a plan that could not be read. */
function isNothing(
  { plans, mine }: Pick<FailedProps, "plans" | "mine">,
  works: readonly MyWork[],
): boolean {
  const isWhole = plans.every(isReadable) && works.length === mine.length;
  return isWhole && works.every((work) => countOf(work) === 0);
}

function countOf({ asked, overdue, soon, later, checks }: MyWork): number {
  return asked.length + overdue.length + soon.length + later.length + checks.length;
}

/** "2 questions wait for your answer, 1 action is overdue, 5 more are to do." */
function inShort(all: readonly MyWork[]): string {
  const sum = (of: keyof MyWork) => all.reduce((total, work) => total + work[of].length, 0);
  const [asked, overdue, rest] = [sum("asked"), sum("overdue"), sum("soon") + sum("later")];
  const checks = sum("checks");
  return [
    `${counted(asked, "question")} to answer`,
    `${counted(overdue, "action")} overdue`,
    ...(checks > 0 ? [`${counted(checks, "action")} to check again`] : []),
    `${counted(rest, "action")} still to come`,
  ].join(" · ");
}

function Section({ title, children }: { title: string; children: readonly ReactNode[] }) {
  const [most, setMost] = useState(inSteps);
  if (children.length === 0) return null;
  return (
    <section className="mine-section" aria-label={title}>
      <h2>
        {title} <span className="muted">{inFigures(children.length)}</span>
      </h2>
      <ul>{children.slice(0, most)}</ul>
      <ShowMore of={children.length} most={most} onMost={setMost} />
    </section>
  );
}

function NothingToDo() {
  return (
    <Notice icon={CheckmarkCircleRegular} title="Nothing waits for you">
      What you lead, what your agencies have to do and what they are asked appears here until it is
      complete.
    </Notice>
  );
}

interface FailedProps {
  readonly plans: readonly PlanSummary[];
  readonly mine: readonly MyPlan[];
  readonly onRetry: () => void;
}

/** Plans that could not be read: what is shown is not all. */
function Failed({ plans, mine, onRetry }: FailedProps) {
  const failed = [
    ...plans.flatMap(({ id, title, unreadable }) =>
      unreadable === undefined ? [] : { id, title, why: unreadable },
    ),
    ...mine.flatMap((plan) =>
      "error" in plan ? { ...plan.summary, why: messageOf(plan.error) } : [],
    ),
  ];
  if (failed.length === 0) return null;
  return (
    <div className="mine-failed" role="alert">
      {failed.map(({ id, title, why }) => (
        <p key={id}>
          “{title}” is left out: {why}
        </p>
      ))}
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
