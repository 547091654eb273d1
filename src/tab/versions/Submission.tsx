import { submissionInWords } from "#plan/clock-words.ts";
import { submissionClock } from "#plan/clock.ts";
import { formatDate, type IsoDate, isIsoDate } from "#plan/iso-date.ts";
import { mayOwn } from "#plan/permissions.ts";
import { DayField } from "#tab/form/DayField.tsx";
import { FormPane } from "#tab/form/FormPane.tsx";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { useForm } from "#tab/form/use-form.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { submitPlan } from "#usecases/submit-plan.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import * as v from "valibot";

interface SubmissionProps extends Pick<ViewProps, "view" | "onSaved"> {
  readonly today: IsoDate;
}

/** Until when the plan goes to its regulator; once it was sent, when and to whom. */
export function Submission(props: SubmissionProps) {
  const { plan, me } = props.view.open;
  const { today } = props;
  const clock = submissionClock(plan, today);
  return (
    <section className="card" aria-labelledby="submission-title">
      <h2 id="submission-title">Submission</h2>
      {plan.submitted !== undefined ? (
        <p>
          Sent on {formatDate(plan.submitted)}
          {plan.submittedTo !== undefined && ` to ${plan.submittedTo}`}.
        </p>
      ) : (
        <>
          <p className={clock && clock.days < 0 ? "late" : undefined}>
            {clock ? `${submissionInWords(clock, today)}.` : "The plan names no day for it."}
          </p>
          {clock?.counted && (
            <p className="small muted">
              Counted as 20 working days from the report’s publication: the plan does not say when
              it is due.
            </p>
          )}
          {mayOwn(me) && <MarkAsSent {...props} />}
        </>
      )}
    </section>
  );
}

const sentWords = v.object({ on: v.string(), to: v.string() });

type SentWords = v.InferOutput<typeof sentWords>;

function MarkAsSent(props: SubmissionProps) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button className="papers-open" onClick={() => setOpen(true)}>
        Mark as sent
      </Button>
    );
  return <SentForm {...props} onClose={() => setOpen(false)} />;
}

function SentForm(props: SubmissionProps & { readonly onClose: () => void }) {
  const { onSaved, onClose } = props;
  const form = useSentForm(props);
  return (
    <div className="papers-form">
      <FormPane
        form={form}
        title="Mark as sent"
        save="Mark as sent"
        promise="The clock stops for everybody."
        onSaved={() => void onSaved()}
      >
        <DayField
          required
          label="Sent on"
          value={form.words.on}
          onChange={(on) => form.change({ on })}
          problem={form.problems.on}
        />
        <WordsField
          required
          label="Sent to"
          where="whom it went to"
          rows={2}
          value={form.words.to}
          onChange={(to) => form.change({ to })}
          problem={form.problems.to}
        />
      </FormPane>
      <Button onClick={onClose}>Cancel</Button>
    </div>
  );
}

function useSentForm({ view: { open }, today }: SubmissionProps) {
  const { history } = usePorts();
  return useForm<SentWords>(open, {
    name: "sent",
    schema: sentWords,
    empty: { on: today, to: open.plan.regulator },
    problems: ({ on, to }) => {
      const whom = wordsProblem(to, "whom it went to", "Say whom the plan was sent to.");
      return {
        ...(isIsoDate(on) && on <= today ? {} : { on: "Choose today, or a day before it." }),
        ...(whom === undefined ? {} : { to: whom }),
      };
    },
    save: async ({ on, to }, _key, { sure }) => {
      const day = isIsoDate(on) ? on : today;
      await submitPlan(await history(), { open, on: day, to, today, sure });
      return { id: 0 };
    },
  });
}
