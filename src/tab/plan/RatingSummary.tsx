import { type Meaning, ratingOf, type Rating, type RatingId } from "#plan/rating-scheme.ts";
import { Said } from "#tab/frame/Said.tsx";
import { RatingChip } from "#tab/rating/RatingSymbol.tsx";
import { counted } from "#plan/words.ts";
import { ToggleButton } from "@fluentui/react-components";
import { memo } from "react";
import type { PlanFilter } from "./plan-filter.ts";
import { countRatings, type PlanView } from "./plan-view.ts";

interface RatingSummaryProps {
  readonly view: PlanView;
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
}

const meanings: Record<Meaning, string> = {
  closed: "closed",
  complete: "complete",
  "on-target": "on target",
  "off-target": "off target",
  "not-started": "not started",
};

/** What a rating says, in the words of the plan rather than its colour. */
function ratingWords({ meaning, name }: Rating): string {
  return meaning === undefined ? name.toLowerCase() : meanings[meaning];
}

/** The whole plan in one bar; its key is the filter by rating. */
export const RatingSummary = memo(function RatingSummary(props: RatingSummaryProps) {
  const { view, filter, onFilter } = props;
  const { ratings } = filter;
  const counts = countRatings(view).map(({ id, count }) => ({
    rating: ratingOf(view.scheme, id),
    count,
  }));
  const spoken = counts.map(({ rating, count }) => `${count} ${ratingWords(rating)}`).join(", ");
  return (
    <div className="plan-summary">
      <Said>{`${counted(view.actions.size, "action")}: ${spoken}`}</Said>
      <div className="plan-bar" aria-hidden>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ rating, count }) => (
            <span
              key={rating.id}
              className={`plan-bar-part rating-${rating.colour}`}
              style={{ flexGrow: count }}
            />
          ))}
      </div>
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
              <strong>{count.toLocaleString("en-GB")}</strong> {ratingWords(rating)}
            </span>
          </ToggleButton>
        ))}
      </fieldset>
    </div>
  );
});

function toggled(chosen: ReadonlySet<RatingId>, id: RatingId): ReadonlySet<RatingId> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
