import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { mayAnswer } from "#plan/permissions.ts";
import type { Action } from "#plan/plan.ts";
import type { RatingId } from "#plan/rating-scheme.ts";
import type { Challenge, EvidenceLink } from "#plan/record.ts";
import { type ActionInPlan, appendStatement, type Statement } from "./append-statement.ts";
import type { RecordStore } from "./ports.ts";
import type { Saved } from "./words-to-save.ts";

export interface AnswerChallenge extends Omit<Statement, "open"> {
  readonly open: Omit<ActionInPlan, "action">;
  readonly challenge: Challenge;
  /** The action asked about; of a whole recommendation, the action under it that the answer is put to. */
  readonly action: Action;
  readonly evidence: readonly EvidenceLink[];
  /** Only where the agency changes its rating with the answer. */
  readonly rating?: RatingId | undefined;
}

/**
 * Answers a question for the agency that it was put to. Throws NotAllowedError for anybody else, RefusedError where
 * what was typed cannot stand or the action is not the one asked about, and what the store throws.
 */
export async function answerChallenge(
  ports: { readonly record: RecordStore },
  { open, challenge, action, rating, evidence, ...said }: AnswerChallenge,
): Promise<Saved> {
  if (said.agency !== challenge.agency || !mayAnswer(open.me, challenge))
    throw new NotAllowedError(`Only people of ${challenge.agency} can answer this question.`);
  refuseUnlessAsked(challenge, action);
  if (rating !== undefined && !action.agencies.includes(said.agency))
    throw new RefusedError(
      `${said.agency} has no part in this action, so it can answer and not rate.`,
    );
  const statement = { ...said, open: { ...open, action } };
  return appendStatement(ports, statement, {
    kind: "response",
    rating,
    evidence,
    challengeId: challenge.id,
  });
}

function refuseUnlessAsked({ actionId, recommendationId }: Challenge, action: Action): void {
  const asked =
    actionId === undefined ? recommendationId === action.recommendationId : actionId === action.id;
  if (!asked) throw new RefusedError("The question was asked about something else.");
}
