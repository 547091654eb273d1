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
  readonly author?: Person | undefined;
}

/** What an agency says of one action. */
export interface Update extends Stated {
  readonly type: "update";
  readonly actionId: number;
  /** The folder it stands in; that, and no column, says which agency spoke. */
  readonly folder: string;
  readonly kind: "progress" | "response" | "monitoring";
  readonly rating?: RatingId | undefined;
  readonly note?: string | undefined;
  readonly evidence: readonly EvidenceLink[];
  /** How many links it carries; known where the links themselves are not loaded. */
  readonly evidenceCount: number;
  /** A later due date that the agency asks for. */
  readonly revisedDate?: IsoDate | undefined;
  /** The challenge that a response answers. */
  readonly challengeId?: number | undefined;
}

/** What the peer-challenge group agreed about one action. */
export interface Decision extends Stated {
  readonly type: "decision";
  readonly actionId: number;
  readonly kind: "rating-agreed" | "date-agreed" | "closed" | "reopened" | "monitoring-asked";
  readonly rating?: RatingId | undefined;
  readonly date?: IsoDate | undefined;
  readonly reason?: string | undefined;
  readonly meetingId?: number | undefined;
}

/** A question put to an agency on an action or a recommendation. */
export interface Challenge extends Stated {
  readonly type: "challenge";
  readonly recommendationId: number;
  readonly actionId?: number | undefined;
  /** Short name of the agency that is to answer. */
  readonly agency: string;
  readonly question?: string | undefined;
  readonly source: string;
  readonly due?: IsoDate | undefined;
}

/** One line of the append-only record. */
export type Entry = Update | Decision | Challenge;
