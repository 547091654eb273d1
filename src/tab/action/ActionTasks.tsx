import type { Entry } from "#plan/record.ts";
import { AnswerChallenge } from "#tab/challenge/AnswerChallenge.tsx";
import { Decide } from "#tab/challenge/Decide.tsx";
import { PutChallenge } from "#tab/challenge/PutChallenge.tsx";
import { ResolveChallenge } from "#tab/challenge/ResolveChallenge.tsx";
import { EditAction } from "#tab/definition/EditAction.tsx";
import { focusIfLost } from "#tab/layout/focus-if-lost.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import type { ReactNode } from "react";
import { AskForDate } from "./AskForDate.tsx";
import { CheckAgain } from "./CheckAgain.tsx";
import { NoLongerTheirs } from "./NoLongerTheirs.tsx";
import { ProposeRating } from "./ProposeRating.tsx";
import { TaskPanes } from "./TaskPanes.tsx";
import { taskNames } from "./task-kinds.ts";
import type { Task, UsualTask } from "./tasks.ts";

interface ActionTasksProps {
  readonly open: OpenPlan;
  readonly view: ActionView;
  readonly usual: readonly UsualTask[];
  /** What this person began to write and may say no longer. */
  readonly leftOver: readonly UsualTask[];
  readonly onThrowAway: (kind: UsualTask) => void;
  /** What is shown; undefined where there is nothing that this person can do. */
  readonly task: Task | undefined;
  readonly onTask: (task: Task | undefined) => void;
  readonly onSaved: (saved: Pick<Entry, "type" | "id">) => void;
  /** The action itself was changed. */
  readonly onEdited: () => void;
}

/** What this person can do about the action, one thing at a time, always at hand beside it. */
export function ActionTasks(props: ActionTasksProps) {
  const { open, view, usual, leftOver, task, onThrowAway, onTask, onSaved, onEdited } = props;
  if (!task) return null;
  const shown = [...usual, ...leftOver];
  const at = shown.find((kind) => kind === task.kind);
  function done(): void {
    if (at === undefined) onTask(undefined);
  }
  function throwAway(kind: UsualTask): void {
    onThrowAway(kind);
    onTask(undefined);
    requestAnimationFrame(() => focusIfLost(".drawer-title h2"));
  }
  const form = (
    <TaskForm
      {...{ open, view, task }}
      onSaved={(entry) => {
        done();
        onSaved(entry);
      }}
      onEdited={() => {
        done();
        onEdited();
      }}
    />
  );
  return (
    <TaskPanes
      usual={shown}
      at={at}
      names={taskNames}
      onChosen={(kind) => onTask({ kind })}
      onBack={() => onTask(undefined)}
    >
      {at !== undefined && leftOver.includes(at) ? (
        <NoLongerTheirs onThrowAway={() => throwAway(at)}>{form}</NoLongerTheirs>
      ) : (
        form
      )}
    </TaskPanes>
  );
}

type TaskFormProps = Pick<ActionTasksProps, "open" | "view" | "onSaved" | "onEdited"> & {
  readonly task: Task;
};

function TaskForm({ open, view, task, onSaved, onEdited }: TaskFormProps): ReactNode {
  const { action, recommendation } = view;
  const { id: key } = action;
  const stated = { open, onSaved: (id: number) => onSaved({ type: "update", id }) };
  const decided = { open, onSaved: (id: number) => onSaved({ type: "decision", id }) };
  const put = { open, onSaved: (id: number) => onSaved({ type: "challenge", id }) };
  if (task.kind === "rate") return <ProposeRating key={key} {...stated} action={action} />;
  if (task.kind === "date") return <AskForDate key={key} {...stated} view={view} />;
  if (task.kind === "check") return <CheckAgain key={key} {...stated} view={view} />;
  if (task.kind === "decide") return <Decide key={key} {...decided} view={view} />;
  if (task.kind === "ask")
    return <PutChallenge key={key} {...put} {...{ recommendation, action }} />;
  if (task.kind === "question") {
    const { draft } = task;
    return <PutChallenge key={draft.question} {...put} {...{ recommendation, action, draft }} />;
  }
  if (task.kind === "edit")
    return <EditAction key={key} {...{ open, action }} onSaved={onEdited} />;
  const { challenge } = task;
  if (task.kind === "answer")
    return <AnswerChallenge key={challenge.id} {...stated} {...{ challenge, action }} />;
  return <ResolveChallenge key={challenge.id} {...decided} challenge={challenge} />;
}
