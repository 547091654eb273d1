import type { Agency } from "./plan.ts";
import { onceEach } from "./record-order.ts";
import type { Challenge, Decision, Entry, Update } from "./record.ts";

export type ChallengeStatus = "open" | "answered" | "followed-up" | "resolved";

/** Where a question stands, as follows from the record alone. */
export interface ChallengeState {
  readonly challenge: Challenge;
  /** Resolved by the group, else asked further about, else answered, else open. */
  readonly status: ChallengeStatus;
  /** From the folder of the agency that was asked, oldest first; others do not count. */
  readonly answers: readonly Update[];
  /** To the same agency about the same thing, oldest first. */
  readonly followUps: readonly Challenge[];
  /** The first decision of the group that ended it. */
  readonly resolved?: Decision | undefined;
}

/** Every question in a record with its status, oldest first, those on a whole recommendation among them. */
export function challengeStates(
  agencies: readonly Agency[],
  record: readonly Entry[],
): readonly ChallengeState[] {
  const entries = onceEach(record);
  const folders = new Map(agencies.map(({ shortName, folder }) => [shortName, folder]));
  const challenges = entries.filter((entry) => entry.type === "challenge");
  const answers = Map.groupBy(
    entries.filter((entry) => entry.type === "update"),
    ({ challengeId }) => challengeId,
  );
  const furthers = Map.groupBy(challenges, ({ followsUp }) => followsUp);
  const resolutions = Map.groupBy(
    entries
      .filter((entry) => entry.type === "decision")
      .filter(({ kind }) => kind === "challenge-resolved"),
    ({ challengeId }) => challengeId,
  );
  return challenges.map((challenge) => {
    const known = {
      answers: (answers.get(challenge.id) ?? []).filter(
        ({ folder }) => folder === folders.get(challenge.agency),
      ),
      followUps: (furthers.get(challenge.id) ?? []).filter((each) => goesOn(challenge, each)),
      resolved: resolutions.get(challenge.id)?.[0],
    };
    return { challenge, ...known, status: statusOf(known) };
  });
}

/** The questions in a record that wait for an answer, oldest first, those on a whole recommendation among them. */
export function unansweredChallenges(
  agencies: readonly Agency[],
  record: readonly Entry[],
): readonly Challenge[] {
  // Most actions were never asked about, and there may be ten thousand of them.
  if (record.every(({ type }) => type !== "challenge")) return [];
  return challengeStates(agencies, record)
    .filter(({ status }) => status === "open")
    .map(({ challenge }) => challenge);
}

function goesOn(before: Challenge, after: Challenge): boolean {
  return (
    after.id > before.id &&
    after.agency === before.agency &&
    after.recommendationId === before.recommendationId &&
    after.actionId === before.actionId
  );
}

function statusOf({
  answers,
  followUps,
  resolved,
}: Pick<ChallengeState, "answers" | "followUps" | "resolved">): ChallengeStatus {
  if (resolved) return "resolved";
  if (followUps.length > 0) return "followed-up";
  return answers.length > 0 ? "answered" : "open";
}
