import { NotAllowedError } from "#plan/errors.ts";
import { dayOf } from "#plan/iso-date.ts";
import type { Meeting } from "#plan/meeting.ts";
import { leads } from "#plan/meeting-rules.ts";
import { type Minutes, minutesOfMeeting, type MinutesOf } from "#plan/minutes.ts";
import { mayDecide, type Me } from "#plan/permissions.ts";
import { changeMeeting, type MeetingPorts } from "./change-meeting.ts";
import type { Led } from "./lead-meeting.ts";

/** Ends a meeting; ended already, it stays as it ended. Throws NotAllowedError for anybody but the chair. */
export async function endMeeting(
  ports: MeetingPorts & { readonly now: () => Date },
  { me, meeting }: Led,
): Promise<Meeting> {
  if (!leads(me, meeting))
    throw new NotAllowedError(`Only ${meeting.chair.name}, in the chair, ends the meeting.`);
  if (meeting.ended !== undefined) return meeting;
  const ended = ports.now().toISOString();
  return changeMeeting(ports, meeting, (newest) => ({ ended: newest.ended ?? ended }));
}

export interface KeepMinutesPorts extends MeetingPorts {
  /** The minutes as a Word document. */
  readonly write: (minutes: Minutes) => Promise<Uint8Array>;
}

export interface KeepMinutes {
  readonly me: Me;
  readonly open: MinutesOf["open"];
  readonly meeting: Meeting;
}

/**
 * Writes the minutes of a meeting that has ended, keeps them among the plan's papers and their address on the meeting.
 * Tried again after it broke off, it goes on where it was. Throws NotAllowedError for whoever is not of the group, and
 * what the store throws.
 */
export async function keepMinutes(
  ports: KeepMinutesPorts,
  { me, open, meeting }: KeepMinutes,
): Promise<Meeting> {
  if (!mayDecide(me))
    throw new NotAllowedError("Only the peer-challenge group makes the minutes of its meetings.");
  if (meeting.minutes !== undefined) return meeting;
  const { meetings, write } = ports;
  const [notes, record] = await Promise.all([
    meetings.notes(meeting.id),
    meetings.record(meeting.id),
  ]);
  const file = await write(minutesOfMeeting({ open, meeting, notes, record }));
  const minutes = await meetings.keepMinutes(minutesName(meeting), file);
  return changeMeeting(ports, meeting, () => ({ minutes }));
}

/** One name a meeting, so that a second try finds what the first one kept. */
function minutesName({ id, starts }: Meeting): string {
  return `Minutes ${dayOf(starts)} meeting ${id}.docx`;
}
