import {
  type Challenge,
  type Decision,
  decisionKinds,
  type Entry,
  type EvidenceLink,
  type Update,
} from "#plan/record.ts";
import type { Fault } from "#plan/fault.ts";
import { notRated } from "#plan/rating-scheme.ts";
import { counted } from "#plan/words.ts";
import { isSafeLink } from "#plan/safe-link.ts";
import * as v from "valibot";
import {
  day,
  id,
  joined,
  number,
  optionalDay,
  optionalNumber,
  optionalText,
  salvage,
  without,
  words,
} from "./row.ts";

const stated = {
  Id: id,
  Key: v.string(),
  Created: v.string(),
  AuthorId: optionalNumber,
  Author: v.optional(v.object({ Id: id, Title: v.string() })),
};

const updateRow = v.object({
  ...stated,
  RecommendationId: optionalNumber,
  ActionId: optionalNumber,
  FileDirRef: v.string(),
  Kind: v.nullish(v.picklist(["progress", "response", "monitoring"])),
  Rating: optionalText,
  Note: optionalText,
  Evidence: optionalText,
  EvidenceCount: optionalNumber,
  ImpactCount: optionalNumber,
  RevisedDate: optionalDay,
  ChallengeId: optionalNumber,
});

const decisionRow = v.object({
  ...stated,
  RecommendationId: optionalNumber,
  ActionId: optionalNumber,
  Kind: v.picklist(decisionKinds),
  Rating: optionalText,
  Date: optionalDay,
  Reason: optionalText,
  CheckBy: optionalText,
  CheckOn: optionalDay,
  ChallengeId: optionalNumber,
  MeetingId: optionalNumber,
});

const challengeRow = v.object({
  ...stated,
  RecommendationId: id,
  ActionId: optionalNumber,
  Agency: v.string(),
  Question: optionalText,
  Source: optionalText,
  Due: optionalDay,
  FollowsUp: optionalNumber,
  MeetingId: optionalNumber,
});

const dayOrNothing = v.pipe(
  v.optional(v.string()),
  v.transform((text) => day(text)),
);

const evidenceLink = v.object({
  name: v.string(),
  url: v.pipe(v.string(), v.check(isSafeLink)),
  kind: v.picklist(["activity", "impact"]),
  date: dayOrNothing,
});

/** What the first screen asks of each list of the record: long texts and authors stay out. */
export const recordColumns = {
  Updates: without(updateRow.entries, ["Note", "Evidence", "Author"]),
  Decisions: without(decisionRow.entries, ["Reason", "Author"]),
  Challenges: without(challengeRow.entries, ["Question", "Author"]),
} as const;

/** The same with who said it and every word. */
export const wholeRecordColumns = {
  Updates: [...without(updateRow.entries, ["Author"]), "Author/Id", "Author/Title"],
  Decisions: [...without(decisionRow.entries, ["Author"]), "Author/Id", "Author/Title"],
  Challenges: [...without(challengeRow.entries, ["Author"]), "Author/Id", "Author/Title"],
} as const;

export function toUpdate(row: unknown): Update {
  const { item, faults } = salvage("Updates", updateRow, row, keyless);
  const { evidence, wrong } = toEvidence(item.Evidence);
  const ofEvidence = wrong.map((each) => ({ list: "Updates", itemId: item.Id, ...each }));
  return {
    type: "update",
    ...toStated(item),
    faults: joined(faults, ofEvidence),
    actionId: number(item.ActionId),
    recommendationId: number(item.RecommendationId),
    folder: item.FileDirRef.slice(item.FileDirRef.lastIndexOf("/") + 1),
    kind: item.Kind ?? "progress",
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
  const { item, faults } = salvage("Decisions", decisionRow, row, (itemId) => ({
    ...keyless(itemId),
    Kind: "rating-agreed" as const,
  }));
  const rating = words(item.Rating);
  // Nothing that was agreed before it may stand as if this had never been agreed.
  const lost = rating === undefined && item.Kind === "rating-agreed";
  return {
    type: "decision",
    ...toStated(item),
    faults: lost ? joined(faults, [{ ...emptyRating, itemId: item.Id }]) : faults,
    recommendationId: number(item.RecommendationId),
    actionId: number(item.ActionId),
    kind: item.Kind,
    rating: lost ? notRated.id : rating,
    date: day(item.Date),
    reason: words(item.Reason),
    checkBy: words(item.CheckBy),
    checkOn: day(item.CheckOn),
    challengeId: number(item.ChallengeId),
    meetingId: number(item.MeetingId),
  };
}

export function toChallenge(row: unknown): Challenge {
  const { item, faults } = salvage("Challenges", challengeRow, row, (itemId) => ({
    ...keyless(itemId),
    RecommendationId: 0,
    Agency: "",
  }));
  return {
    type: "challenge",
    ...toStated(item),
    faults,
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

/** What an item without a key of its own is told from others by. */
function keyless(itemId: number): { readonly Key: string } {
  return { Key: `item ${itemId}` };
}

const emptyRating = { list: "Decisions", column: "Rating", wrong: "is empty" } as const;

/** Links other than https, or not of our shape, are left out and told: somebody may have typed into the list by hand. */
function toEvidence(json: string | null | undefined): {
  readonly evidence: readonly EvidenceLink[];
  readonly wrong: readonly Pick<Fault, "column" | "wrong">[];
} {
  const all = parsedArray(json);
  if (!all)
    return { evidence: [], wrong: [{ column: "Evidence", wrong: "holds no list of links" }] };
  const evidence = all
    .map((each) => v.safeParse(evidenceLink, each))
    .flatMap(({ success, output }) => (success ? [output] : []));
  const left = all.length - evidence.length;
  const wrong = `holds ${counted(left, "link")} that cannot be followed`;
  return { evidence, wrong: left === 0 ? [] : [{ column: "Evidence", wrong }] };
}

function parsedArray(json: string | null | undefined): readonly unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(json || "[]");
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
