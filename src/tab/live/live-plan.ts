import { NotAllowedError, NotFoundError, SignInError, UnavailableError } from "#plan/errors.ts";
import type { OpenPlan, PlanStore } from "#usecases/ports/plans.ts";
import type { Surroundings } from "./surroundings.ts";

/** Why what is shown may be old. */
type Trouble = "offline" | "sign-in" | "refused" | "unavailable";

export interface LiveState {
  readonly open: OpenPlan;
  /** What was shown before the last change; the same as `open` until one arrived. */
  readonly before: OpenPlan;
  /** When SharePoint last said what is new. */
  readonly checkedAt: Date;
  readonly trouble?: Trouble;
}

/** Milliseconds between two looks in a visible tab, and the longest wait after failures. */
const pace = { everyMs: 4000, longestMs: 60_000 } as const;

/** A plan that follows what others write, as long as somebody looks at it. Nothing here throws: trouble is a state. */
export class LivePlan {
  readonly #plans: PlanStore;
  readonly #around: Surroundings;
  readonly #listeners = new Set<() => void>();
  #state: LiveState;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: Promise<void> | undefined;
  #failures = 0;
  #following = false;

  constructor(plans: PlanStore, first: OpenPlan, around: Surroundings) {
    this.#plans = plans;
    this.#around = around;
    this.#state = { open: first, before: first, checkedAt: around.now() };
  }

  readonly current = (): LiveState => this.#state;

  /** Calls the listener at every change of state; the answer ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks now, whatever the clock says: what was saved before the call is there when this resolves. */
  readonly check = async (): Promise<void> => {
    await this.#looking;
    await this.#look();
  };

  /** Looks every few seconds while the tab is visible; the answer ends that. */
  readonly follow = (): (() => void) => {
    this.#following = true;
    const unwatch = this.#around.watch(() => this.#notice());
    this.#schedule(pace.everyMs);
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
    const { open, before } = this.#state;
    try {
      const next = await this.#plans.changesSince(open);
      this.#failures = 0;
      const seen = next ? { open: next, before: open } : { open, before };
      this.#become({ ...seen, checkedAt: this.#around.now() });
      this.#schedule(pace.everyMs);
    } catch (error) {
      this.#failures += 1;
      this.#become({ ...this.#state, trouble: this.#troubleOf(error) });
      this.#schedule(pauseAfter(this.#failures, error));
    }
  }

  #troubleOf(error: unknown): Trouble {
    if (!this.#around.online()) return "offline";
    if (error instanceof SignInError) return "sign-in";
    const refused = error instanceof NotAllowedError || error instanceof NotFoundError;
    return refused ? "refused" : "unavailable";
  }

  #become(state: LiveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    if (this.#following && this.#around.visible() && this.#around.online())
      this.#timer = setTimeout(() => void this.#look(), delay);
  }

  /** The tab was shown or hidden, or the network came or went. */
  #notice(): void {
    clearTimeout(this.#timer);
    if (!this.#around.online()) this.#become({ ...this.#state, trouble: "offline" });
    else if (this.#around.visible()) void this.#look();
  }
}

/** Milliseconds; twice as long after each failure, never sooner than the service asked, with some jitter. */
export function pauseAfter(failures: number, error: unknown): number {
  const asked = error instanceof UnavailableError ? (error.retryAfter ?? 0) * 1000 : 0;
  const own = Math.min(pace.everyMs * 2 ** (failures - 1), pace.longestMs);
  return Math.max(asked, own) * (1 + Math.random() / 5);
}
