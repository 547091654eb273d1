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
}

interface Stated {
  readonly id: number;
  /** Made by the client before the first try, so that a retry finds its own item. */
  readonly key: string;
  /** Set by SharePoint, not by whoever states it. */
  readonly created: IsoInstant;
  readonly author?: Person;
}

/** What an agency says of one action. */
export interface Update extends Stated {
  readonly type: "update";
  readonly actionId: number;
  /** The folder it stands in; that, and no column, says which agency spoke. */
  readonly folder: string;
  readonly kind: "progress" | "response" | "monitoring";
  readonly rating?: RatingId;
  readonly note?: string;
  readonly evidence: readonly EvidenceLink[];
  /** How many links it carries; known where the links themselves are not loaded. */
  readonly evidenceCount: number;
  /** A later due date that the agency asks for. */
  readonly revisedDate?: IsoDate;
  /** The challenge that a response answers. */
  readonly challengeId?: number;
}

/** What the peer-challenge group agreed about one action. */
export interface Decision extends Stated {
  readonly type: "decision";
  readonly actionId: number;
  readonly kind: "rating-agreed" | "date-agreed" | "closed" | "reopened" | "monitoring-asked";
  readonly rating?: RatingId;
  readonly date?: IsoDate;
  readonly reason?: string;
  readonly meetingId?: number;
}

/** A question put to an agency on an action or a recommendation. */
export interface Challenge extends Stated {
  readonly type: "challenge";
  readonly recommendationId: number;
  readonly actionId?: number;
  readonly agency: string;
  readonly question?: string;
  readonly source: string;
  readonly due?: IsoDate;
}

/** One line of the append-only record. */
export type Entry = Update | Decision | Challenge;
