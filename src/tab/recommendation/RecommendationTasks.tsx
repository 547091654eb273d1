import type { Action } from "#plan/plan.ts";
import type { Challenge, Entry } from "#plan/record.ts";
import { AnswerChallenge } from "#tab/challenge/AnswerChallenge.tsx";
import { PutChallenge, type QuestionDraft } from "#tab/challenge/PutChallenge.tsx";
import { ResolveChallenge } from "#tab/challenge/ResolveChallenge.tsx";
import { EditRecommendation } from "#tab/definition/EditRecommendation.tsx";
import type { PlanView, RecommendationView } from "#tab/plan/plan-view.ts";
import { Button } from "@fluentui/react-components";
import { Field } from "@fluentui/react-field";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useState } from "react";

/** What somebody can do about a recommendation at the drawer's side. */
export type RecommendationTask =
  | { readonly kind: "ask" }
  | { readonly kind: "question"; readonly draft: QuestionDraft }
  | { readonly kind: "answer"; readonly challenge: Challenge }
  | { readonly kind: "resolve"; readonly challenge: Challenge }
  | { readonly kind: "edit" };

interface RecommendationTasksProps {
  readonly plan: PlanView;
  readonly view: RecommendationView;
  readonly task: RecommendationTask | undefined;
  readonly onBack: () => void;
  readonly onSaved: (saved: Pick<Entry, "type" | "id"> | undefined) => void;
}

/** One thing at a time that this person can do about the recommendation. */
export function RecommendationTasks(props: RecommendationTasksProps) {
  const { task, onBack } = props;
  if (!task) return null;
  return (
    <div className="action-tasks">
      {task.kind !== "ask" && (
        <Button
          className="action-back"
          appearance="subtle"
          size="small"
          icon={<ArrowLeftRegular />}
          onClick={onBack}
        >
          Back
        </Button>
      )}
      <TaskForm {...props} task={task} />
    </div>
  );
}

function TaskForm(props: RecommendationTasksProps & { readonly task: RecommendationTask }) {
  const { plan, view, task, onSaved } = props;
  const { open } = plan;
  const { recommendation } = view;
  const said = (type: Entry["type"]) => (id: number) => onSaved({ type, id });
  const put = { open, recommendation, onSaved: said("challenge") };
  if (task.kind === "ask") return <PutChallenge key={recommendation.id} {...put} />;
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

/** An answer stands with one of the recommendation's actions: the agency's own, or one that it chooses. */
function AnswerOn(props: {
  readonly plan: PlanView;
  readonly view: RecommendationView;
  readonly challenge: Challenge;
  readonly onSaved: (id: number) => void;
}) {
  const { plan, view, challenge, onSaved } = props;
  const all = view.actions.map(({ action }) => action);
  const own = all.filter(({ agencies }) => agencies.includes(challenge.agency));
  const choices = own.length > 0 ? own : all;
  const [chosen, setChosen] = useState<Action>();
  const [first, second] = choices;
  const action = chosen ?? (second === undefined ? first : undefined);
  if (!first)
    return (
      <p className="pane-form">
        An answer stands with an action, and this recommendation has none yet. The plan’s owner can
        add one.
      </p>
    );
  return (
    <>
      {second !== undefined && (
        <Field className="pane-choice" label="With which action does the answer stand?" required>
          <RadioGroup
            value={String(action?.id ?? "")}
            onChange={(_, { value }) => setChosen(choices.find(({ id }) => String(id) === value))}
          >
            {choices.map(({ id, text }) => (
              <Radio key={id} value={String(id)} label={text} />
            ))}
          </RadioGroup>
        </Field>
      )}
      {action && (
        <AnswerChallenge key={action.id} open={plan.open} {...{ challenge, action, onSaved }} />
      )}
    </>
  );
}
