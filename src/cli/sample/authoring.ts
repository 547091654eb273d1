import type { Decision, EvidenceKind, Update } from "#plan/record.ts";

/** The agencies of the sample plan, by their short names. */
export type AgencyName = "ICB" | "MVHT" | "QCMH" | "MCC" | "MGPF" | "GRS";

/** Who decides and asks: all agencies and the independent members together. */
const challengeGroup = "challenge-group";

export type SampleRating = "blue" | "green" | "amber" | "red" | "not-applicable";

/** A number of days from the day the plan is loaded: 30 is in thirty days, -30 was thirty days ago. */
type Days = number;

interface WrittenEvidence {
  readonly name: string;
  readonly kind: EvidenceKind;
}

export interface WrittenUpdate {
  readonly type: "update";
  readonly daysAgo: number;
  readonly who: AgencyName;
  readonly kind: Update["kind"];
  readonly rating?: SampleRating;
  readonly note: string;
  readonly evidence: readonly WrittenEvidence[];
  readonly asksFor?: Days;
  readonly answers?: string;
}

export interface WrittenDecision {
  readonly type: "decision";
  readonly daysAgo: number;
  readonly who: typeof challengeGroup;
  readonly kind: Decision["kind"];
  readonly rating?: SampleRating;
  readonly date?: Days;
  readonly checkOn?: Days;
  readonly reason: string;
}

export interface WrittenChallenge {
  readonly type: "challenge";
  readonly daysAgo: number;
  readonly who: typeof challengeGroup;
  /** Its answer names it. */
  readonly name: string;
  readonly agency: AgencyName;
  readonly source: string;
  readonly question: string;
  readonly due: Days;
}

export type WrittenEntry = WrittenUpdate | WrittenDecision | WrittenChallenge;

/** A due date as it is written: one day, two days, the month of a day, or words that name none. */
export type WrittenDue =
  | { readonly days: readonly Days[]; readonly as: "day" | "complete by" | "numbers" | "month" }
  | { readonly words: string };

export interface WrittenAction {
  readonly agencies: readonly AgencyName[];
  readonly text: string;
  readonly leads: readonly string[];
  readonly due: WrittenDue;
  readonly milestones?: string;
  readonly outcomeMeasure?: string;
  readonly measureOfSuccess?: string;
  readonly record: readonly WrittenEntry[];
}

export interface WrittenRecommendation {
  readonly ref: string;
  readonly addressees: readonly AgencyName[];
  readonly timescale: string;
  readonly theme: string;
  readonly paragraphs: readonly string[];
  readonly text: string;
  readonly outcome: string;
  readonly anticipatedEvidence: string;
  readonly actions: readonly WrittenAction[];
}

export function due(days: Days): WrittenDue {
  return { days: [days], as: "day" };
}

export function completeBy(days: Days): WrittenDue {
  return { days: [days], as: "complete by" };
}

export function inNumbers(days: Days): WrittenDue {
  return { days: [days], as: "numbers" };
}

export function inTheMonthOf(days: Days): WrittenDue {
  return { days: [days], as: "month" };
}

export function first(days: Days, then: Days): WrittenDue {
  return { days: [days, then], as: "day" };
}

export function activity(name: string): WrittenEvidence {
  return { name, kind: "activity" };
}

export function impact(name: string): WrittenEvidence {
  return { name, kind: "impact" };
}

/** An agency proposes a rating and says what happened. */
export function says(
  who: AgencyName,
  daysAgo: number,
  rating: SampleRating,
  note: string,
  ...evidence: readonly WrittenEvidence[]
): WrittenUpdate {
  return { type: "update", daysAgo, who, kind: "progress", rating, note, evidence };
}

/** An agency says what happened and leaves the rating as it is. */
export function notes(
  who: AgencyName,
  daysAgo: number,
  note: string,
  ...evidence: readonly WrittenEvidence[]
): WrittenUpdate {
  return { type: "update", daysAgo, who, kind: "progress", note, evidence };
}

/** An agency asks for a later date, and says why. */
export function asksFor(
  days: Days,
  { who, daysAgo, note, rating }: Pick<WrittenUpdate, "who" | "daysAgo" | "note" | "rating">,
): WrittenUpdate {
  const rated = rating === undefined ? {} : { rating };
  return { ...notes(who, daysAgo, note), ...rated, asksFor: days };
}

/** An agency answers a challenge. */
export function answers(
  challenge: string,
  who: AgencyName,
  daysAgo: number,
  note: string,
  ...evidence: readonly WrittenEvidence[]
): WrittenUpdate {
  return { ...notes(who, daysAgo, note, ...evidence), kind: "response", answers: challenge };
}

/** An agency has looked again whether what was done still holds. */
export function looksAgain(
  who: AgencyName,
  daysAgo: number,
  note: string,
  ...evidence: readonly WrittenEvidence[]
): WrittenUpdate {
  return { ...notes(who, daysAgo, note, ...evidence), kind: "monitoring" };
}

export function groupAgrees(
  daysAgo: number,
  rating: SampleRating,
  reason: string,
): WrittenDecision {
  return { ...decision("rating-agreed", daysAgo, reason), rating };
}

export function groupAgreesDate(daysAgo: number, date: Days, reason: string): WrittenDecision {
  return { ...decision("date-agreed", daysAgo, reason), date };
}

/** The reason says who is to look again. */
export function groupAsksToMonitor(
  daysAgo: number,
  checkOn: Days,
  reason: string,
): WrittenDecision {
  return { ...decision("monitoring-asked", daysAgo, reason), checkOn };
}

export function groupCloses(daysAgo: number, reason: string): WrittenDecision {
  return decision("closed", daysAgo, reason);
}

export function groupReopens(daysAgo: number, reason: string): WrittenDecision {
  return decision("reopened", daysAgo, reason);
}

export function groupAsks(
  name: string,
  daysAgo: number,
  agency: AgencyName,
  question: string,
  { due: by, source = "Peer-challenge group" }: { readonly due: Days; readonly source?: string },
): WrittenChallenge {
  return {
    type: "challenge",
    daysAgo,
    who: challengeGroup,
    name,
    agency,
    source,
    question,
    due: by,
  };
}

function decision(
  kind: Decision["kind"],
  daysAgo: number,
  reason: string,
): Omit<WrittenDecision, "rating" | "date" | "checkOn"> {
  return { type: "decision", daysAgo, who: challengeGroup, kind, reason };
}
