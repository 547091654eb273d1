import { NotAllowedError } from "#plan/errors.ts";
import { mayDecide } from "#plan/permissions.ts";
import type { Recommendation } from "#plan/plan.ts";
import type { RatingId } from "#plan/rating-scheme.ts";
import { type PlanOfMe, refuseUnlessRating } from "./append-statement.ts";
import type { RecordStore } from "./ports/record.ts";
import { type Asked, askIfInDoubt, type Saved, wordsToSave } from "./words-to-save.ts";

export interface AgreeRecommendation extends Asked {
  readonly open: PlanOfMe;
  readonly recommendation: Recommendation;
  /** What its actions come to, as the group saw it. */
  readonly proposed: RatingId;
  readonly rating: RatingId;
  /** Required where the rating is not the proposed one. */
  readonly reason?: string | undefined;
  readonly meetingId?: number | undefined;
  /** A UUID made when the form was opened: however often it is sent, it is saved once. */
  readonly key: string;
}

/**
 * Records the group's rating of a whole recommendation; its actions keep theirs. Throws NotAllowedError for whoever is
 * not of the group, RefusedError where the rating or the reason cannot stand, and what the store throws.
 */
export async function agreeRecommendation(
  { record }: { readonly record: RecordStore },
  { open, recommendation, proposed, rating, reason, meetingId, key, sure }: AgreeRecommendation,
): Promise<Saved> {
  if (!mayDecide(open.me))
    throw new NotAllowedError("Only the peer-challenge group rates a recommendation.");
  refuseUnlessRating(open.plan.scheme, rating);
  const differs = rating !== proposed;
  askIfInDoubt({ sure }, { text: reason, where: "the reason" });
  return record.decide({
    key,
    planId: open.plan.id,
    kind: "rating-agreed",
    recommendationId: recommendation.id,
    rating,
    reason: wordsToSave({
      text: reason,
      where: "the reason",
      missing: differs
        ? "Say why the group agrees another rating than its actions come to."
        : undefined,
    }),
    meetingId,
  });
}
