import type {
  AgendaItem,
  Attendance,
  Meeting,
  MeetingNote,
  MeetingPlace,
  Officer,
} from "#plan/meeting.ts";
import type { Challenge, Decision } from "#plan/record.ts";

export interface NewMeeting {
  readonly key: string;
  readonly planId: number;
  readonly starts: string;
  readonly chair: Officer;
  readonly secretary?: Officer | undefined;
  readonly agenda: readonly AgendaItem[];
}

/** What the chair or the secretary may change of a meeting; what was said stands in notes and in the record. */
export interface MeetingChange {
  readonly agenda?: readonly AgendaItem[];
  readonly now?: MeetingPlace;
  readonly attendance?: readonly Attendance[];
  readonly chair?: Officer;
  readonly secretary?: Officer;
  readonly ended?: string;
  readonly minutes?: string;
}

export interface MeetingNow {
  readonly meeting: Meeting;
  readonly notes: readonly MeetingNote[];
}

export type NewMeetingNote = Omit<MeetingNote, "id" | "created" | "author"> & {
  readonly planId: number;
};

export interface MeetingStore {
  /** Newest first. */
  forPlan(planId: number): Promise<readonly Meeting[]>;
  /** One small request. Throws NotFoundError. */
  open(meetingId: number): Promise<Meeting>;
  /** The meeting as it is now and what was noted after that note, oldest first: one small request. */
  follow(meetingId: number, afterNote: number): Promise<MeetingNow>;
  add(meeting: NewMeeting): Promise<Meeting>;
  /** Changes those fields of it as it is at `meeting.version`. Throws ConflictError where somebody changed it since. */
  change(meeting: Meeting, change: MeetingChange): Promise<Meeting>;
  /** Oldest first. */
  notes(meetingId: number): Promise<readonly MeetingNote[]>;
  /** Once a key. Throws NotAllowedError, UnavailableError. */
  note(note: NewMeetingNote): Promise<{ readonly id: number }>;
  /** The questions put and the decisions taken at it, with their words and who recorded them, oldest first. */
  record(meetingId: number): Promise<readonly (Challenge | Decision)[]>;
  /** Who may chair a meeting or record in it: the peer-challenge group. */
  officers(): Promise<readonly Officer[]>;
  /**
   * Keeps its minutes as a file of that name and gives the file's address, https. A file of that name that stands there
   * already is an earlier try, and is left as it is. Throws NotAllowedError, UnavailableError.
   */
  keepMinutes(name: string, file: Uint8Array): Promise<string>;
}
