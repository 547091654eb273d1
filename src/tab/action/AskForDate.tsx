import { formatDate, type IsoDate, isIsoDate } from "#plan/iso-date.ts";
import { speaksFor } from "#plan/permissions.ts";
import { RefusedError } from "#plan/errors.ts";
import { DayField } from "#tab/form/DayField.tsx";
import { FormPane } from "#tab/form/FormPane.tsx";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { type Form, type Problems, useForm } from "#tab/form/use-form.ts";
import { chosenSpeaker, SpeakerField } from "#tab/form/SpeakerField.tsx";
import { WordsField } from "#tab/form/WordsField.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { askForDate } from "#usecases/ask-for-date.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import * as v from "valibot";

const asked = v.object({
  agency: v.optional(v.string()),
  date: v.string(),
  note: v.string(),
});

type Asked = v.InferOutput<typeof asked>;

interface AskForDateProps {
  readonly open: OpenPlan;
  readonly view: ActionView;
  readonly onSaved: (updateId: number) => void;
}

/** The agency asks the group for a later date; the one that was agreed counts until the group agrees. */
export function AskForDate({ open, view, onSaved }: AskForDateProps) {
  const { due } = view.state;
  const speakers = speaksFor(open.me, view.action);
  const form = useAsked(open, view, speakers);
  const { words, problems, change } = form;
  return (
    <FormPane
      form={form}
      title="Ask for a later date"
      about={
        <SpeakerField {...{ open, speakers, form }} onChange={(agency) => change({ agency })} />
      }
      save="Save"
      promise={`The group decides; until then ${due === undefined ? "nothing changes" : `${formatDate(due)} counts`}.`}
      speaker={chosenSpeaker(open, speakers, words.agency)}
      onSaved={onSaved}
    >
      <DayField
        required
        label="The date you ask for"
        {...(due === undefined ? {} : { hint: `Due ${formatDate(due)} now.` })}
        value={words.date}
        onChange={(date) => change({ date })}
        problem={problems.date}
      />
      <WordsField
        required
        label="Why it is needed"
        where="what you say"
        value={words.note}
        onChange={(note) => change({ note })}
        problem={problems.note}
      />
    </FormPane>
  );
}

function useAsked(
  open: OpenPlan,
  { action, state: { due } }: ActionView,
  speakers: readonly string[],
): Form<Asked> {
  const { record } = usePorts();
  const [first, second] = speakers;
  return useForm<Asked>(open, {
    name: `date action/${action.id}`,
    schema: asked,
    empty: { agency: second === undefined ? first : undefined, date: "", note: "" },
    problems: (words) => dateProblems(words, due),
    save: async ({ agency, date, note }, key, { sure }) => {
      if (!isIsoDate(date)) throw new RefusedError("Choose a day.");
      const about = { ...open, action };
      return askForDate({ record }, { open: about, agency: agency ?? "", date, note, key, sure });
    },
  });
}

function dateProblems({ agency, date, note }: Asked, due: IsoDate | undefined): Problems<Asked> {
  const wrong = wordsProblem(note, "what you say", "Say in a sentence why it is needed.");
  return {
    ...(agency === undefined ? { agency: "Choose which agency you speak for." } : {}),
    ...laterProblem(date, due),
    ...(wrong === undefined ? {} : { note: wrong }),
  };
}

function laterProblem(date: string, due: IsoDate | undefined): Problems<Asked> {
  if (!isIsoDate(date)) return { date: "Choose a day." };
  if (due === undefined || date > due) return {};
  return { date: `Choose a day after ${formatDate(due)}, when it is due now.` };
}
