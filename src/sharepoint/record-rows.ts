import {
  type Challenge,
  type Decision,
  decisionKinds,
  type Entry,
  type EvidenceLink,
  type Update,
} from "#plan/record.ts";
import { isSafeLink } from "#plan/safe-link.ts";
import * as z from "zod/mini";
import { day, id, number, optionalNumber, optionalText, read, without, words } from "./row.ts";

const stated = {
  Id: id,
  Key: z.string(),
  Created: z.string(),
  AuthorId: optionalNumber,
  Author: z.optional(z.object({ Id: id, Title: z.string() })),
};

const updateRow = z.object({
  ...stated,
  RecommendationId: optionalNumber,
  ActionId: optionalNumber,
  FileDirRef: z.string(),
  Kind: optionalText,
  Rating: optionalText,
  Note: optionalText,
  Evidence: optionalText,
  EvidenceCount: optionalNumber,
  ImpactCount: optionalNumber,
  RevisedDate: optionalText,
  ChallengeId: optionalNumber,
});

const decisionRow = z.object({
  ...stated,
  RecommendationId: optionalNumber,
  ActionId: optionalNumber,
  Kind: z.enum(decisionKinds),
  Rating: optionalText,
  Date: optionalText,
  Reason: optionalText,
  CheckBy: optionalText,
  CheckOn: optionalText,
  ChallengeId: optionalNumber,
  MeetingId: optionalNumber,
});

const challengeRow = z.object({
  ...stated,
  RecommendationId: id,
  ActionId: optionalNumber,
  Agency: z.string(),
  Question: optionalText,
  Source: optionalText,
  Due: optionalText,
  FollowsUp: optionalNumber,
  MeetingId: optionalNumber,
});

const dayOrNothing = z.pipe(
  z.optional(z.string()),
  z.transform((text) => day(text)),
);

const evidenceLink = z.object({
  name: z.string(),
  url: z.string().check(z.refine(isSafeLink)),
  kind: z.enum(["activity", "impact"]),
  date: dayOrNothing,
});

/** What the first screen asks of each list of the record: long texts and authors stay out. */
export const recordColumns = {
  Updates: without(updateRow.shape, ["Note", "Evidence", "Author"]),
  Decisions: without(decisionRow.shape, ["Reason", "Author"]),
  Challenges: without(challengeRow.shape, ["Question", "Author"]),
} as const;

/** The same with who said it and every word. */
export const wholeRecordColumns = {
  Updates: [...without(updateRow.shape, ["Author"]), "Author/Id", "Author/Title"],
  Decisions: [...without(decisionRow.shape, ["Author"]), "Author/Id", "Author/Title"],
  Challenges: [...without(challengeRow.shape, ["Author"]), "Author/Id", "Author/Title"],
} as const;

export function toUpdate(row: unknown): Update {
  const item = read("Updates", updateRow, row);
  const evidence = toEvidence(item.Evidence);
  return {
    type: "update",
    ...toStated(item),
    actionId: number(item.ActionId),
    recommendationId: number(item.RecommendationId),
    folder: item.FileDirRef.slice(item.FileDirRef.lastIndexOf("/") + 1),
    kind: item.Kind === "response" || item.Kind === "monitoring" ? item.Kind : "progress",
    evidence,
    evidenceCount: item.EvidenceCount ?? evidence.length,
    impactCount: item.ImpactCount ?? evidence.filter(({ kind }) => kind === "impact").length,
    rating: words(item.Rating),
    note: words(item.Note),
    revisedDate: day(item.RevisedDate),
    challengeId: number(item.ChallengeId),
  };
}

export function toDecision(row: unknown): Decision {
  const item = read("Decisions", decisionRow, row);
  return {
    type: "decision",
    ...toStated(item),
    recommendationId: number(item.RecommendationId),
    actionId: number(item.ActionId),
    kind: item.Kind,
    rating: words(item.Rating),
    date: day(item.Date),
    reason: words(item.Reason),
    checkBy: words(item.CheckBy),
    checkOn: day(item.CheckOn),
    challengeId: number(item.ChallengeId),
    meetingId: number(item.MeetingId),
  };
}

export function toChallenge(row: unknown): Challenge {
  const item = read("Challenges", challengeRow, row);
  return {
    type: "challenge",
    ...toStated(item),
    recommendationId: item.RecommendationId,
    agency: item.Agency,
    source: item.Source ?? "",
    actionId: number(item.ActionId),
    question: words(item.Question),
    due: day(item.Due),
    followsUp: number(item.FollowsUp),
    meetingId: number(item.MeetingId),
  };
}

function toStated(item: {
  Id: number;
  Key: string;
  Created: string;
  AuthorId?: number | null | undefined;
  Author?: { Id: number; Title: string } | undefined;
}) {
  const author = item.Author && { id: item.Author.Id, name: item.Author.Title };
  const authorId = number(item.AuthorId);
  return {
    id: item.Id,
    key: item.Key,
    created: item.Created,
    author,
    authorId,
  } satisfies Partial<Entry>;
}

/** Links other than https, or not of our shape, are left out: somebody may have typed into the list by hand. */
function toEvidence(json: string | null | undefined): readonly EvidenceLink[] {
  return parsedArray(json)
    .map((each) => evidenceLink.safeParse(each))
    .flatMap(({ data }) => data ?? []);
}

function parsedArray(json: string | null | undefined): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(json || "[]");
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
