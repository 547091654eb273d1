import type { ReadFromList } from "./fault.ts";
import type { IsoDate, IsoInstant } from "./iso-date.ts";
import type { RatingId } from "./rating-scheme.ts";

export interface Person {
  readonly id: number;
  readonly name: string;
}

/** Activity shows that something was done; impact shows what it changed for children. */
export type EvidenceKind = "activity" | "impact";

export interface EvidenceLink {
  readonly name: string;
  readonly url: string;
  readonly kind: EvidenceKind;
  /** The day the evidence is of, not the day it was put here. */
  readonly date?: IsoDate | undefined;
}

interface Stated extends ReadFromList {
  readonly id: number;
  /** Made by the client before the first try, so that a retry finds its own item. */
  readonly key: string;
  /** Set by SharePoint, not by whoever states it. */
  readonly created: IsoInstant;
  readonly author?: Person | undefined;
  /** Who the author is, known where their name is not loaded. */
  readonly authorId?: number | undefined;
}

/** What an agency says of one action; or, answering a question, of a whole recommendation. */
export interface Update extends Stated {
  readonly type: "update";
  /** Left out where it is about the whole recommendation. */
  readonly actionId?: number | undefined;
  /** Of an answer to a question on the whole recommendation (docs/decisions/0030); an action says whose it is. */
  readonly recommendationId?: number | undefined;
  /** The folder it stands in; that, and no column, says which agency spoke. */
  readonly folder: string;
  readonly kind: "progress" | "response" | "monitoring";
  readonly rating?: RatingId | undefined;
  readonly note?: string | undefined;
  readonly evidence: readonly EvidenceLink[];
  /** How many links it carries; known where the links themselves are not loaded. */
  readonly evidenceCount: number;
  /** How many of them show impact; known where the links themselves are not loaded. */
  readonly impactCount: number;
  /** A later due date that the agency asks for. */
  readonly revisedDate?: IsoDate | undefined;
  /** The challenge that a response answers. */
  readonly challengeId?: number | undefined;
}

export const decisionKinds = [
  "rating-agreed",
  "date-agreed",
  "closed",
  "reopened",
  "monitoring-asked",
  "challenge-resolved",
] as const;

/** What the peer-challenge group agreed about an action, a whole recommendation or a challenge. */
export interface Decision extends Stated {
  readonly type: "decision";
  readonly recommendationId?: number | undefined;
  /** Left out where it is about the whole recommendation. */
  readonly actionId?: number | undefined;
  readonly kind: (typeof decisionKinds)[number];
  readonly rating?: RatingId | undefined;
  /** The agreed due date of "date-agreed". */
  readonly date?: IsoDate | undefined;
  readonly reason?: string | undefined;
  /** Who checks again that the change held: an agency or a role, as said in the meeting. */
  readonly checkBy?: string | undefined;
  /** When they check again. */
  readonly checkOn?: IsoDate | undefined;
  /** The challenge that "challenge-resolved" ends. */
  readonly challengeId?: number | undefined;
  readonly meetingId?: number | undefined;
}

/** Where a challenge came from; a check's carries which, "check:stale". */
export type ChallengeSource = "person" | "scrutiny" | `check:${string}`;

/** A question put to an agency on an action or a recommendation. */
export interface Challenge extends Stated {
  readonly type: "challenge";
  readonly recommendationId: number;
  readonly actionId?: number | undefined;
  /** Short name of the agency that is to answer. */
  readonly agency: string;
  readonly question?: string | undefined;
  /** A ChallengeSource; as printed where it was typed into the list by hand. */
  readonly source: string;
  readonly due?: IsoDate | undefined;
  /** The challenge that this one asks further about. */
  readonly followsUp?: number | undefined;
  readonly meetingId?: number | undefined;
}

/** One line of the append-only record. */
export type Entry = Update | Decision | Challenge;
