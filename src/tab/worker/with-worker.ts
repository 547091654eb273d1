import { RefusedError } from "#plan/errors.ts";

export interface WorkAsked {
  /** "The file could not be read": what a sentence about a failure begins with. */
  readonly failed: string;
  /** Ends the worker: whatever it is doing, it costs nothing more. */
  readonly signal?: AbortSignal;
  /** Milliseconds that it may take; a minute where it is not said. */
  readonly most?: number;
}

/** The ways in which what a worker does can end. */
export interface Ends<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (cause: unknown) => void;
  /** Rejects, because it takes too long. */
  readonly late: () => void;
}

/** With the loading of what the work is done with. */
const aMinute = 60_000;

/**
 * Does a piece of work in a worker of its own, which is ended afterwards. Rejects with RefusedError, in a sentence for the
 * person, where the worker fails or takes too long; never settles once it was cancelled.
 */
export async function withWorker<Result>(
  worker: Worker,
  { failed, signal, most = aMinute }: WorkAsked,
  work: (ends: Ends<Result>) => void,
): Promise<Result> {
  signal?.addEventListener("abort", () => worker.terminate());
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const late = () => reject(new RefusedError(`${failed}: it takes too long.`));
  const end = setTimeout(late, most);
  worker.addEventListener("error", ({ message }) => {
    const why = message || "the part of the app that does it did not load";
    reject(new RefusedError(`${failed}: ${why}. Try again.`));
  });
  work({ resolve, reject, late });
  return promise.finally(() => {
    clearTimeout(end);
    worker.terminate();
  });
}
