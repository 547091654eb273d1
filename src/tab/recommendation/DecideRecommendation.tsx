import type { RecommendationState } from "#plan/fold-recommendation.ts";
import type { Recommendation } from "#plan/plan.ts";
import { ratingOf } from "#plan/rating-scheme.ts";
import { FormPane } from "#tab/form/FormPane.tsx";
import { identifierProblem } from "#tab/form/identifiers.ts";
import { RatingField } from "#tab/form/RatingField.tsx";
import { ReasonField } from "#tab/form/ReasonField.tsx";
import { type Form, type Problems, useForm } from "#tab/form/use-form.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { agreeRecommendation } from "#usecases/agree-recommendation.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import * as v from "valibot";

const decision = v.object({ rating: v.optional(v.string()), reason: v.string() });
type Words = v.InferOutput<typeof decision>;

interface DecideRecommendationProps {
  readonly open: OpenPlan;
  readonly recommendation: Recommendation;
  readonly state: RecommendationState;
  readonly onSaved: (decisionId: number) => void;
}

/** The rating that the group agrees for the whole of a recommendation; its actions keep their own. */
export function DecideRecommendation(props: DecideRecommendationProps) {
  const { open, state, onSaved } = props;
  const { proposed } = state;
  const form = useDecision(props);
  const { words, problems, change } = form;
  const needsReason = words.rating !== undefined && words.rating !== proposed;
  return (
    <FormPane
      form={form}
      title="Record a decision"
      about={
        <div className="small muted">
          Its actions come to {ratingOf(open.plan.scheme, proposed).name}, the least good of what is
          proposed for them. They keep their own ratings.
        </div>
      }
      save="Record"
      promise="Added to the record as the group’s decision."
      onSaved={onSaved}
    >
      <RatingField
        required
        label="Rating of the whole recommendation"
        ratings={open.plan.scheme.ratings}
        value={words.rating}
        onChange={(rating) => change({ rating })}
        problem={problems.rating}
      />
      <ReasonField
        required={needsReason}
        value={words.reason}
        onChange={(reason) => change({ reason })}
        problem={problems.reason}
      />
    </FormPane>
  );
}

function useDecision({ open, recommendation, state }: DecideRecommendationProps): Form<Words> {
  const { record } = usePorts();
  const { proposed } = state;
  return useForm<Words>(open, {
    name: `decide recommendation/${recommendation.id}`,
    schema: decision,
    empty: { reason: "" },
    problems: (words) => problemsOf(words, proposed),
    save: async ({ rating = "", reason }, key, { sure }) =>
      agreeRecommendation(
        { record },
        { open, recommendation, proposed, rating, reason, key, sure },
      ),
  });
}

function problemsOf({ rating, reason }: Words, proposed: string): Problems<Words> {
  const missing =
    rating !== undefined && rating !== proposed && reason.trim() === ""
      ? "Say why the group agrees another rating than its actions come to."
      : undefined;
  const wrong = missing ?? identifierProblem(reason, "the reason");
  return {
    ...(rating === undefined ? { rating: "Choose a rating." } : {}),
    ...(wrong === undefined ? {} : { reason: wrong }),
  };
}
