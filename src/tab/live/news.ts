import type { RatingScheme } from "#plan/rating-scheme.ts";
import { counted } from "#plan/words.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { actionLabel, ratingSentence } from "#tab/rows/row-words.ts";
import type { Changes } from "./describe-changes.ts";

/** Milliseconds: what comes within the first is said in one sentence; the more there is, the seldomer, up to the longest. */
const wait = { firstMs: 5000, longestMs: 60_000 } as const;

/** What others changed, gathered until it is said: once for all that comes within seconds, and never one after another. */
export class News {
  readonly #say: (words: string) => void;
  readonly #changed = new Map<number, ActionView>();
  readonly #removed = new Map<number, ActionView>();
  #scheme: RatingScheme | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitMs: number = wait.firstMs;

  constructor(say: (words: string) => void) {
    this.#say = say;
  }

  /** Says it soon, with what else comes until then. */
  readonly add = (scheme: RatingScheme, { changed, removed }: Changes): void => {
    this.#scheme = scheme;
    for (const view of changed) {
      this.#removed.delete(view.action.id);
      this.#changed.set(view.action.id, view);
    }
    for (const view of removed) {
      this.#changed.delete(view.action.id);
      this.#removed.set(view.action.id, view);
    }
    this.#timer ??= setTimeout(() => this.#tell(), this.#waitMs);
  };

  /** What was not said yet is not said any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #tell(): void {
    const changed = [...this.#changed.values()];
    const removed = [...this.#removed.values()];
    if (!this.#scheme || changed.length + removed.length === 0) {
      this.#timer = undefined;
      this.#waitMs = wait.firstMs;
      return;
    }
    this.#changed.clear();
    this.#removed.clear();
    this.#say(newsInWords(this.#scheme, { changed, removed }));
    this.#waitMs = Math.min(this.#waitMs * 2, wait.longestMs);
    this.#timer = setTimeout(() => this.#tell(), this.#waitMs);
  }
}

/** One sentence for all that is new or altered, and one for what is no longer there. */
export function newsInWords(
  scheme: RatingScheme,
  { changed, removed }: Pick<Changes, "changed" | "removed">,
): string {
  return [changedWords(scheme, changed), removedWords(removed)].filter(Boolean).join(" ");
}

function changedWords(scheme: RatingScheme, [only, ...others]: readonly ActionView[]): string {
  if (!only) return "";
  if (others.length > 0) return `${counted(others.length + 1, "action")} changed.`;
  return `${actionLabel(only)} changed: ${ratingSentence(scheme, only)}.`;
}

function removedWords([only, ...others]: readonly ActionView[]): string {
  if (!only) return "";
  if (others.length > 0)
    return `${counted(others.length + 1, "action")} were taken out of the plan.`;
  return `${actionLabel(only)} was taken out of the plan.`;
}
