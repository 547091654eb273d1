import type { Finding } from "#plan/checks.ts";
import { agenciesAsked } from "#plan/agency-named.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { isIsoDate } from "#plan/iso-date.ts";
import type { Action, Recommendation } from "#plan/plan.ts";
import type { Challenge, ChallengeSource } from "#plan/record.ts";
import { AgencyField } from "#tab/form/AgencyField.tsx";
import { DayField } from "#tab/form/DayField.tsx";
import { FormPane } from "#tab/form/FormPane.tsx";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { type Problems, useForm } from "#tab/form/use-form.ts";
import { useAgencyOf } from "#tab/form/use-agency-of.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { putChallenge } from "#usecases/put-challenge.ts";
import * as v from "valibot";
import { AboutQuestion } from "./AboutQuestion.tsx";

const question = v.object({
  agency: v.optional(v.string()),
  question: v.string(),
  due: v.string(),
});

type Question = v.InferOutput<typeof question>;

/** What a question starts from: a check's draft, or the question that it goes on from. */
export interface QuestionDraft {
  readonly question: string;
  readonly source: ChallengeSource;
  readonly agency?: string | undefined;
  readonly followsUp?: Challenge | undefined;
}

/** What a check asks, in its own words. */
export function draftOf({ check, asks, agency }: Finding): QuestionDraft {
  return { question: asks, source: `check:${check}`, ...(agency === "" ? {} : { agency }) };
}

interface PutChallengeProps {
  readonly open: OpenPlan;
  readonly recommendation: Recommendation;
  /** Left out where the question is about the whole recommendation. */
  readonly action?: Action | undefined;
  readonly draft?: QuestionDraft | undefined;
  readonly meetingId?: number | undefined;
  readonly onSaved: (challengeId: number) => void;
}

/** A question to an agency, with the day by which it is asked to answer. A check's draft may be put in other words. */
export function PutChallenge(props: PutChallengeProps) {
  const { open, draft } = props;
  const form = <Putting {...props} />;
  const challenge = draft?.followsUp;
  return challenge ? <AboutQuestion {...{ open, challenge }}>{form}</AboutQuestion> : form;
}

function Putting(props: PutChallengeProps) {
  const { open, recommendation, action, draft, onSaved } = props;
  const followed = draft?.followsUp;
  const all = action ? action.agencies : agenciesAsked(open.agencies, recommendation, open.actions);
  const choices = followed ? [followed.agency] : all;
  const form = useQuestion(props, choices);
  const { words, problems, change } = form;
  useAgencyOf(choices, words.agency, (agency) => change({ agency }));
  return (
    <FormPane
      form={form}
      title={draft?.followsUp ? "Ask further" : "Put a question"}
      about={
        draft?.followsUp && (
          <blockquote className="pane-quote small">{draft.followsUp.question}</blockquote>
        )
      }
      save="Put the question"
      promise="The agency is told, and its answer stands here."
      onSaved={onSaved}
    >
      <AgencyField
        label="To which agency?"
        only="To"
        agencies={open.agencies}
        choices={choices}
        value={words.agency}
        onChange={(agency) => change({ agency })}
        problem={problems.agency}
      />
      <WordsField
        required
        label="Question"
        where="the question"
        value={words.question}
        onChange={(text) => change({ question: text })}
        problem={problems.question}
      />
      <DayField
        label="Answer by (optional)"
        value={words.due}
        onChange={(due) => change({ due })}
        problem={problems.due}
      />
    </FormPane>
  );
}

function useQuestion(props: PutChallengeProps, choices: readonly string[]) {
  const { record } = usePorts();
  const { open, recommendation, action, draft, meetingId } = props;
  const [first, second] = choices;
  const about = action ? `action/${action.id}` : `recommendation/${recommendation.id}`;
  const agency = draft?.agency ?? draft?.followsUp?.agency;
  return useForm<Question>(open, {
    name: `ask ${about}${draftName(draft)}`,
    schema: question,
    empty: {
      agency: agency ?? (second === undefined ? first : undefined),
      question: draft?.question ?? "",
      due: "",
    },
    problems: questionProblems,
    save: async (words, key, { sure }) =>
      putChallenge(
        { record },
        {
          open,
          recommendation,
          action,
          agency: words.agency ?? "",
          question: words.question,
          source: draft?.source ?? "person",
          due: dayOrNone(words.due),
          followsUp: draft?.followsUp,
          meetingId,
          key,
          sure,
        },
      ),
  });
}

/** Each draft that a question starts from keeps its own words. */
function draftName(draft: QuestionDraft | undefined): string {
  if (draft?.followsUp) return ` after ${draft.followsUp.id}`;
  return draft && draft.source !== "person" ? ` ${draft.source}` : "";
}

function dayOrNone(day: string): IsoDate | undefined {
  return isIsoDate(day) ? day : undefined;
}

function questionProblems(words: Question): Problems<Question> {
  const wrong = wordsProblem(words.question, "the question", "Write the question.");
  return {
    ...(words.agency === undefined ? { agency: "Choose the agency that is asked." } : {}),
    ...(wrong === undefined ? {} : { question: wrong }),
    ...(words.due === "" || isIsoDate(words.due) ? {} : { due: "Choose a day that exists." }),
  };
}
