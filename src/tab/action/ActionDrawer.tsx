import { dayOf } from "#plan/iso-date.ts";
import { mayChallenge, mayOwn } from "#plan/permissions.ts";
import type { Action } from "#plan/plan.ts";
import { Findings } from "#tab/challenge/Findings.tsx";
import type { QuestionDraft } from "#tab/challenge/PutChallenge.tsx";
import { Questions } from "#tab/challenge/Questions.tsx";
import { useFindingsUnder } from "#tab/challenge/use-findings-under.ts";
import { PlanDrawer } from "#tab/drawer/PlanDrawer.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { agencyName } from "#tab/form/agency-name.ts";
import { actionKey } from "#tab/rows/plan-rows.ts";
import type { ActionView, PlanView } from "#tab/rows/plan-view.ts";
import { listInWords } from "#tab/words/words.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import type { ComponentProps, ReactElement } from "react";
import { ActionButtons } from "./ActionButtons.tsx";
import { ActionDetails } from "./ActionDetails.tsx";
import { ActionNote } from "./ActionNote.tsx";
import { ActionRating } from "./ActionRating.tsx";
import { ActionTasks } from "./ActionTasks.tsx";
import { RecordSection } from "./RecordSection.tsx";
import { type Task, type UsualTask, usualTasks } from "./tasks.ts";
import { useAsked } from "./use-asked.ts";
import type { ReadRecord } from "./use-read-record.ts";
import { useLeftOver } from "./use-left-over.ts";
import { useRecord } from "./use-record.ts";
import { useSaved } from "./use-saved.ts";
import "./action.css";

export interface ActionDrawerProps {
  readonly plan: PlanView;
  readonly view: ActionView;
  /** What to say of it where it was taken out of the plan while it was open: it is shown as it was last seen. */
  readonly removed: ReactElement | false;
  /** Keys of the actions before and after it, as the plan is shown. */
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly onGo: (key: string) => void;
  readonly onClose: () => void;
  /** Brings the plan up to date, after something was saved. */
  readonly onSaved: ViewProps["onSaved"];
}

/** Everything about one action, and what this person can do about it. */
export function ActionDrawer({ plan, view, removed, onSaved, ...way }: ActionDrawerProps) {
  const { open, scheme } = plan;
  const { action, recommendation } = view;
  const today = dayOf(usePorts().now());
  const said = open.record.filter(({ actionId }) => actionId === action.id).length;
  const [record, readAgain] = useRecord(action.id, said);
  const saved = useSaved({ planId: open.plan.id, actionId: action.id, onSaved, readAgain });
  const { usual, leftOver, throwAway, task, setTask } = useTask(open, view);
  return (
    <PlanDrawer
      place={actionKey(action.id)}
      where={`Recommendation ${recommendation.ref} · action ${view.place} of ${view.of}`}
      title={agencyNames(plan, action)}
      state={<ActionRating view={view} scheme={scheme} today={today} />}
      buttons={
        <ActionButtons
          planId={open.plan.id}
          view={view}
          jump={removed ? undefined : usual[0]}
          removed={removed !== false}
          edits={mayOwn(open.me) && !removed ? () => setTask({ kind: "edit" }) : undefined}
          {...way}
          onSaid={saved.say}
        />
      }
      onClose={way.onClose}
    >
      {removed}
      {saved.note !== undefined && <ActionNote note={saved.note} />}
      <div className={task ? "action-panes" : "action-panes action-panes-one"}>
        <About
          {...{ plan, view, record, today }}
          onTask={setTask}
          onAgain={readAgain}
          focus={saved.line}
        />
        <ActionTasks
          {...{ open, view, usual, leftOver, task }}
          onThrowAway={throwAway}
          onTask={setTask}
          onSaved={saved.onSaved}
          onEdited={saved.onEdited}
        />
      </div>
    </PlanDrawer>
  );
}

/** What this person can do about the action, and what of that is shown beside it. */
function useTask(open: OpenPlan, view: ActionView) {
  const usual = usualTasks(open.me, view);
  const { leftOver, throwAway } = useLeftOver(open, view.action.id, usual);
  const all = [...usual, ...leftOver];
  const [asked, setTask] = useAsked<Task>(actionKey(view.action.id), isAmong(all));
  const task = asked ?? (all[0] && { kind: all[0] });
  return { usual, leftOver, throwAway, task, setTask };
}

function isAmong(usual: readonly UsualTask[]): (task: Task) => boolean {
  return ({ kind }) => usual.some((each) => each === kind);
}

/** What the plan says of it, what is asked about it, and its record. */
function About(
  props: ChallengesProps & Pick<ComponentProps<typeof RecordSection>, "onAgain" | "focus">,
) {
  const { plan, view, record, today, onAgain, focus } = props;
  return (
    <div className="action-record">
      <ActionDetails {...{ view, today }} scheme={plan.scheme} agencies={plan.open.agencies} />
      <Challenges {...props} />
      <RecordSection {...{ record, plan, view, today, onAgain, focus }} />
    </div>
  );
}

interface ChallengesProps {
  readonly plan: PlanView;
  readonly view: ActionView;
  readonly record: ReadRecord;
  readonly today: ReturnType<typeof dayOf>;
  readonly onTask: (task: Task) => void;
}

/** What the checks find on the action, and the questions about it that are not done with. */
function Challenges({ plan, view, record, today, onTask }: ChallengesProps) {
  const { me, agencies } = plan.open;
  const { id, recommendationId } = view.action;
  const findings = useFindingsUnder(plan, recommendationId, today);
  const ask = (draft: QuestionDraft) => onTask({ kind: "question", draft });
  return (
    <>
      <Findings
        findings={findings.filter(({ actionId }) => actionId === id)}
        agencies={agencies}
        onAsk={mayChallenge(me) ? ask : undefined}
      />
      <Questions
        {...{ agencies, me, today }}
        about="action"
        record={record.entries ?? []}
        onAnswer={(challenge) => onTask({ kind: "answer", challenge })}
        onFurther={(challenge) => ask({ question: "", source: "person", followsUp: challenge })}
        onResolve={(challenge) => onTask({ kind: "resolve", challenge })}
      />
    </>
  );
}

/** "Marlshire ICB and Fenbrook Hospitals" */
function agencyNames({ open }: PlanView, { agencies, agencyAsPrinted }: Action): string {
  const names = agencies.map((shortName) => agencyName(open.agencies, shortName));
  return listInWords(names) || agencyAsPrinted || "No agency is named";
}
