import type { ChallengeState } from "#plan/challenge-states.ts";
import type { IsoDate } from "#plan/iso-date.ts";

/** Where a question stands, as people ask for it: an open one whose day has passed is overdue. */
export const questionStates = ["overdue", "open", "answered", "followed-up", "resolved"] as const;
export type QuestionState = (typeof questionStates)[number];

export const stateNames: Readonly<Record<QuestionState, string>> = {
  overdue: "Overdue",
  open: "Open",
  answered: "Answered",
  "followed-up": "Followed up",
  resolved: "Resolved",
};

export function questionState(
  { challenge, status }: ChallengeState,
  today: IsoDate,
): QuestionState {
  if (status !== "open") return status;
  return challenge.due !== undefined && challenge.due < today ? "overdue" : "open";
}

export function isQuestionState(text: string): text is QuestionState {
  return questionStates.some((each) => each === text);
}

/** What waits first: overdue, then by the day for the answer, then what is done, newest first. */
export function byUrgency(today: IsoDate): (one: ChallengeState, other: ChallengeState) => number {
  const rank = (state: ChallengeState) => questionStates.indexOf(questionState(state, today));
  return (one, other) =>
    rank(one) - rank(other) ||
    (one.status === "open" ? dueFirst(one, other) : 0) ||
    other.challenge.created.localeCompare(one.challenge.created);
}

/** A question without a day comes after those with one. */
function dueFirst(
  { challenge: one }: ChallengeState,
  { challenge: other }: ChallengeState,
): number {
  return (one.due ?? "9999").localeCompare(other.due ?? "9999");
}
