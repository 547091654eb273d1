import type { Entry } from "#plan/record.ts";
import { AnswerChallenge } from "#tab/challenge/AnswerChallenge.tsx";
import { Decide } from "#tab/challenge/Decide.tsx";
import { PutChallenge } from "#tab/challenge/PutChallenge.tsx";
import { ResolveChallenge } from "#tab/challenge/ResolveChallenge.tsx";
import { EditAction } from "#tab/definition/EditAction.tsx";
import type { ActionView } from "#tab/plan/plan-view.ts";
import type { OpenPlan } from "#usecases/ports.ts";
import { Button, Tab, TabList } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { type ReactNode, useId } from "react";
import { AskForDate } from "./AskForDate.tsx";
import { CheckAgain } from "./CheckAgain.tsx";
import { ProposeRating } from "./ProposeRating.tsx";
import { type Task, taskNames, type UsualTask } from "./tasks.ts";

interface ActionTasksProps {
  readonly open: OpenPlan;
  readonly view: ActionView;
  readonly usual: readonly UsualTask[];
  /** What is shown; undefined where there is nothing that this person can do. */
  readonly task: Task | undefined;
  readonly onTask: (task: Task | undefined) => void;
  readonly onSaved: (saved: Pick<Entry, "type" | "id">) => void;
  /** The action itself was changed. */
  readonly onEdited: () => void;
}

/** What this person can do about the action, one thing at a time, always at hand beside it. */
export function ActionTasks(props: ActionTasksProps) {
  const { open, view, usual, task, onTask, onSaved, onEdited } = props;
  const panel = useId();
  if (!task) return null;
  const at = usual.find((kind) => kind === task.kind);
  function done(): void {
    if (at === undefined) onTask(undefined);
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
  if (at === undefined || usual.length === 1)
    return (
      <div className="action-tasks">
        {at === undefined && <BackButton onBack={() => onTask(undefined)} />}
        {form}
      </div>
    );
  return (
    <div className="action-tasks">
      <TaskTabs {...{ panel, usual, at }} onChosen={(kind) => onTask({ kind })} />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${at}`} className="action-task">
        {form}
      </div>
    </div>
  );
}

function BackButton({ onBack }: { onBack: () => void }) {
  return (
    <Button
      className="action-back"
      appearance="subtle"
      size="small"
      icon={<ArrowLeftRegular />}
      onClick={onBack}
    >
      Back
    </Button>
  );
}

function TaskTabs(props: {
  readonly panel: string;
  readonly usual: readonly UsualTask[];
  readonly at: UsualTask;
  readonly onChosen: (kind: UsualTask) => void;
}) {
  const { panel, usual, at, onChosen } = props;
  return (
    <TabList
      className="action-tabs"
      size="small"
      aria-label="What you can do"
      selectedValue={at}
      onTabSelect={(_, { value }) => {
        const chosen = usual.find((kind) => kind === value);
        if (chosen) onChosen(chosen);
      }}
    >
      {usual.map((kind) => (
        <Tab key={kind} id={`${panel}-${kind}`} value={kind} aria-controls={panel}>
          {taskNames[kind]}
        </Tab>
      ))}
    </TabList>
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
  const { challenge } = task;
  if (!challenge) return <EditAction key={key} {...{ open, action }} onSaved={onEdited} />;
  if (task.kind === "answer")
    return <AnswerChallenge key={challenge.id} {...stated} {...{ challenge, action }} />;
  return <ResolveChallenge key={challenge.id} {...decided} challenge={challenge} />;
}
