import { type Rating, ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { isToAgree, proposedRating } from "#usecases/agree-proposed.ts";
import * as z from "zod/mini";

/** An action whose proposed rating the group agrees, as it was when somebody ticked it. */
const ticked = z.object({
  action: z.number(),
  rating: z.string(),
  /** Of the decision: however often it is tried, it is saved once. */
  key: z.string(),
});
export type Ticked = z.infer<typeof ticked>;

export const agreeing = z.object({ ticked: z.array(ticked), reason: z.string() });
export type Agreeing = z.infer<typeof agreeing>;

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
