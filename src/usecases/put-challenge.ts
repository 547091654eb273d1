import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { type IsoDate, isIsoDate } from "#plan/iso-date.ts";
import { mayChallenge, mayDecide } from "#plan/permissions.ts";
import type { Action, Recommendation } from "#plan/plan.ts";
import type { Challenge, ChallengeSource } from "#plan/record.ts";
import { agencyCalled, type PlanOfMe } from "./append-statement.ts";
import type { RecordStore } from "./ports/record.ts";
import { type Asked, askIfInDoubt, type Saved, wordsToSave } from "./words-to-save.ts";

export interface PutChallenge extends Asked {
  readonly open: PlanOfMe;
  readonly recommendation: Recommendation;
  /** Left out where the question is about the whole recommendation. */
  readonly action?: Action | undefined;
  /** Short name of the agency that is to answer. */
  readonly agency: string;
  readonly question: string;
  /** A scrutiny member's question is always scrutiny's. */
  readonly source: ChallengeSource;
  readonly due?: IsoDate | undefined;
  /** The question that this one asks further about: of the same agency, about the same thing. */
  readonly followsUp?:
    | Pick<Challenge, "id" | "recommendationId" | "actionId" | "agency">
    | undefined;
  readonly meetingId?: number | undefined;
  /** A UUID made when the form was opened: however often it is sent, it is saved once. */
  readonly key: string;
}

/**
 * Puts a question to an agency. Throws NotAllowedError for whoever is neither of the group nor a scrutiny member,
 * RefusedError where the question cannot stand or does not fit what it is asked about, and what the store throws.
 */
export async function putChallenge(
  { record }: { readonly record: RecordStore },
  { open, recommendation, action, followsUp, ...put }: PutChallenge,
): Promise<Saved> {
  if (!mayChallenge(open.me))
    throw new NotAllowedError(
      "Only the peer-challenge group and scrutiny members put questions to agencies.",
    );
  const { shortName } = agencyCalled(open.agencies, put.agency);
  if (action) refuseUnlessOfAction(action, recommendation, shortName);
  if (followsUp) refuseUnlessFurther(followsUp, { agency: shortName, recommendation, action });
  if (put.due !== undefined && !isIsoDate(put.due))
    throw new RefusedError("Choose a day that exists for the answer.");
  const question = wordsToSave({
    text: put.question,
    where: "the question",
    missing: "Write the question.",
  });
  askIfInDoubt(put, { text: question, where: "the question" });
  return record.challenge({
    key: put.key,
    planId: open.plan.id,
    recommendationId: recommendation.id,
    actionId: action?.id,
    agency: shortName,
    question,
    source: mayDecide(open.me) ? put.source : "scrutiny",
    due: put.due,
    followsUp: followsUp?.id,
    meetingId: put.meetingId,
  });
}

function refuseUnlessOfAction(action: Action, { id, ref }: Recommendation, agency: string): void {
  if (action.recommendationId !== id)
    throw new RefusedError(`This action is not one of recommendation ${ref}.`);
  if (!action.agencies.includes(agency))
    throw new RefusedError(
      `${agency} has no part in this action. Ask about the whole recommendation instead.`,
    );
}

function refuseUnlessFurther(
  before: Pick<Challenge, "recommendationId" | "actionId" | "agency">,
  {
    agency,
    recommendation,
    action,
  }: { agency: string; recommendation: Recommendation; action: Action | undefined },
): void {
  const same =
    before.agency === agency &&
    before.recommendationId === recommendation.id &&
    before.actionId === action?.id;
  if (!same)
    throw new RefusedError(
      "A follow-up goes to the same agency as the question before it, on the same action or recommendation.",
    );
}
