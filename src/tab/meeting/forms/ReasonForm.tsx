import { AboutQuestion } from "#tab/challenge/AboutQuestion.tsx";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { useForm } from "#tab/form/use-form.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import { recordDecision } from "#usecases/record-decision.ts";
import { resolveChallenge } from "#usecases/resolve-challenge.ts";
import { RefusedError } from "#plan/errors.ts";
import * as v from "valibot";
import { draftName, type RecordForm, type Target } from "../recording.ts";
import type { RecordFormProps } from "../recording.ts";
import { useRoom } from "../room.ts";
import { BarForm } from "./BarForm.tsx";

const schema = v.object({ reason: v.string() });

type OnlyReason = Extract<RecordForm, { name: "reopen" | "resolve" }>;

interface ReasonFormProps extends RecordFormProps {
  readonly form: OnlyReason;
}

/** What takes nothing but a reason: opening an action again, taking a question as answered. */
export function ReasonForm(props: ReasonFormProps) {
  const { open } = useRoom().view;
  const { form } = props;
  if (form.name === "reopen") return <WithReason {...props} />;
  const { challenge } = form;
  return (
    <AboutQuestion {...{ open, challenge }}>
      <WithReason {...props} />
    </AboutQuestion>
  );
}

function WithReason({ target, form: what, onSaved, onCancel }: ReasonFormProps) {
  const { view, meeting } = useRoom();
  const save = useSaving(target, what);
  const resolves = what.name === "resolve";
  const missing = resolves ? "Say why nothing more is asked." : "Say why it is opened again.";
  const form = useForm<v.InferOutput<typeof schema>>(view.open, {
    name: draftName(resolves ? `resolve ${what.challenge.id}` : "reopen", meeting.id, target),
    schema,
    empty: { reason: "" },
    problems: ({ reason }) => {
      const problem = wordsProblem(reason, "the reason", missing);
      return problem === undefined ? {} : { reason: problem };
    },
    save: ({ reason }, key, { sure }) => save(reason, { key, sure }),
  });
  return (
    <BarForm
      form={form}
      title={
        resolves
          ? `Take the question to ${what.challenge.agency} as answered`
          : "Open the action again"
      }
      save={resolves ? "Take as answered" : "Open it again"}
      onSaved={onSaved}
      onCancel={onCancel}
    >
      <WordsField
        label="Why"
        where="the reason"
        required
        rows={2}
        value={form.words.reason}
        problem={form.problems.reason}
        onChange={(reason) => form.change({ reason })}
      />
    </BarForm>
  );
}

function useSaving(target: Target, what: OnlyReason) {
  const { view, meeting, onSaved } = useRoom();
  const { record } = usePorts();
  const { open } = view;
  return async (reason: string, asked: { readonly key: string; readonly sure: boolean }) => {
    const at = { open, meetingId: meeting.id, ...asked };
    const saved =
      what.name === "resolve"
        ? await resolveChallenge({ record }, { ...at, challenge: what.challenge, reason })
        : await recordDecision(
            { record },
            { ...at, ...claimOf(target), decision: { kind: "reopen", reason } },
          );
    await onSaved({ type: "decision", id: saved.id });
    return saved;
  };
}

function claimOf({ action }: Target) {
  if (!action) throw new RefusedError("Press the claim first whose action it is about.");
  return { action: action.action, state: action.state };
}
