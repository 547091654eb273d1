import type { Challenge, Decision, Update } from "#plan/record.ts";

/** The columns of an item that is added through a form. */
export type Values = Readonly<Record<string, string | number | undefined>>;

/** As SharePoint takes them: every value is text, and what there is none of is left out. */
export function formValues(values: Values): { FieldName: string; FieldValue: string }[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([FieldName, value]) => ({ FieldName, FieldValue: String(value) }));
}

/** What an agency says, in the columns of `Updates`. */
export function statementValues(
  said: Pick<
    Update,
    | "actionId"
    | "recommendationId"
    | "kind"
    | "rating"
    | "note"
    | "evidence"
    | "revisedDate"
    | "challengeId"
  >,
): Values {
  return {
    ActionId: said.actionId,
    RecommendationId: said.recommendationId,
    Kind: said.kind,
    Rating: said.rating,
    Note: said.note,
    Evidence: said.evidence.length > 0 ? JSON.stringify(said.evidence) : undefined,
    EvidenceCount: said.evidence.length,
    ImpactCount: said.evidence.filter(({ kind }) => kind === "impact").length,
    RevisedDate: said.revisedDate,
    ChallengeId: said.challengeId,
  };
}

/** A question, in the columns of `Challenges`. */
export function challengeValues(
  put: Omit<Challenge, "type" | "id" | "key" | "created" | "author">,
): Values {
  return {
    RecommendationId: put.recommendationId,
    ActionId: put.actionId,
    Agency: put.agency,
    Question: put.question,
    Source: put.source,
    Due: put.due,
    FollowsUp: put.followsUp,
    MeetingId: put.meetingId,
  };
}

/** What the group agreed, in the columns of `Decisions`. */
export function decisionValues(
  agreed: Omit<Decision, "type" | "id" | "key" | "created" | "author">,
): Values {
  return {
    RecommendationId: agreed.recommendationId,
    ActionId: agreed.actionId,
    Kind: agreed.kind,
    Rating: agreed.rating,
    Date: agreed.date,
    Reason: agreed.reason,
    CheckBy: agreed.checkBy,
    CheckOn: agreed.checkOn,
    ChallengeId: agreed.challengeId,
    MeetingId: agreed.meetingId,
  };
}
