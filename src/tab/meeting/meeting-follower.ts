import type { Meeting, MeetingNote } from "#plan/meeting.ts";
import { Follower, type Trouble } from "#tab/live/follower.ts";
import type { Surroundings } from "#tab/live/surroundings.ts";
import type { MeetingNow, MeetingStore } from "#usecases/ports/meetings.ts";

export interface FollowState extends MeetingNow {
  /** Why what is shown may be old. */
  readonly trouble?: Trouble;
}

/** Milliseconds between two looks: everybody is where the chair is within three seconds. */
const everyMs = 2000;

interface FollowedMeeting {
  readonly follower: Follower<FollowState>;
  /** Shows at once what this person's own act made of the meeting. */
  readonly put: (meeting: Meeting) => void;
}

/** A meeting that follows what chair and secretary do: one small request each time. */
export function followMeeting(
  meetings: MeetingStore,
  first: MeetingNow,
  around: Surroundings,
): FollowedMeeting {
  /** Counts what was put here: an answer to a question from before that is older than what is shown. */
  let puts = 0;
  const follower: Follower<FollowState> = new Follower<FollowState>(
    first,
    around,
    everyMs,
    async ({ meeting, notes }) => {
      const before = puts;
      const now = await meetings.follow(meeting.id, notes.at(-1)?.id ?? 0);
      return {
        meeting: before === puts ? unlessSame(meeting, now.meeting) : follower.current().meeting,
        notes: withNew(notes, now.notes),
      };
    },
  );
  return {
    follower,
    put(meeting) {
      puts += 1;
      follower.become({ ...follower.current(), meeting });
    },
  };
}

/** The same object while nothing in it changed, so that nothing is drawn again. */
function unlessSame(before: Meeting, now: Meeting): Meeting {
  return before.version === now.version ? before : now;
}

function withNew(
  before: readonly MeetingNote[],
  more: readonly MeetingNote[],
): readonly MeetingNote[] {
  const fresh = more.filter(({ id }) => !before.some((note) => note.id === id));
  return fresh.length === 0 ? before : [...before, ...fresh];
}
