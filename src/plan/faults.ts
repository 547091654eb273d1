import type { Fault } from "./fault.ts";
import type { Action, Agency, Plan, Recommendation } from "./plan.ts";
import { hasRating, notApplicable, notRated } from "./rating-scheme.ts";
import type { Entry } from "./record.ts";

interface ReadPlan {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly recommendations: readonly Recommendation[];
  readonly actions: readonly Action[];
  readonly record: readonly Entry[];
}

/**
 * Everything in a plan's lists that cannot be right, column by column: what could not be read, and what points at
 * something that is not there. What it says of is shown all the same where it can be, and never better than it is.
 */
export function faultsOf(read: ReadPlan): readonly Fault[] {
  const { plan, agencies, recommendations, actions, record } = read;
  const known = {
    recommendations: new Set(recommendations.map(({ id }) => id)),
    agencies: new Set(agencies.map(({ shortName }) => shortName)),
  };
  return [
    ...[plan, ...agencies, ...recommendations, ...actions, ...record].flatMap(
      ({ faults }) => faults ?? [],
    ),
    ...doubled(recommendations),
    ...actions.flatMap((action) => [
      ...withoutRecommendation(known.recommendations, action),
      ...unknownAgencies(known.agencies, action),
    ]),
    ...record.flatMap((entry) => ratingFaults(plan, entry)),
  ];
}

const listOf = { update: "Updates", decision: "Decisions", challenge: "Challenges" } as const;

/** A rating that the plan's scheme does not have: it counts as none. */
export function ratingFaults({ scheme }: Pick<Plan, "scheme">, entry: Entry): readonly Fault[] {
  if (entry.type === "challenge" || entry.rating === undefined) return [];
  const { rating, id: itemId, type } = entry;
  if (hasRating(scheme, rating) || rating === notApplicable.id || rating === notRated.id) return [];
  const own = scheme.ratings.map(({ id }) => id).join(", ");
  const wrong = `“${rating}” is no rating of this plan (${own})`;
  return [{ list: listOf[type], itemId, column: "Rating", wrong }];
}

/** One recommendation twice: a report may give a number twice, in two chapters, but not with the same words. */
function doubled(recommendations: readonly Recommendation[]): readonly Fault[] {
  const first = new Map<string, number>();
  return recommendations.flatMap(({ id: itemId, ref, text }) => {
    const other = first.get(`${ref} ${text}`);
    if (other === undefined) {
      first.set(`${ref} ${text}`, itemId);
      return [];
    }
    const wrong = `“${ref}” stands in item ${other} with the same words`;
    return [{ list: "Recommendations", itemId, column: "Title", wrong }];
  });
}

/** An action that stands under nothing is shown nowhere. */
function withoutRecommendation(
  there: ReadonlySet<number>,
  { id: itemId, recommendationId }: Action,
): readonly Fault[] {
  if (recommendationId === 0 || there.has(recommendationId)) return [];
  const wrong = `the recommendation of item ${recommendationId} is not there, so the action is not shown`;
  return [{ list: "Actions", itemId, column: "RecommendationId", wrong }];
}

/** Nobody can speak for an agency that the plan does not have. */
function unknownAgencies(
  known: ReadonlySet<string>,
  { id: itemId, agencies: named }: Action,
): readonly Fault[] {
  return named
    .filter((name) => !known.has(name))
    .map((name) => ({
      list: "Actions",
      itemId,
      column: "Agencies",
      wrong: `“${name}” is no agency of the list Agencies`,
    }));
}
