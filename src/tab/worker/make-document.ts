import { RefusedError } from "#plan/errors.ts";
import { askWorker } from "./ask-worker.ts";
import type { DocumentTask } from "./document-task.ts";

const failed = "The document could not be made";

/** A document as a file of that name, made off the main thread. Rejects with RefusedError; never settles once cancelled. */
export async function makeDocument(
  task: Exclude<DocumentTask, { readonly task: "read" }>,
  name: string,
  signal?: AbortSignal,
): Promise<File> {
  const made = await askWorker(task, { failed, ...(signal && { signal }) });
  if ("bytes" in made) return new File([made.bytes], name);
  throw new RefusedError(`${failed}. Try again.`);
}
