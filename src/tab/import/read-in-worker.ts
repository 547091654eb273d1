import type { DocumentKind } from "#documents/document-kind.ts";
import type { DocumentColumn, PlanDocument } from "#documents/plan-document.ts";
import { RefusedError } from "#plan/errors.ts";
import { askWorker } from "#tab/worker/ask-worker.ts";

/** More is no plan; and the page would have to hold it twice. */
const mostBytes = 60 * 1024 * 1024;

interface Reading {
  /** What the person says it is, where it was not recognised rightly. */
  readonly kind?: DocumentKind | undefined;
  /** What is known of its columns. */
  readonly columns: readonly DocumentColumn[];
  readonly signal: AbortSignal;
}

/**
 * What a file says, read off the main thread. Rejects with RefusedError where it cannot be read, in a sentence for the
 * person; never settles once it was cancelled.
 */
export async function readInWorker(
  file: File,
  { kind, columns, signal }: Reading,
): Promise<PlanDocument> {
  if (file.size > mostBytes)
    throw new RefusedError(
      "The file is larger than 60 MB. Save it without its pictures, and try again.",
    );
  const bytes = new Uint8Array(await file.arrayBuffer());
  const failed = "The file could not be read";
  const read = await askWorker({ task: "read", bytes, kind, columns }, { failed, signal });
  if ("document" in read) return read.document;
  throw new RefusedError(`${failed}. Try again.`);
}
