import type { RatingScheme } from "#plan/rating-scheme.ts";
import { RatingChip } from "#tab/rating/RatingSymbol.tsx";
import { Field } from "@fluentui/react-field";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { invalid } from "./invalid.ts";
import type { ProposalForm } from "./use-proposal.ts";

interface RatingChoiceProps {
  readonly scheme: RatingScheme;
  readonly form: ProposalForm;
}

/** The scheme's ratings as cards, each with the scheme's own words for it. */
export function RatingChoice({ scheme, form }: RatingChoiceProps) {
  const { draft, problems, change } = form;
  return (
    <Field label="Rating" required {...invalid(problems.rating)}>
      <RadioGroup
        className="choice"
        value={draft.rating ?? ""}
        onChange={(_, { value }) => change({ rating: value })}
      >
        {scheme.ratings.map((rating) => (
          <Radio
            key={rating.id}
            value={rating.id}
            className={`choice-card ${draft.rating === rating.id ? "choice-card-chosen" : ""}`}
            label={
              <>
                <span className="choice-name strong">
                  <RatingChip rating={rating} />
                  {rating.name}
                </span>
                <span className="choice-words small">{rating.definition}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
