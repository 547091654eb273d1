import type { RatingId, RatingScheme } from "#plan/rating-scheme.ts";
import { RatingChip } from "#tab/rating/RatingSymbol.tsx";
import { Field } from "@fluentui/react-field";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { invalid } from "./invalid.ts";

interface RatingFieldProps {
  readonly label: string;
  readonly ratings: RatingScheme["ratings"];
  readonly value: RatingId | undefined;
  readonly onChange: (rating: RatingId) => void;
  readonly problem?: string | undefined;
  readonly required?: boolean;
}

/** Ratings as cards, each with the scheme's own words for it. Nothing is chosen beforehand. */
export function RatingField(props: RatingFieldProps) {
  const { label, ratings, value, onChange, problem, required = false } = props;
  return (
    <Field label={label} required={required} {...invalid(problem)}>
      <RadioGroup
        className="choice"
        value={value ?? ""}
        onChange={(_, data) => onChange(data.value)}
      >
        {ratings.map((rating) => (
          <Radio
            key={rating.id}
            value={rating.id}
            className={`choice-card ${value === rating.id ? "choice-card-chosen" : ""}`}
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
