import type { Asked } from "#usecases/words-to-save.ts";

/** What came of it, for whoever pressed the button. */
export interface Taken {
  readonly planId: number;
  /** A sentence each. */
  readonly said: readonly string[];
}

export interface Progress {
  readonly done: number;
  readonly of: number;
  /** "actions" */
  readonly what: string;
}

/**
 * Writes what was decided. Resolves with what was done; a second run goes on where the first one stopped. `asked` says
 * whether the person was shown what may be a date of birth, and says that it can stand.
 */
export type Write = (on: (progress: Progress) => void, asked?: Asked) => Promise<Taken>;
