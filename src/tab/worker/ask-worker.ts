import { RefusedError } from "#plan/errors.ts";
import type { DocumentAnswer, DocumentTask, TaskResult } from "./document-task.ts";

interface Asked {
  /** "The file could not be read": what a sentence about a failure begins with. */
  readonly failed: string;
  /** Ends the worker: whatever it is doing, it costs nothing more. */
  readonly signal?: AbortSignal;
}

/** The readers have limits of their own; a document that holds its worker up all the same ends here. */
const mostMilliseconds = 60_000;

/**
 * What comes of a task, done off the main thread in a worker of its own that is ended afterwards. Rejects with
 * RefusedError, in a sentence for the person; never settles once it was cancelled.
 */
export async function askWorker(
  task: DocumentTask,
  { failed, signal }: Asked,
): Promise<TaskResult> {
  const worker = new Worker(new URL("document-worker.ts", import.meta.url), { type: "module" });
  signal?.addEventListener("abort", () => worker.terminate());
  const { promise, resolve, reject } = Promise.withResolvers<TaskResult>();
  worker.addEventListener("message", ({ data }: MessageEvent<DocumentAnswer>) => {
    if ("problem" in data) reject(new RefusedError(data.problem));
    else resolve(data);
  });
  worker.addEventListener("error", ({ message }) => {
    const why = message || "the part of the app that does it did not load";
    reject(new RefusedError(`${failed}: ${why}. Try again.`));
  });
  const late = setTimeout(
    () => reject(new RefusedError(`${failed}: it takes longer than a minute.`)),
    mostMilliseconds,
  );
  worker.postMessage(task, task.task === "read" ? [task.bytes.buffer] : []);
  return promise.finally(() => {
    clearTimeout(late);
    worker.terminate();
  });
}
