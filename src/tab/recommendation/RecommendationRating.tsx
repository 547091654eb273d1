import type { RecommendationState } from "#plan/fold-recommendation.ts";
import { dayOf, type IsoDate } from "#plan/iso-date.ts";
import { ratingOf } from "#plan/rating-scheme.ts";
import type { PlanView, RecommendationView } from "#tab/rows/plan-view.ts";
import { doneWords } from "#tab/rows/row-words.ts";
import { RatingBadge } from "#tab/rating/RatingBadge.tsx";
import { RatingPair } from "#tab/rating/RatingPair.tsx";
import { dayInWords } from "#tab/words/words.ts";

interface RecommendationRatingProps {
  readonly plan: PlanView;
  readonly view: RecommendationView;
  readonly state: RecommendationState;
  readonly today: IsoDate;
}

/** The rating that the group agreed for the whole of it; until then the lowest of its actions. */
export function RecommendationRating({ plan, view, state, today }: RecommendationRatingProps) {
  const { scheme } = plan;
  const { agreed, agreedAt, proposed } = state;
  const done = doneWords({ complete: view.complete, actions: view.actions.length });
  if (agreed === undefined || agreedAt === undefined)
    return (
      <>
        <RatingBadge rating={ratingOf(scheme, view.lowest)} agreed={view.lowestAgreed} />
        <span className="small muted">
          {view.actions.length > 0 && "Lowest of its actions · "}
          {done}
        </span>
      </>
    );
  return (
    <>
      <RatingPair proposed={ratingOf(scheme, proposed)} agreed={ratingOf(scheme, agreed)} />
      <span className="small muted">
        {ratingOf(scheme, agreed).name} agreed for the whole of it{" "}
        {dayInWords(dayOf(agreedAt), today)} · {done}
      </span>
    </>
  );
}
