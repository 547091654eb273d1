import type { Action } from "#plan/plan.ts";
import type { Challenge } from "#plan/record.ts";
import { EvidenceField } from "#tab/evidence/EvidenceField.tsx";
import { evidenceItem } from "#tab/evidence/evidence-items.ts";
import { useEvidenceForm } from "#tab/evidence/use-evidence-form.ts";
import { agencyName } from "#tab/form/agency-name.ts";
import { FormPane } from "#tab/form/FormPane.tsx";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { RatingField } from "#tab/form/RatingField.tsx";
import { WordsField } from "#tab/form/WordsField.tsx";
import { usePorts } from "#tab/frame/ports.ts";
import { answerChallenge } from "#usecases/answer-challenge.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import * as z from "zod/mini";

const answer = z.object({
  agency: z.string(),
  note: z.string(),
  rating: z.optional(z.string()),
  evidence: z.array(evidenceItem),
});

type Answer = z.infer<typeof answer>;

interface AnswerChallengeProps {
  readonly open: OpenPlan;
  readonly challenge: Challenge;
  /** The action asked about; of a whole recommendation, one of the agency's own under it, or none. */
  readonly action?: Action | undefined;
  readonly onSaved: (updateId: number) => void;
}

/** The answer of the agency that was asked, with evidence, and with another rating where the question led to one. */
export function AnswerChallenge({ open, challenge, action, onSaved }: AnswerChallengeProps) {
  const { form, uploads } = useAnswer(open, challenge, action);
  const { words, problems, change } = form;
  const [rates, setRates] = useState(false);
  const mayRate = action?.agencies.includes(challenge.agency) === true;
  return (
    <FormPane
      form={form}
      title="Answer the question"
      about={
        <>
          <div className="small muted">As {agencyName(open.agencies, challenge.agency)}</div>
          <blockquote className="pane-quote">{challenge.question}</blockquote>
        </>
      }
      save="Save"
      promise="Added to the record; the group sees it at once."
      onSaved={onSaved}
    >
      <WordsField
        required
        label="Answer"
        where="what you say"
        value={words.note}
        onChange={(note) => change({ note })}
        problem={problems.note}
      />
      <EvidenceField
        items={words.evidence}
        onChange={(next) => change((now) => ({ evidence: next(now.evidence) }))}
        uploads={uploads}
        agency={open.agencies.find(({ shortName }) => shortName === challenge.agency)}
        checked={problems.evidence !== undefined}
      />
      {mayRate && !rates && words.rating === undefined && (
        <Button className="pane-more" onClick={() => setRates(true)}>
          Change the rating with it
        </Button>
      )}
      {mayRate && (rates || words.rating !== undefined) && (
        <RatingField
          label="Rating (optional)"
          ratings={open.plan.scheme.ratings}
          value={words.rating}
          onChange={(rating) => change({ rating })}
        />
      )}
    </FormPane>
  );
}

function useAnswer(open: OpenPlan, challenge: Challenge, action: Action | undefined) {
  const { record } = usePorts();
  const about = action ? ` action/${action.id}` : "";
  return useEvidenceForm<Answer>(open, action?.id, {
    name: `answer challenge/${challenge.id}${about}`,
    schema: answer,
    empty: { agency: challenge.agency, note: "", evidence: [] },
    problems: ({ note }) => {
      const wrong = wordsProblem(note, "what you say", "Write the answer.");
      return wrong === undefined ? {} : { note: wrong };
    },
    save: async ({ agency, note, rating }, key, said) =>
      answerChallenge({ record }, { open, challenge, action, agency, note, rating, key, ...said }),
  });
}
