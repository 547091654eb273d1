import { inFigures } from "#plan/words.ts";
import type { RatingId } from "#plan/rating-scheme.ts";
import { RatingChip } from "#tab/rating/RatingSymbol.tsx";
import { ToggleButton } from "@fluentui/react-components";
import type { PlanFilter } from "./plan-filter.ts";
import { type RatingCount, ratingWords } from "./rating-words.ts";

interface RatingKeyProps {
  readonly counts: readonly RatingCount[];
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
}

/** What the colours of the bar mean, how many actions have each, and the filter by them. */
export function RatingKey({ counts, filter, onFilter }: RatingKeyProps) {
  const { ratings } = filter;
  return (
    <fieldset className="plan-key">
      <legend className="said">Show only actions rated</legend>
      {counts.map(({ rating, count }) => (
        <ToggleButton
          key={rating.id}
          appearance="subtle"
          size="small"
          className="plan-key-button"
          icon={<RatingChip rating={rating} />}
          checked={ratings.has(rating.id)}
          onClick={() => onFilter({ ...filter, ratings: toggled(ratings, rating.id) })}
        >
          <span>
            <strong>{inFigures(count)}</strong> {ratingWords(rating)}
          </span>
        </ToggleButton>
      ))}
    </fieldset>
  );
}

function toggled(chosen: ReadonlySet<RatingId>, id: RatingId): ReadonlySet<RatingId> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
