import { RefusedError } from "#plan/errors.ts";
import type { DocumentAnswer, DocumentStep, DocumentTask, TaskResult } from "./document-task.ts";

interface Asked {
  /** "The file could not be read": what a sentence about a failure begins with. */
  readonly failed: string;
  /** Ends the worker: whatever it is doing, it costs nothing more. */
  readonly signal?: AbortSignal;
}

/** With the loading of what the task is done with. What is read has a limit for each of its steps besides. */
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
  const late = () => reject(new RefusedError(`${failed}: it takes too long.`));
  const end = setTimeout(late, mostMilliseconds);
  let step: ReturnType<typeof setTimeout> | undefined;
  worker.addEventListener("message", ({ data }: MessageEvent<DocumentAnswer | DocumentStep>) => {
    clearTimeout(step);
    if ("most" in data) step = setTimeout(late, data.most);
    else if ("problem" in data) reject(new RefusedError(data.problem));
    else resolve(data);
  });
  worker.addEventListener("error", ({ message }) => {
    const why = message || "the part of the app that does it did not load";
    reject(new RefusedError(`${failed}: ${why}. Try again.`));
  });
  worker.postMessage(task, task.task === "read" ? [task.bytes.buffer] : []);
  return promise.finally(() => {
    clearTimeout(end);
    clearTimeout(step);
    worker.terminate();
  });
}
