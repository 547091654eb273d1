import { type ActionState, shownRating } from "../fold.ts";
import { isComplete, isOnTarget, notApplicable, type RatingScheme } from "../rating-scheme.ts";

/** The best that is claimed of an open action, by its agencies or by the group; undefined where neither claims progress. */
export function claimOf(
  scheme: RatingScheme,
  { proposed, agreed, closed }: ActionState,
): "complete" | "on target" | undefined {
  if (closed) return undefined;
  const ratings = agreed === undefined ? [proposed] : [proposed, agreed];
  if (ratings.some((rating) => isComplete(scheme, rating))) return "complete";
  return ratings.some((rating) => isOnTarget(scheme, rating)) ? "on target" : undefined;
}

/** Closed, complete by the rating that counts, or not to be done at all. */
export function isSettled(scheme: RatingScheme, state: ActionState): boolean {
  const rating = shownRating(state);
  return state.closed || isComplete(scheme, rating) || rating === notApplicable.id;
}

/** Closed, or complete by the rating that counts: something whose effect can be checked later. */
export function isDone(scheme: RatingScheme, state: ActionState): boolean {
  return state.closed || isComplete(scheme, shownRating(state));
}
