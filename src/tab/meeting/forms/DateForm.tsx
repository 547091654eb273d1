import { formatDate, isIsoDate, isoDate } from "#plan/iso-date.ts";
import { DayField } from "#tab/form/DayField.tsx";
import { WordsField } from "#tab/form/WordsField.tsx";
import * as v from "valibot";
import type { RecordFormProps } from "../recording.ts";
import { BarForm } from "./BarForm.tsx";
import { useDecision } from "./use-decision.ts";

const schema = v.object({ date: v.string(), reason: v.string() });

/** A new due date: the one that the agency asked for, or another with a reason. */
export function DateForm({ target, onSaved, onCancel }: RecordFormProps) {
  const asked = target.action?.state.dateAskedFor;
  const form = useDecision({
    name: "date",
    target,
    schema,
    empty: { date: asked ?? "", reason: "" },
    problems: ({ date }) => (isIsoDate(date) ? {} : { date: "Choose the day." }),
    decision: ({ date, reason }) => ({ kind: "agree-date", date: isoDate(date), reason }),
  });
  const { words, problems, change } = form;
  return (
    <BarForm
      form={form}
      title="Agree a date"
      save="Agree the date"
      onSaved={onSaved}
      onCancel={onCancel}
    >
      <DayField
        label="New due date"
        required
        value={words.date}
        problem={problems.date}
        hint={asked === undefined ? "Nobody asked for one" : `Asked for: ${formatDate(asked)}`}
        onChange={(date) => change({ date })}
      />
      <WordsField
        label="Why"
        where="the reason"
        rows={2}
        required={words.date !== asked}
        value={words.reason}
        onChange={(reason) => change({ reason })}
      />
    </BarForm>
  );
}
