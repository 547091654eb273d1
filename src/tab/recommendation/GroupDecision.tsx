import { dayOf, formatDate } from "#plan/iso-date.ts";
import { knownOrNotRated, ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import type { Decision, Entry } from "#plan/record.ts";
import { RatingBadge } from "#tab/rating/RatingBadge.tsx";

interface GroupDecisionProps {
  readonly scheme: RatingScheme;
  readonly recommendationId: number;
  readonly record: readonly Entry[];
}

/** The ratings that the group agreed for the whole of the recommendation, newest first, and why. */
export function GroupDecision({ scheme, recommendationId, record }: GroupDecisionProps) {
  const decisions = record
    .filter((entry) => entry.type === "decision")
    .filter((each) => isOfTheWhole(each, recommendationId))
    .toReversed();
  if (decisions.length === 0) return null;
  return (
    <>
      <h3>What the group agreed</h3>
      <ul className="recommendation-decisions">
        {decisions.map(({ id, rating, reason, author, created }) => (
          <li key={id}>
            <span className="drawer-state">
              <RatingBadge
                rating={ratingOf(scheme, knownOrNotRated(scheme, rating ?? ""))}
                agreed
              />
              <span className="small muted">
                {[author?.name, formatDate(dayOf(created))].filter(Boolean).join(" · ")}
              </span>
            </span>
            {reason !== undefined && <div>{reason}</div>}
          </li>
        ))}
      </ul>
    </>
  );
}

function isOfTheWhole(decision: Decision, recommendationId: number): boolean {
  return (
    decision.recommendationId === recommendationId &&
    decision.actionId === undefined &&
    decision.rating !== undefined
  );
}
