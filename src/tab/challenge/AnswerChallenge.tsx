import type { Action } from "#plan/plan.ts";
import type { Challenge } from "#plan/record.ts";
import { evidenceItem } from "#tab/evidence/evidence-items.ts";
import { StatementFields } from "#tab/evidence/StatementFields.tsx";
import { useEvidenceForm } from "#tab/evidence/use-evidence-form.ts";
import { agencyName } from "#tab/form/agency-name.ts";
import { FormPane } from "#tab/form/FormPane.tsx";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { RatingField } from "#tab/form/RatingField.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import { answerChallenge } from "#usecases/answer-challenge.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { Button } from "@fluentui/react-components";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import * as v from "valibot";
import { AboutQuestion } from "./AboutQuestion.tsx";

const answer = v.object({
  agency: v.string(),
  note: v.string(),
  rating: v.optional(v.string()),
  evidence: v.array(evidenceItem),
});

type Answer = v.InferOutput<typeof answer>;

interface AnswerChallengeProps {
  readonly open: OpenPlan;
  readonly challenge: Challenge;
  /** The action asked about; of a whole recommendation, one of the agency's own under it, or none. */
  readonly action?: Action | undefined;
  readonly onSaved: (updateId: number) => void;
}

/** The answer of the agency that was asked, with evidence, and with another rating where the question led to one. */
export function AnswerChallenge(props: AnswerChallengeProps) {
  const { open, challenge } = props;
  return (
    <AboutQuestion {...{ open, challenge }}>
      <Answering {...props} />
    </AboutQuestion>
  );
}

function Answering({ open, challenge, action, onSaved }: AnswerChallengeProps) {
  const { form, uploads } = useAnswer(open, challenge, action);
  const { words, change } = form;
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
      doing={uploads.doing}
      onSaved={onSaved}
    >
      <StatementFields
        {...{ form, uploads }}
        label="Answer"
        agencies={open.agencies}
        agency={challenge.agency}
      />
      {mayRate && (
        <RatingWithIt
          ratings={open.plan.scheme.ratings}
          value={words.rating}
          onChange={(rating) => change({ rating })}
        />
      )}
    </FormPane>
  );
}

type RatingWithItProps = Pick<ComponentProps<typeof RatingField>, "ratings" | "value" | "onChange">;

/** The ratings are there when they are asked for, and then have the focus: the button for them is gone. */
function RatingWithIt(props: RatingWithItProps) {
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked) place.current?.querySelector("input")?.focus();
  }, [asked]);
  if (!asked && props.value === undefined)
    return (
      <Button className="pane-more" onClick={() => setAsked(true)}>
        Change the rating with it
      </Button>
    );
  return (
    <div ref={place}>
      <RatingField label="Rating (optional)" {...props} />
    </div>
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
