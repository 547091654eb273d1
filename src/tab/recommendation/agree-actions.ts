import { type Rating, ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { isToAgree, proposedRating } from "#usecases/agree-proposed.ts";
import * as v from "valibot";

/** An action whose proposed rating the group agrees, as it was when somebody ticked it. */
const ticked = v.object({
  action: v.pipe(v.number(), v.finite()),
  rating: v.string(),
  /** Of the decision: however often it is tried, it is saved once. */
  key: v.string(),
});
export type Ticked = v.InferOutput<typeof ticked>;

export const agreeing = v.object({ ticked: v.array(ticked), reason: v.string() });
export type Agreeing = v.InferOutput<typeof agreeing>;

export interface Agreeable {
  readonly view: ActionView;
  readonly rating: Rating;
}

/** The actions whose proposed rating the group could agree as it is, and has not. */
export function agreeable(
  scheme: RatingScheme,
  actions: readonly ActionView[],
): readonly Agreeable[] {
  return actions.flatMap((view) => {
    const rating = proposedRating(scheme, view.state);
    return rating && isToAgree(scheme, view.state) ? { view, rating } : [];
  });
}

/** What was proposed otherwise since it was ticked, in a sentence; undefined where nothing was. */
export function movedOn(
  scheme: RatingScheme,
  actions: readonly ActionView[],
  all: readonly Ticked[],
): string | undefined {
  const moved = actions.find(({ action, state }) =>
    all.some((each) => each.action === action.id && each.rating !== state.proposed),
  );
  if (!moved) return undefined;
  const { name } = ratingOf(scheme, moved.state.proposed);
  return `Action ${moved.place} is proposed as ${name} since you ticked it: look at it again.`;
}
