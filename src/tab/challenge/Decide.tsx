import { formatDate } from "#plan/iso-date.ts";
import { mayClose, speaksFor } from "#plan/permissions.ts";
import { isComplete } from "#plan/rating-scheme.ts";
import { DayField } from "#tab/form/DayField.tsx";
import { FormPane } from "#tab/form/FormPane.tsx";
import { invalid } from "#tab/form/invalid.ts";
import { RatingField } from "#tab/form/RatingField.tsx";
import { ReasonField } from "#tab/form/ReasonField.tsx";
import { type Form, useForm } from "#tab/form/use-form.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { proposedRating } from "#usecases/agree-proposed.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { recordDecision } from "#usecases/record-decision.ts";
import { Field } from "@fluentui/react-field";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import {
  agreedBy,
  decisionProblems,
  type DecisionWords,
  decisionWords,
  emptyDecision,
  needsReason,
  type What,
  whatToDecide,
} from "./decision-words.ts";

interface DecideProps {
  readonly open: OpenPlan;
  readonly view: Pick<ActionView, "action" | "state">;
  readonly meetingId?: number | undefined;
  readonly onSaved: (decisionId: number) => void;
}

/** What the group agreed about an action. The proposed rating takes two presses: this, and Record. */
export function Decide(props: DecideProps) {
  const { open, view, onSaved } = props;
  const form = useDecision(props);
  const { words, problems, change } = form;
  const { scheme } = open.plan;
  const whats = whatToDecide(scheme, { me: open.me, ...view });
  return (
    <FormPane
      form={form}
      title="Record a decision"
      about={<OwnAction open={open} view={view} />}
      save="Record"
      promise="Added to the record as the group’s decision."
      onSaved={onSaved}
    >
      <Field label="What the group agreed" required {...invalid(problems.what)}>
        <RadioGroup
          value={words.what ?? ""}
          onChange={(_, { value }) => change(chosen(whats, value, words))}
        >
          {whats.map((what) => (
            <Radio key={what} value={what} label={nameOf(what, props)} />
          ))}
        </RadioGroup>
      </Field>
      <Particulars form={form} open={open} view={view} />
      {words.what !== undefined && (
        <ReasonField
          required={needsReason(view.state, words)}
          value={words.reason}
          onChange={(reason) => change({ reason })}
          problem={problems.reason}
        />
      )}
    </FormPane>
  );
}

function useDecision({ open, view, meetingId }: DecideProps): Form<DecisionWords> {
  const { record } = usePorts();
  const { action, state } = view;
  return useForm<DecisionWords>(open, {
    name: `decide action/${action.id}`,
    schema: decisionWords,
    empty: emptyDecision(state),
    problems: (words) => decisionProblems(state, words),
    save: async (words, key, { sure }) =>
      recordDecision(
        { record },
        { open, action, state, decision: agreedBy(state, words), meetingId, key, sure },
      ),
  });
}

/** A rating that was chosen for one decision is not taken over into another. */
function chosen(
  whats: readonly What[],
  value: string,
  { what: before }: DecisionWords,
): Partial<DecisionWords> {
  const what = whats.find((each) => each === value);
  return what === before ? {} : { what, rating: undefined };
}

function nameOf(what: What, { open, view }: DecideProps): string {
  const { dateAskedFor } = view.state;
  const proposed = proposedRating(open.plan.scheme, view.state)?.name;
  const names = {
    proposed: `Agree ${proposed}, as proposed`,
    rating: proposed === undefined ? "Agree a rating" : "Agree another rating",
    date:
      dateAskedFor === undefined
        ? "Agree another date"
        : `Agree a date (${formatDate(dateAskedFor)} is asked for)`,
    close: "Close the action",
    reopen: "Open it again",
    monitoring: "Ask for a later check",
  } satisfies Record<What, string>;
  return names[what];
}

/** Somebody of the group who speaks for the action as well may not close it. */
function OwnAction({ open, view }: Pick<DecideProps, "open" | "view">) {
  if (mayClose(open.me, view.action)) return null;
  return (
    <div className="small muted">
      You speak for {speaksFor(open.me, view.action).join(", ")}: somebody else of the group closes
      this action.
    </div>
  );
}

/** What a decision of that kind has to say. */
function Particulars(props: {
  readonly form: Form<DecisionWords>;
  readonly open: OpenPlan;
  readonly view: DecideProps["view"];
}) {
  const { form, open, view } = props;
  const { words, problems, change } = form;
  const { scheme } = open.plan;
  const closing = words.what === "close";
  const left = scheme.ratings.filter(({ meaning }) => meaning !== "closed");
  const done = scheme.ratings.filter(({ id }) => isComplete(scheme, id));
  return (
    <>
      {(words.what === "rating" || closing) && (
        <RatingField
          label={closing ? "Rating agreed with it (optional)" : "Rating"}
          required={!closing}
          ratings={closing ? done : left}
          value={words.rating}
          onChange={(rating) => change({ rating })}
          problem={problems.rating}
        />
      )}
      {words.what === "date" && (
        <DayField
          required
          label="New date"
          {...(view.state.due === undefined
            ? {}
            : { hint: `Due ${formatDate(view.state.due)} now.` })}
          value={words.date}
          onChange={(date) => change({ date })}
          problem={problems.date}
        />
      )}
      {(closing || words.what === "monitoring") && <LaterCheck form={form} />}
    </>
  );
}

function LaterCheck({ form }: { form: Form<DecisionWords> }) {
  const { words, problems, change } = form;
  return (
    <>
      <WordsField
        oneLine
        required
        label="Who checks again"
        hint="An agency or a role."
        where="who checks again"
        value={words.checkBy}
        onChange={(checkBy) => change({ checkBy })}
        problem={problems.checkBy}
      />
      <DayField
        required
        label="When"
        hint="Usually 6 to 12 months from now."
        value={words.checkOn}
        onChange={(checkOn) => change({ checkOn })}
        problem={problems.checkOn}
      />
    </>
  );
}
