import { speaksFor } from "#plan/permissions.ts";
import type { Action } from "#plan/plan.ts";
import { evidenceItem } from "#tab/evidence/evidence-items.ts";
import { StatementFields } from "#tab/evidence/StatementFields.tsx";
import { useEvidenceForm } from "#tab/evidence/use-evidence-form.ts";
import { FormPane } from "#tab/form/FormPane.tsx";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { RatingField } from "#tab/form/RatingField.tsx";
import type { Problems } from "#tab/form/use-form.ts";
import { chosenSpeaker, SpeakerField } from "#tab/form/SpeakerField.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import * as v from "valibot";

const proposal = v.object({
  /** Short name of the agency that speaks. */
  agency: v.optional(v.string()),
  rating: v.optional(v.string()),
  note: v.string(),
  evidence: v.array(evidenceItem),
});

type Proposal = v.InferOutput<typeof proposal>;

interface ProposeRatingProps {
  readonly open: OpenPlan;
  readonly action: Action;
  readonly onSaved: (updateId: number) => void;
}

/** The agency's own statement: rating, what happened, evidence. No rating is chosen beforehand. */
export function ProposeRating({ open, action, onSaved }: ProposeRatingProps) {
  const speakers = speaksFor(open.me, action);
  const { form, uploads } = useProposal(open, action, speakers);
  const { words, problems, change } = form;
  return (
    <FormPane
      form={form}
      title="Propose a rating"
      about={
        <SpeakerField {...{ open, speakers, form }} onChange={(agency) => change({ agency })} />
      }
      save="Save"
      promise="Added to the record; nothing is overwritten."
      doing={uploads.doing}
      speaker={chosenSpeaker(open, speakers, words.agency)}
      onSaved={onSaved}
    >
      <RatingField
        required
        label="Rating"
        ratings={open.plan.scheme.ratings}
        value={words.rating}
        onChange={(rating) => change({ rating })}
        problem={problems.rating}
      />
      <StatementFields
        {...{ form, uploads }}
        label="What happened"
        agencies={open.agencies}
        agency={words.agency}
      />
    </FormPane>
  );
}

function useProposal(open: OpenPlan, action: Action, speakers: readonly string[]) {
  const { record } = usePorts();
  const [first, second] = speakers;
  const about = { ...open, action };
  return useEvidenceForm<Proposal>(open, action.id, {
    name: `rate action/${action.id}`,
    schema: proposal,
    empty: { agency: second === undefined ? first : undefined, note: "", evidence: [] },
    problems: proposalProblems,
    save: async ({ agency, rating, note }, key, said) =>
      proposeRating(
        { record },
        { open: about, agency: agency ?? "", rating: rating ?? "", note, key, ...said },
      ),
  });
}

function proposalProblems({ agency, rating, note }: Proposal): Problems<Proposal> {
  const wrong = wordsProblem(note, "what you say", "Say in a sentence what has happened.");
  return {
    ...(agency === undefined ? { agency: "Choose which agency you speak for." } : {}),
    ...(rating === undefined ? { rating: "Choose a rating." } : {}),
    ...(wrong === undefined ? {} : { note: wrong }),
  };
}
