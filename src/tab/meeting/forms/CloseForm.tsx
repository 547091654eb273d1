import { RefusedError } from "#plan/errors.ts";
import { addMonths, dayOf, isIsoDate, isoDate } from "#plan/iso-date.ts";
import { DayField } from "#tab/form/DayField.tsx";
import { wordsProblem } from "#tab/form/identifiers.ts";
import type { Form } from "#tab/form/use-form.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import { Button } from "@fluentui/react-components";
import * as v from "valibot";
import type { Target } from "../recording.ts";
import type { RecordFormProps } from "../recording.ts";
import { BarForm } from "./BarForm.tsx";
import { useDecision } from "./use-decision.ts";

const schema = v.object({ reason: v.string(), checkBy: v.string(), checkOn: v.string() });

interface CloseFormProps extends RecordFormProps {
  readonly kind: "close" | "monitoring";
  /** Writes down instead that it was not closed, and why. */
  readonly onNote: (words: string) => void;
}

/** Months until somebody looks again: six, as most plans have it. */
const later = 6;

type Words = v.InferOutput<typeof schema>;

/** Done is not closed: who looks again whether it held, and when; without evidence of impact, why it is closed. */
export function CloseForm({ target, kind, onNote, onSaved, onCancel }: CloseFormProps) {
  const closes = kind === "close";
  const form = useClosing(target, kind);
  const { save } = form;
  const refused = closes && save.phase === "failed" && save.error instanceof RefusedError;
  return (
    <BarForm
      form={form}
      title={closes ? "Close the action" : "Ask for a later check"}
      save={closes ? "Close it" : "Ask for it"}
      onSaved={onSaved}
      onCancel={onCancel}
      more={
        refused && (
          <Button onClick={() => onNote("Not closed: no evidence of what it changed.")}>
            Note that it was not closed
          </Button>
        )
      }
    >
      <Fields
        form={form}
        hint={closes ? "Needed where nothing shows what it changed" : "If it needs saying"}
      />
    </BarForm>
  );
}

function useClosing(target: Target, kind: CloseFormProps["kind"]): Form<Words> {
  const { now } = usePorts();
  return useDecision<Words>({
    name: kind,
    target,
    schema,
    empty: { reason: "", checkBy: "", checkOn: addMonths(dayOf(now()), later) },
    problems: ({ checkBy, checkOn }) => {
      const who = wordsProblem(checkBy, "who checks again", "Say who checks again that it held.");
      return {
        ...(who === undefined ? {} : { checkBy: who }),
        ...(isIsoDate(checkOn) ? {} : { checkOn: "Choose the day." }),
      };
    },
    decision: ({ reason, checkBy, checkOn }) => ({
      kind: kind === "close" ? "close" : "ask-monitoring",
      reason,
      checkBy,
      checkOn: isoDate(checkOn),
    }),
  });
}

function Fields({ form, hint }: { form: Form<Words>; hint: string }) {
  const { words, problems, change } = form;
  return (
    <>
      <WordsField
        label="Who checks again"
        where="who checks again"
        required
        oneLine
        value={words.checkBy}
        problem={problems.checkBy}
        onChange={(checkBy) => change({ checkBy })}
      />
      <DayField
        label="When"
        required
        value={words.checkOn}
        problem={problems.checkOn}
        onChange={(checkOn) => change({ checkOn })}
      />
      <WordsField
        label="Why"
        where="the reason"
        rows={2}
        hint={hint}
        value={words.reason}
        onChange={(reason) => change({ reason })}
      />
    </>
  );
}
