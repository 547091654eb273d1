import type { Finding } from "#plan/checks.ts";
import { addDays, dayOf, isIsoDate } from "#plan/iso-date.ts";
import type { ChallengeSource } from "#plan/record.ts";
import { AgencyField } from "#tab/form/AgencyField.tsx";
import { DayField } from "#tab/form/DayField.tsx";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { type Form, type Problems, useForm } from "#tab/form/use-form.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import { ViewSkeleton } from "#tab/layout/ViewSkeleton.tsx";
import { putChallenge } from "#usecases/put-challenge.ts";
import * as v from "valibot";
import { actionOf, agenciesOfTarget, draftName, onlyOne, type Target } from "../recording.ts";
import type { RecordFormProps } from "../recording.ts";
import { foundAt } from "../found-at.ts";
import { useRoom } from "../room.ts";
import { BarForm } from "./BarForm.tsx";

const schema = v.object({ agency: v.string(), question: v.string(), due: v.string() });

/** Days for an answer, where the meeting says nothing else. */
const usual = 14;

type Words = v.InferOutput<typeof schema>;

/** The question as it is asked; saved, it is a challenge to the agency. It starts with what the checks ask. */
export function AskForm(props: RecordFormProps) {
  const { findings } = useRoom();
  if (!findings) return <ViewSkeleton name="the question" />;
  return <Question {...props} findings={findings} />;
}

interface QuestionProps extends RecordFormProps {
  readonly findings: readonly Finding[];
}

function Question({ target, findings, onSaved, onCancel }: QuestionProps) {
  const { view } = useRoom();
  const choices = agenciesOfTarget(view, target);
  const [found] = foundAt(findings, target.recommendation.id, actionOf(target)?.id);
  const form = useQuestion(target, choices, found);
  const { words, problems, change } = form;
  return (
    <BarForm form={form} title="Ask a question" save="Ask" onSaved={onSaved} onCancel={onCancel}>
      <AgencyField
        label="To"
        agencies={view.open.agencies}
        choices={choices}
        value={words.agency}
        only="To"
        problem={problems.agency}
        onChange={(agency) => change({ agency })}
      />
      <WordsField
        label="Question"
        where="the question"
        required
        rows={2}
        value={words.question}
        problem={problems.question}
        onChange={(question) => change({ question })}
      />
      <DayField
        label="Answer by"
        value={words.due}
        problem={problems.due}
        onChange={(due) => change({ due })}
      />
    </BarForm>
  );
}

function useQuestion(
  target: Target,
  choices: readonly string[],
  found: Finding | undefined,
): Form<Words> {
  const { view, meeting, onSaved } = useRoom();
  const { record, now } = usePorts();
  return useForm<Words>(view.open, {
    name: draftName("question", meeting.id, target),
    schema,
    empty: {
      agency: choices.find((each) => each === found?.agency) ?? onlyOne(choices),
      question: found?.asks ?? "",
      due: addDays(dayOf(now()), usual),
    },
    problems: problemsOf,
    async save({ agency, question, due }, key, { sure }) {
      const saved = await putChallenge(
        { record },
        {
          open: view.open,
          recommendation: target.recommendation,
          action: actionOf(target),
          agency,
          question,
          source: sourceOf(found, question),
          ...(isIsoDate(due) ? { due } : {}),
          meetingId: meeting.id,
          key,
          sure,
        },
      );
      await onSaved({ type: "challenge", id: saved.id });
      return saved;
    },
  });
}

function problemsOf({ agency, question, due }: Words): Problems<Words> {
  const words = wordsProblem(question, "the question", "Write the question.");
  return {
    ...(agency === "" ? { agency: "Choose who is asked." } : {}),
    ...(words === undefined ? {} : { question: words }),
    ...(due === "" || isIsoDate(due) ? {} : { due: "Choose a day that exists." }),
  };
}

/** A check's question is the check's as long as nobody asks it in other words. */
function sourceOf(found: Finding | undefined, question: string): ChallengeSource {
  return found !== undefined && question === found.asks ? `check:${found.check}` : "person";
}
