import { ConflictError } from "#plan/errors.ts";
import type { Meeting } from "#plan/meeting.ts";
import type { MeetingChange, MeetingStore } from "../ports/meetings.ts";

export interface MeetingPorts {
  readonly meetings: MeetingStore;
}

/** Chair and secretary write at the same time; more often than this, and something else is wrong. */
const tries = 4;

/**
 * Changes a meeting by what `change` makes of it as it is now: where somebody changed it since, it is read again and
 * changed then, so that neither loses anything. Throws ConflictError where that keeps happening, and what the store
 * throws.
 */
export async function changeMeeting(
  { meetings }: MeetingPorts,
  meeting: Meeting,
  change: (newest: Meeting) => MeetingChange,
): Promise<Meeting> {
  let newest = meeting;
  for (let attempt = 1; ; attempt++) {
    try {
      return await meetings.change(newest, change(newest));
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === tries) throw error;
      newest = await meetings.open(meeting.id);
    }
  }
}
