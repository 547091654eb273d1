import type { DocumentKind } from "#documents/document-kind.ts";
import type { PlanDocument } from "#documents/plan-document.ts";
import { RefusedError } from "#plan/errors.ts";
import type { ReadAnswer, ReadRequest } from "./read-worker.ts";

/** More is no plan; and the page would have to hold it twice. */
const mostBytes = 60 * 1024 * 1024;

/** The readers have limits of their own; a file that holds one up all the same ends here. */
const mostMilliseconds = 60_000;
const tooLong = new RefusedError(
  "The file takes longer than a minute to read. Save it anew from the program that made it, and try again.",
);

interface Reading {
  /** What the person says it is, where it was not recognised rightly. */
  readonly kind?: DocumentKind | undefined;
  /** Ends the worker: whatever it is doing, it costs nothing more. */
  readonly signal: AbortSignal;
}

/**
 * What a file says, read off the main thread. Rejects with RefusedError where it cannot be read, in a sentence for the
 * person; never settles once it was cancelled.
 */
export async function readInWorker(file: File, { kind, signal }: Reading): Promise<PlanDocument> {
  if (file.size > mostBytes)
    throw new RefusedError(
      "The file is larger than 60 MB. Save it without its pictures, and try again.",
    );
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = new Worker(new URL("read-worker.ts", import.meta.url), { type: "module" });
  signal.addEventListener("abort", () => worker.terminate());
  const { promise, resolve, reject } = Promise.withResolvers<PlanDocument>();
  worker.addEventListener("message", ({ data }: MessageEvent<ReadAnswer>) => {
    if ("document" in data) resolve(data.document);
    else reject(new RefusedError(data.problem));
  });
  worker.addEventListener("error", ({ message }) => {
    const why = message || "the part of the app that reads it did not load";
    reject(new RefusedError(`The file could not be read: ${why}. Try again.`));
  });
  const late = setTimeout(() => reject(tooLong), mostMilliseconds);
  const request: ReadRequest = { bytes, kind };
  worker.postMessage(request, [bytes.buffer]);
  return promise.finally(() => {
    clearTimeout(late);
    worker.terminate();
  });
}
