import { AgencyField } from "#tab/form/AgencyField.tsx";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { type Form, type Problems, useForm } from "#tab/form/use-form.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { noteInMeeting } from "#usecases/meeting/note-in-meeting.ts";
import { Field } from "@fluentui/react-field";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import * as v from "valibot";
import { actionOf, agenciesOfTarget, draftName, onlyOne, type Target } from "../recording.ts";
import type { RecordFormProps } from "../recording.ts";
import { useRoom } from "../room.ts";
import { BarForm } from "./BarForm.tsx";

const kinds = ["answered", "disagreed", "noted"] as const;
const schema = v.object({ kind: v.picklist(kinds), agency: v.string(), words: v.string() });

const labels = {
  answered: "Answer",
  disagreed: "Disagreement",
  noted: "Note",
} satisfies Record<(typeof kinds)[number], string>;

type Words = v.InferOutput<typeof schema>;

interface NoteFormProps extends RecordFormProps {
  /** What to begin with. */
  readonly words: string;
}

/** An answer given in the room, a disagreement, or anything else to be remembered. */
export function NoteForm({ target, words: begun, onSaved, onCancel }: NoteFormProps) {
  const { view } = useRoom();
  const form = useNote(target, begun);
  const { words, problems, change } = form;
  return (
    <BarForm form={form} title="What was said" save="Save" onSaved={onSaved} onCancel={onCancel}>
      <Field label="Kind">
        <RadioGroup
          layout="horizontal"
          value={words.kind}
          onChange={(_, { value }) => change({ kind: v.parse(v.picklist(kinds), value) })}
        >
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={labels[kind]} />
          ))}
        </RadioGroup>
      </Field>
      {words.kind !== "noted" && (
        <AgencyField
          label="Who said it"
          agencies={view.open.agencies}
          choices={agenciesOfTarget(view, target)}
          value={words.agency}
          only="Said by"
          problem={problems.agency}
          onChange={(agency) => change({ agency })}
        />
      )}
      <WordsField
        label="In words"
        where="what was said"
        required
        rows={2}
        value={words.words}
        problem={problems.words}
        onChange={(typed) => change({ words: typed })}
      />
    </BarForm>
  );
}

function useNote(target: Target, begun: string): Form<Words> {
  const { view, meeting, store, check } = useRoom();
  return useForm<Words>(view.open, {
    name: draftName(begun === "" ? "note" : "note of a refusal", meeting.id, target),
    schema,
    empty: {
      kind: begun === "" ? "answered" : "noted",
      agency: onlyOne(agenciesOfTarget(view, target)),
      words: begun,
    },
    problems: problemsOf,
    async save({ kind, agency, words }, key, { sure }) {
      const note = {
        key,
        kind,
        words,
        recommendationId: target.recommendation.id,
        actionId: actionOf(target)?.id,
        agency: kind === "noted" ? undefined : agency,
      };
      const said = { me: view.open.me, meeting, note, sure };
      const saved = await noteInMeeting({ meetings: store }, said);
      await check();
      return saved;
    },
  });
}

function problemsOf({ kind, agency, words }: Words): Problems<Words> {
  const wrong = wordsProblem(words, "what was said", "Write what was said.");
  return {
    ...(kind !== "noted" && agency === "" ? { agency: "Choose who said it." } : {}),
    ...(wrong === undefined ? {} : { words: wrong }),
  };
}
