import {
  AlteredSiteError,
  InterceptedError,
  NotAllowedError,
  NotFoundError,
  SignInError,
  TakenOutError,
  waitAsked,
} from "#plan/errors.ts";
import { tellAnswered } from "#tab/ports/answers.ts";
import type { Surroundings } from "./surroundings.ts";

/** Why what is shown may be old. */
export type Trouble =
  | "offline"
  | "sign-in"
  | "refused"
  /** What is followed was taken out. */
  | "gone"
  /** The site is no longer as it was set up. */
  | "altered"
  /** SharePoint asked for a wait. */
  | "busy"
  | "unavailable";

interface MayBeOld {
  readonly trouble?: Trouble;
  /** What exactly, where that is more than its kind says. */
  readonly says?: string | undefined;
  /** When it is looked at again, where SharePoint asked for a wait. */
  readonly again?: Date | undefined;
}

/** Milliseconds: a look without an answer for so long is told; a line that took it may never give one. */
const slowMs = 20_000;

/** Milliseconds: the shortest wait after a failure, and the longest after many. */
const afterFailure = { leastMs: 4000, mostMs: 60_000 } as const;

/**
 * Something that others write too, followed as long as somebody looks at it. Nothing here throws: trouble is a state, and
 * what was shown stays.
 */
export class Follower<State extends MayBeOld> {
  readonly #around: Surroundings;
  readonly #everyMs: number;
  readonly #ask: (shown: State) => Promise<State>;
  readonly #listeners = new Set<() => void>();
  #state: State;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: Promise<void> | undefined;
  #failures = 0;
  #following = false;
  /** How many hold it. */
  #held = 0;

  /** Every `everyMs` milliseconds `ask` answers what is to be shown from then on, without trouble; it may throw. */
  constructor(
    first: State,
    around: Surroundings,
    everyMs: number,
    ask: (shown: State) => Promise<State>,
  ) {
    this.#state = first;
    this.#around = around;
    this.#everyMs = everyMs;
    this.#ask = ask;
  }

  readonly current = (): State => this.#state;

  /** Calls the listener at every change of state; the answer ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows this from now on; tells nobody where nothing in it is new. */
  readonly become = (state: State): void => {
    if (isSame(this.#state, state)) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  };

  /** Looks now, whatever the clock says: what was saved before the call is there when this resolves. */
  readonly check = async (): Promise<void> => {
    await this.#looking;
    await this.#look();
  };

  /** Looks again and again while the page is visible; the answer ends that. */
  readonly follow = (): (() => void) => {
    this.#following = true;
    const unwatch = this.#around.watch(() => this.#notice());
    this.#schedule(this.#everyMs);
    return () => {
      this.#following = false;
      clearTimeout(this.#timer);
      unwatch();
    };
  };

  /** Looks no more by itself until the answer is called: what is written meanwhile changes it all the while. */
  readonly hold = (): (() => void) => {
    this.#held += 1;
    clearTimeout(this.#timer);
    return () => {
      this.#held -= 1;
      this.#schedule(this.#everyMs);
    };
  };

  /** One look at a time; a call during one waits for it. */
  #look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #lookOnce(): Promise<void> {
    const slow = setTimeout(() => this.#waits(), slowMs);
    try {
      const state = await this.#ask(this.#state);
      this.#failures = 0;
      this.become(state);
      this.#schedule(this.#everyMs);
      tellAnswered();
    } catch (error) {
      this.#failures += 1;
      const pause = pauseAfter(this.#failures, error);
      this.become({ ...this.#state, ...this.#told(error, pause) });
      this.#schedule(pause);
    } finally {
      clearTimeout(slow);
    }
  }

  /** It goes on waiting; whoever reads meanwhile is to know that this may be old. */
  #waits(): void {
    if (this.#state.trouble === undefined)
      this.become({ ...this.#state, trouble: "unavailable", says: undefined, again: undefined });
  }

  /** What is wrong now; what was wrong before is no longer said. */
  #told(error: unknown, pause: number) {
    const trouble = this.#around.online() ? troubleOf(error) : "offline";
    return {
      trouble,
      says: saysMore(error) ? error.message : undefined,
      again: trouble === "busy" ? new Date(this.#around.now().getTime() + pause) : undefined,
    };
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    if (this.#mayLook() && this.#following && this.#around.online())
      this.#timer = setTimeout(() => void this.#look(), delay);
  }

  /** The page was shown or hidden, or the network came or went. */
  #notice(): void {
    clearTimeout(this.#timer);
    if (!this.#around.online())
      this.become({ ...this.#state, trouble: "offline", says: undefined, again: undefined });
    else if (this.#mayLook()) void this.#look();
  }

  #mayLook(): boolean {
    return this.#held === 0 && this.#around.visible();
  }
}

/** Where its kind alone does not help anybody. */
function saysMore(error: unknown): error is AlteredSiteError | InterceptedError {
  return error instanceof AlteredSiteError || error instanceof InterceptedError;
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof SignInError) return "sign-in";
  if (error instanceof TakenOutError) return "gone";
  if (error instanceof AlteredSiteError) return "altered";
  if (waitAsked(error) !== undefined) return "busy";
  const refused = error instanceof NotAllowedError || error instanceof NotFoundError;
  return refused ? "refused" : "unavailable";
}

/** Milliseconds; twice as long after each failure, never sooner than the service asked, with some jitter. */
export function pauseAfter(failures: number, error: unknown): number {
  const asked = (waitAsked(error) ?? 0) * 1000;
  const own = Math.min(afterFailure.leastMs * 2 ** (failures - 1), afterFailure.mostMs);
  return Math.max(asked, own) * (1 + Math.random() / 5);
}

function isSame(one: object, other: object): boolean {
  const had = new Map<string, unknown>(Object.entries(one));
  const has = Object.entries(other);
  return had.size === has.length && has.every(([name, part]) => had.get(name) === part);
}
