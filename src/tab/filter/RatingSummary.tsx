import { ratingOf } from "#plan/rating-scheme.ts";
import { Said } from "#tab/notice/Said.tsx";
import { RatingChip } from "#tab/rating/RatingSymbol.tsx";
import { counted, inFigures } from "#plan/words.ts";
import { Later, useLater } from "#tab/later/use-later.ts";
import { memo } from "react";
import type { PlanFilter } from "./plan-filter.ts";
import { countRatings, type PlanView } from "#tab/rows/plan-view.ts";
import { type RatingCount, ratingWords } from "./rating-words.ts";

interface RatingSummaryProps {
  readonly view: PlanView;
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
}

const ratingKey = new Later(async () => (await import("./RatingKey.tsx")).RatingKey);

/** The whole plan in one bar; its key is the filter by rating. */
export const RatingSummary = memo(function RatingSummary(props: RatingSummaryProps) {
  const { view } = props;
  const key = useLater(ratingKey);
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
      {key ? key({ ...props, counts }) : <WaitingKey counts={counts} />}
    </div>
  );
});

/** The same to look at, until it can be pressed; it has been said above. */
function WaitingKey({ counts }: { counts: readonly RatingCount[] }) {
  return (
    <div className="plan-key" aria-hidden>
      {counts.map(({ rating, count }) => (
        <span key={rating.id} className="plan-key-waiting">
          <RatingChip rating={rating} />
          <span>
            <strong>{inFigures(count)}</strong> {ratingWords(rating)}
          </span>
        </span>
      ))}
    </div>
  );
}
