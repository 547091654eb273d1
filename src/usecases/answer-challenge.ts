import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { mayAnswer } from "#plan/permissions.ts";
import type { Action } from "#plan/plan.ts";
import type { RatingId } from "#plan/rating-scheme.ts";
import type { Challenge, EvidenceLink } from "#plan/record.ts";
import { appendStatement, type PlanOfMe, type Words } from "./append-statement.ts";
import type { RecordStore } from "./ports/record.ts";
import type { Saved } from "./words-to-save.ts";

export interface AnswerChallenge extends Words {
  readonly open: PlanOfMe;
  readonly challenge: Challenge;
  /** The action asked about; of a whole recommendation, the agency's own under it, or none where the answer is to all of it. */
  readonly action?: Action | undefined;
  readonly evidence: readonly EvidenceLink[];
  /** Only where the agency changes its rating of the action with the answer. */
  readonly rating?: RatingId | undefined;
}

/**
 * Answers a question for the agency that it was put to. Throws NotAllowedError for anybody else, RefusedError where
 * what was typed cannot stand or the action is not the one asked about, and what the store throws.
 */
export async function answerChallenge(
  ports: { readonly record: RecordStore },
  { challenge, action, rating, evidence, ...said }: AnswerChallenge,
): Promise<Saved> {
  if (said.agency !== challenge.agency || !mayAnswer(said.open.me, challenge))
    throw new NotAllowedError(`Only people of ${challenge.agency} can answer this question.`);
  refuseUnlessAsked(challenge, action);
  if (rating !== undefined && !action?.agencies.includes(said.agency))
    throw new RefusedError(
      `${said.agency} has no part in what it answers about, so it can answer and not rate.`,
    );
  return appendStatement(ports, said, {
    ...(action ? { actionId: action.id } : { recommendationId: challenge.recommendationId }),
    kind: "response",
    rating,
    evidence,
    challengeId: challenge.id,
  });
}

function refuseUnlessAsked({ actionId, recommendationId }: Challenge, action?: Action): void {
  const asked =
    actionId === undefined
      ? action === undefined || action.recommendationId === recommendationId
      : actionId === action?.id;
  if (!asked) throw new RefusedError("The question was asked about something else.");
}
