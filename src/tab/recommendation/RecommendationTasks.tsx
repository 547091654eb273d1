import type { RecommendationState } from "#plan/fold-recommendation.ts";
import type { Challenge, Entry } from "#plan/record.ts";
import { TaskPanes } from "#tab/action/TaskPanes.tsx";
import { AnswerChallenge } from "#tab/challenge/AnswerChallenge.tsx";
import { PutChallenge } from "#tab/challenge/PutChallenge.tsx";
import { ResolveChallenge } from "#tab/challenge/ResolveChallenge.tsx";
import { EditRecommendation } from "#tab/definition/EditRecommendation.tsx";
import type { PlanView, RecommendationView } from "#tab/rows/plan-view.ts";
import { Field } from "@fluentui/react-field";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { useState } from "react";
import { AgreeActions } from "./AgreeActions.tsx";
import { DecideRecommendation } from "./DecideRecommendation.tsx";
import { taskNames } from "#tab/action/task-kinds.ts";
import type { RecommendationTask, UsualTask } from "./tasks.ts";

interface RecommendationTasksProps {
  readonly plan: PlanView;
  readonly view: RecommendationView;
  readonly state: RecommendationState;
  readonly usual: readonly UsualTask[];
  readonly task: RecommendationTask | undefined;
  readonly onTask: (task: RecommendationTask | undefined) => void;
  /** One of several that are being saved. */
  readonly onEach: (saved: Pick<Entry, "type" | "id">) => void;
  readonly onSaved: (saved: Pick<Entry, "type" | "id"> | undefined) => void;
}

/** What this person can do about the recommendation, one thing at a time. */
export function RecommendationTasks(props: RecommendationTasksProps) {
  const { usual, task, onTask } = props;
  if (!task) return null;
  return (
    <TaskPanes
      usual={usual}
      names={taskNames}
      at={usual.find((kind) => kind === task.kind)}
      onChosen={(kind) => onTask({ kind })}
      onBack={() => onTask(undefined)}
    >
      <TaskForm {...props} task={task} />
    </TaskPanes>
  );
}

function TaskForm(props: RecommendationTasksProps & { readonly task: RecommendationTask }) {
  const { plan, view, state, task, onEach, onSaved } = props;
  const { open } = plan;
  const { recommendation } = view;
  const { id: key } = recommendation;
  const said = (type: Entry["type"]) => (id: number) => onSaved({ type, id });
  const put = { open, recommendation, onSaved: said("challenge") };
  if (task.kind === "ask") return <PutChallenge key={key} {...put} />;
  if (task.kind === "decide")
    return (
      <DecideRecommendation
        key={key}
        {...{ open, recommendation, state }}
        onSaved={said("decision")}
      />
    );
  if (task.kind === "actions")
    return (
      <AgreeActions
        key={key}
        {...{ plan, view }}
        onEach={(id) => onEach({ type: "decision", id })}
        onSaved={said("decision")}
      />
    );
  if (task.kind === "question")
    return <PutChallenge key={task.draft.question} {...put} draft={task.draft} />;
  if (task.kind === "edit")
    return <EditRecommendation {...{ open, recommendation }} onSaved={() => onSaved(undefined)} />;
  const { challenge } = task;
  if (task.kind === "resolve")
    return (
      <ResolveChallenge key={challenge.id} {...{ open, challenge }} onSaved={said("decision")} />
    );
  return <AnswerOn key={challenge.id} {...{ plan, view, challenge }} onSaved={said("update")} />;
}

/** Of several of its own actions the agency says which it answers about, or that it is all of the recommendation. */
function AnswerOn(props: {
  readonly plan: PlanView;
  readonly view: RecommendationView;
  readonly challenge: Challenge;
  readonly onSaved: (id: number) => void;
}) {
  const { plan, view, challenge, onSaved } = props;
  const own = view.actions
    .map(({ action }) => action)
    .filter(({ agencies }) => agencies.includes(challenge.agency));
  const [chosen, setChosen] = useState<string>();
  const isChoice = own.length > 1;
  const action = isChoice ? own.find(({ id }) => String(id) === chosen) : own[0];
  return (
    <>
      {isChoice && (
        <Field className="pane-choice" label="What does the answer stand with?" required>
          <RadioGroup value={chosen ?? ""} onChange={(_, { value }) => setChosen(value)}>
            <Radio value={whole} label="The whole recommendation" />
            {own.map(({ id, text }) => (
              <Radio key={id} value={String(id)} label={text} />
            ))}
          </RadioGroup>
        </Field>
      )}
      {(!isChoice || chosen !== undefined) && (
        <AnswerChallenge
          key={action?.id ?? whole}
          open={plan.open}
          {...{ challenge, action, onSaved }}
        />
      )}
    </>
  );
}

const whole = "whole";
