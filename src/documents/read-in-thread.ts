import { Worker } from "node:worker_threads";
import type { PlanDocument } from "./plan-document.ts";
import type { ReadOptions } from "./read-plan-document.ts";
import type { AskedOfThread, SaidByThread } from "./reading-thread.ts";
import { UnreadableDocumentError } from "./unreadable-document-error.ts";

/** For the thread to start and load what it reads with on a busy machine, whatever the file; milliseconds. */
const starting = 30_000;
/** More than the longest plan takes, in megabytes of JavaScript's heap. */
const mostMemory = 1_024;

/**
 * Reads a document as `readPlanDocument` does, in a thread of Node's that is ended where it takes too long or too much
 * memory, whatever the file has found to hold it up. Rejects with UnreadableDocumentError.
 */
export async function readInThread(
  bytes: Uint8Array,
  options: Omit<ReadOptions, "onStep"> = {},
): Promise<PlanDocument> {
  const asked: AskedOfThread = { bytes, options };
  const thread = new Worker(new URL("reading-thread.ts", import.meta.url), {
    workerData: asked,
    // None of the process's own: with its --input-type the thread's module would be read as something else.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  const { promise, resolve, reject } = Promise.withResolvers<PlanDocument>();
  const late = () => reject(tooLarge("takes too long to read"));
  let timer = setTimeout(late, starting);
  thread.on("message", (said: SaidByThread) => {
    if ("document" in said) resolve(said.document);
    else if ("reason" in said) reject(new UnreadableDocumentError(said.reason, said.message));
    else {
      clearTimeout(timer);
      timer = setTimeout(late, said.most);
    }
  });
  thread.on("error", (cause) =>
    reject(isOutOfMemory(cause) ? tooLarge("takes more memory than any plan", cause) : cause),
  );
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function tooLarge(why: string, cause?: unknown): UnreadableDocumentError {
  return new UnreadableDocumentError(
    "too-large",
    `The file ${why} and was not read: save it in parts, or in another form, and choose those.`,
    { cause },
  );
}
