import { counted } from "#plan/words.ts";
import { RatingBadge } from "#tab/rating/RatingBadge.tsx";
import { RatingChange } from "#tab/rating/RatingPair.tsx";
import { memo } from "react";
import type { PlanView } from "#tab/rows/plan-view.ts";

/** What filled and outlined badges mean, shown with two ratings of the plan's own scheme. */
export const PlanFooter = memo(function PlanFooter({ view }: { view: PlanView }) {
  const [one, other] = view.scheme.ratings.slice(1);
  if (!one) return null;
  return (
    <footer className="plan-footer small muted">
      <span className="plan-total">
        {counted(view.actions.size, "action")} in{" "}
        {counted(view.recommendations.length, "recommendation")}
      </span>
      <span className="grow" />
      <RatingBadge rating={one} agreed short /> agreed by the group
      <RatingBadge rating={one} short /> proposed by the agency
      {other && (
        <>
          <RatingChange from={one} to={other} agreed says={`${one.name}, then ${other.name}`} />{" "}
          they differ
        </>
      )}
    </footer>
  );
});
