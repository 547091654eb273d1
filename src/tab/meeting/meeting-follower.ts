import { SignInError } from "#plan/errors.ts";
import type { Meeting, MeetingNote } from "#plan/meeting.ts";
import { pauseAfter } from "#tab/live/live-plan.ts";
import type { Surroundings } from "#tab/live/surroundings.ts";
import type { MeetingNow, MeetingStore } from "#usecases/ports/meetings.ts";

export interface FollowState extends MeetingNow {
  /** Why what is shown may be old. */
  readonly trouble?: "offline" | "sign-in" | "unavailable";
}

/** Milliseconds between two looks: everybody is where the chair is within three seconds. */
const everyMs = 2000;

/**
 * A meeting that follows what chair and secretary do, as long as somebody looks at it: one small request each time.
 * Nothing here throws: trouble is a state, and what was shown stays.
 */
export class MeetingFollower {
  readonly #meetings: MeetingStore;
  readonly #around: Surroundings;
  readonly #listeners = new Set<() => void>();
  #state: FollowState;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: Promise<void> | undefined;
  #failures = 0;
  /** Counts what was put here: an answer to a question from before that is older than what is shown. */
  #puts = 0;
  #following = false;

  constructor(meetings: MeetingStore, first: MeetingNow, around: Surroundings) {
    this.#meetings = meetings;
    this.#around = around;
    this.#state = first;
  }

  readonly current = (): FollowState => this.#state;

  /** Calls the listener at every change of state; the answer ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows at once what this person's own act made of the meeting. */
  readonly put = (meeting: Meeting): void => {
    this.#puts += 1;
    this.#become({ ...this.#state, meeting });
  };

  /** Looks now, whatever the clock says: what was said before the call is there when this resolves. */
  readonly check = async (): Promise<void> => {
    await this.#looking;
    await this.#look();
  };

  /** Looks every two seconds while the page is visible; the answer ends that. */
  readonly follow = (): (() => void) => {
    this.#following = true;
    const unwatch = this.#around.watch(() => this.#notice());
    this.#schedule(everyMs);
    return () => {
      this.#following = false;
      clearTimeout(this.#timer);
      unwatch();
    };
  };

  /** One look at a time; a call during one waits for it. */
  #look(): Promise<void> {
    this.#looking ??= this.#ask().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #ask(): Promise<void> {
    const { meeting, notes } = this.#state;
    const puts = this.#puts;
    try {
      const now = await this.#meetings.follow(meeting.id, notes.at(-1)?.id ?? 0);
      this.#failures = 0;
      this.#become({
        meeting: puts === this.#puts ? unlessSame(meeting, now.meeting) : this.#state.meeting,
        notes: withNew(this.#state.notes, now.notes),
      });
      this.#schedule(everyMs);
    } catch (error) {
      this.#failures += 1;
      this.#become({ ...this.#state, trouble: this.#troubleOf(error) });
      this.#schedule(pauseAfter(this.#failures, error));
    }
  }

  #troubleOf(error: unknown): FollowState["trouble"] & string {
    if (!this.#around.online()) return "offline";
    return error instanceof SignInError ? "sign-in" : "unavailable";
  }

  #become(state: FollowState): void {
    const before = this.#state;
    const same = (["meeting", "notes", "trouble"] as const).every(
      (name) => before[name] === state[name],
    );
    if (same) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    if (this.#following && this.#around.visible() && this.#around.online())
      this.#timer = setTimeout(() => void this.#look(), delay);
  }

  /** The page was shown or hidden, or the network came or went. */
  #notice(): void {
    clearTimeout(this.#timer);
    if (!this.#around.online()) this.#become({ ...this.#state, trouble: "offline" });
    else if (this.#around.visible()) void this.#look();
  }
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
