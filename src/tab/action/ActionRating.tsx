import type { IsoDate } from "#plan/iso-date.ts";
import { ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { ratingOn } from "#tab/rows/row-words.ts";
import { RatingPair } from "#tab/rating/RatingPair.tsx";

interface ActionRatingProps {
  readonly view: ActionView;
  readonly scheme: RatingScheme;
  readonly today: IsoDate;
}

/** The ratings with the day they are of. */
export function ActionRating({ view, scheme, today }: ActionRatingProps) {
  const { proposed, agreed } = view.state;
  return (
    <>
      {/* The words beside it say the same. */}
      <span aria-hidden>
        <RatingPair
          proposed={ratingOf(scheme, proposed)}
          agreed={agreed === undefined ? undefined : ratingOf(scheme, agreed)}
        />
      </span>
      <span className="small muted">{ratingOn(scheme, view, today)}</span>
    </>
  );
}
