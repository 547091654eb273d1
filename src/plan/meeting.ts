import type { IsoInstant } from "./iso-date.ts";
import type { Person } from "./record.ts";

/** One line of a meeting's agenda: what is talked about, and where the line came from. */
export interface AgendaItem {
  /** Unique within its meeting; stays when the agenda is put into another order. */
  readonly id: string;
  readonly recommendationId: number;
  readonly actionId?: number | undefined;
  /** The check that asks for it, "check:stale", or who put it there. */
  readonly source: string;
  /** What is to be asked, in words to start from. */
  readonly question: string;
  readonly minutes: number;
}

export interface Attendance {
  /** Short name; or "Independent member", "Scrutiny" … where nobody's agency. */
  readonly agency: string;
  readonly name: string;
  readonly present: boolean;
}

/** Where the group is: everybody's stage shows it. */
export interface MeetingPlace {
  readonly agendaItem?: string | undefined;
  readonly recommendationId?: number | undefined;
  readonly actionId?: number | undefined;
  /** When the chair went there. */
  readonly since: IsoInstant;
}

/** Somebody who leads a meeting or writes down what is said. */
export interface Officer {
  /** `i:0#.f|membership|person@place.example` */
  readonly loginName: string;
  readonly name: string;
}

/** A peer-challenge meeting. */
export interface Meeting {
  readonly id: number;
  readonly planId: number;
  readonly starts: IsoInstant;
  readonly ended?: IsoInstant | undefined;
  /** Everybody's stage shows where the chair is. */
  readonly chair: Officer;
  /** Records beside the chair; nobody where the chair does it all. */
  readonly secretary?: Officer | undefined;
  readonly agenda: readonly AgendaItem[];
  readonly now?: MeetingPlace | undefined;
  readonly attendance: readonly Attendance[];
  /** Where its minutes stand as a file. */
  readonly minutes?: string | undefined;
  /** The item's ETag, for changing it. */
  readonly version: string;
}

export const noteKinds = ["asked", "answered", "noted", "disagreed"] as const;

/** What was said at a meeting, as the chair or the secretary wrote it down. Decisions stand in the record itself. */
export interface MeetingNote {
  readonly id: number;
  readonly key: string;
  readonly created: IsoInstant;
  readonly author?: Person | undefined;
  readonly meetingId: number;
  readonly recommendationId?: number | undefined;
  readonly actionId?: number | undefined;
  /** The challenge it became, or that it answers. */
  readonly challengeId?: number | undefined;
  /** Short name of the agency that was asked, or that answered. */
  readonly agency?: string | undefined;
  readonly kind: (typeof noteKinds)[number];
  readonly words: string;
}
