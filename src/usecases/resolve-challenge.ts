import { NotAllowedError } from "#plan/errors.ts";
import { mayDecide } from "#plan/permissions.ts";
import type { Challenge } from "#plan/record.ts";
import type { RecordStore } from "./ports/record.ts";
import type { PlanOfMe } from "./append-statement.ts";
import { type Asked, askIfInDoubt, type Saved, wordsToSave } from "./words-to-save.ts";

export interface ResolveChallenge extends Asked {
  readonly open: PlanOfMe;
  readonly challenge: Challenge;
  /** Why the group has nothing more to ask about it. */
  readonly reason: string;
  readonly meetingId?: number | undefined;
  /** A UUID made when the form was opened: however often it is sent, it is saved once. */
  readonly key: string;
}

/**
 * Ends a question, answered or not, because the group says so. Throws NotAllowedError for whoever is not of the group,
 * RefusedError without a reason, and what the store throws.
 */
export async function resolveChallenge(
  { record }: { readonly record: RecordStore },
  { open, challenge, reason, meetingId, key, sure }: ResolveChallenge,
): Promise<Saved> {
  if (!mayDecide(open.me))
    throw new NotAllowedError("Only the peer-challenge group resolves a question.");
  askIfInDoubt({ sure }, { text: reason, where: "the reason" });
  return record.decide({
    key,
    planId: open.plan.id,
    kind: "challenge-resolved",
    recommendationId: challenge.recommendationId,
    actionId: challenge.actionId,
    challengeId: challenge.id,
    reason: wordsToSave({
      text: reason,
      where: "the reason",
      missing: "Say why the question is resolved.",
    }),
    meetingId,
  });
}
