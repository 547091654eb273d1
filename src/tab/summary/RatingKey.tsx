import { ratingOf, type RatingId, type RatingScheme } from "#plan/rating-scheme.ts";
import { RatingChip } from "#tab/rating/RatingSymbol.tsx";

/** What the colours and signs of a chart are called. */
export function RatingKey({ scheme, ids }: { scheme: RatingScheme; ids: readonly RatingId[] }) {
  return (
    <ul className="chart-key" aria-label="Key">
      {ids.map((id) => {
        const rating = ratingOf(scheme, id);
        return (
          <li key={id}>
            <RatingChip rating={rating} />
            {rating.name}
          </li>
        );
      })}
    </ul>
  );
}
