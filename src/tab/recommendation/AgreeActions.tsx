import { FormPane } from "#tab/form/FormPane.tsx";
import { identifierProblem } from "#tab/form/identifiers.ts";
import { invalid } from "#tab/form/invalid.ts";
import { ReasonField } from "#tab/form/ReasonField.tsx";
import { type Form, type Problems, type Saving, useForm } from "#tab/form/use-form.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { PlanView, RecommendationView } from "#tab/rows/plan-view.ts";
import { agreeProposed } from "#usecases/agree-proposed.ts";
import { Checkbox } from "@fluentui/react-checkbox";
import { Field } from "@fluentui/react-field";
import { agreeable, type Agreeable, type Agreeing, agreeing, movedOn } from "./agree-actions.ts";

interface AgreeActionsProps {
  readonly plan: PlanView;
  readonly view: RecommendationView;
  /** Of each decision, as it is saved. */
  readonly onEach: (decisionId: number) => void;
  readonly onSaved: (decisionId: number) => void;
}

/** What is proposed for several actions, agreed at once: a decision each in the record. */
export function AgreeActions(props: AgreeActionsProps) {
  const { plan, view, onSaved } = props;
  const choices = agreeable(plan.scheme, view.actions);
  const form = useAgreeing(props);
  const { words, problems, change } = form;
  if (choices.length === 0 && words.ticked.length === 0)
    return (
      <p className="pane-form muted">
        Nothing waits to be agreed here: what is proposed for its actions is agreed, or nothing is
        proposed.
      </p>
    );
  return (
    <FormPane
      form={form}
      title="Agree several actions"
      about={<div className="small muted">Each as it is proposed.</div>}
      save={words.ticked.length > 1 ? `Agree ${words.ticked.length}` : "Agree"}
      promise="Added to the record as the group’s decisions."
      onSaved={onSaved}
    >
      <Field label="Actions" required {...invalid(problems.ticked)}>
        {(named) => (
          <fieldset
            className="agree-actions"
            aria-labelledby={named["aria-labelledby"]}
            aria-describedby={named["aria-describedby"]}
          >
            {choices.map((choice) => (
              <Choice key={choice.view.action.id} choice={choice} form={form} />
            ))}
          </fieldset>
        )}
      </Field>
      <ReasonField
        required={false}
        value={words.reason}
        onChange={(reason) => change({ reason })}
        problem={problems.reason}
      />
    </FormPane>
  );
}

function Choice({ choice, form }: { choice: Agreeable; form: Form<Agreeing> }) {
  const { newKey } = usePorts();
  const { view, rating } = choice;
  const { id } = view.action;
  const others = form.words.ticked.filter(({ action }) => action !== id);
  return (
    <Checkbox
      // One of them is needed, and not each.
      required={false}
      aria-invalid={form.problems.ticked === undefined ? undefined : true}
      checked={others.length < form.words.ticked.length}
      onChange={(_, { checked }) =>
        form.change({
          ticked:
            checked === true
              ? [...others, { action: id, rating: rating.id, key: newKey() }]
              : others,
        })
      }
      label={
        <>
          <span className="strong">
            Action {view.place}: {rating.name}
          </span>
          <span className="choice-words small">{view.action.text}</span>
        </>
      }
    />
  );
}

function useAgreeing({ plan, view, onEach }: AgreeActionsProps): Form<Agreeing> {
  const { record } = usePorts();
  const { open, scheme } = plan;
  async function agreeTicked(
    { ticked, reason }: Agreeing,
    { sure, alter }: Saving<Agreeing>,
  ): Promise<{ readonly id: number }> {
    const keys = new Map(ticked.map(({ action, key }) => [action, key]));
    const ids = await agreeProposed(
      { record },
      {
        open,
        proposed: view.actions.flatMap(({ action, state }) => {
          const key = keys.get(action.id);
          return key === undefined ? [] : [{ action, state, key }];
        }),
        reason,
        sure,
        onEach: ({ id: action }, id) => {
          // What is saved is done with: a second try goes on with the others.
          alter((now) => ({ ...now, ticked: now.ticked.filter((each) => each.action !== action) }));
          onEach(id);
        },
      },
    );
    return { id: ids.at(-1) ?? 0 };
  }
  return useForm<Agreeing>(open, {
    name: `agree recommendation/${view.recommendation.id}`,
    schema: agreeing,
    empty: { ticked: [], reason: "" },
    problems: (words): Problems<Agreeing> => {
      const moved = movedOn(scheme, view.actions, words.ticked);
      const none = words.ticked.length === 0 ? "Choose at least one action." : undefined;
      const wrong = identifierProblem(words.reason, "the reason");
      return {
        ...((moved ?? none) === undefined ? {} : { ticked: moved ?? none ?? "" }),
        ...(wrong === undefined ? {} : { reason: wrong }),
      };
    },
    save: async (words, _key, how) => agreeTicked(words, how),
  });
}
