import type { IsoDate } from "#plan/iso-date.ts";
import type { Agency } from "#plan/plan.ts";
import type { RatingId } from "#plan/rating-scheme.ts";
import type { Challenge, Decision, Entry, EvidenceLink, Update } from "#plan/record.ts";

export interface NewUpdate {
  readonly key: string;
  readonly planId: number;
  /** Left out where a question on a whole recommendation is answered; then `recommendationId` is there. */
  readonly actionId?: number | undefined;
  readonly recommendationId?: number | undefined;
  /** The agency that speaks; the update goes into its folder. */
  readonly agency: Agency;
  readonly kind: Update["kind"];
  readonly rating?: RatingId | undefined;
  readonly note: string;
  readonly evidence: readonly EvidenceLink[];
  readonly revisedDate?: IsoDate | undefined;
  readonly challengeId?: number | undefined;
}

/** What is appended: everything but what SharePoint sets. */
type Said<T extends Entry> = Omit<T, "type" | "id" | "created" | "author" | "authorId"> & {
  readonly planId: number;
};

export type NewChallenge = Said<Challenge>;

export type NewDecision = Said<Decision>;

export interface RecordStore {
  /** Everything said about one action, with notes, evidence and authors, oldest first. */
  forAction(actionId: number): Promise<readonly Entry[]>;
  /** Everything said about a recommendation and about its actions, as `forAction`; one round trip. */
  forRecommendation(
    recommendationId: number,
    actionIds: readonly number[],
  ): Promise<readonly Entry[]>;
  /** Every challenge to a plan with its words and what answered or resolved it, oldest first. */
  ofChallenges(planId: number): Promise<readonly Entry[]>;
  /** Puts a question once, however often it is tried with the same key. Throws NotAllowedError, UnavailableError. */
  challenge(challenge: NewChallenge): Promise<{ readonly id: number }>;
  /** Appends what the group agreed, once a key. Throws NotAllowedError, UnavailableError. */
  decide(decision: NewDecision): Promise<{ readonly id: number }>;
  /** Appends once, however often it is tried with the same key. Throws NotAllowedError, UnavailableError. */
  append(update: NewUpdate): Promise<{ readonly id: number }>;
}
