import { RefusedError } from "#plan/errors.ts";
import { withWorker } from "#tab/worker/with-worker.ts";
import type { ReadSaid, ReadTask } from "./read-worker.ts";
import { DocumentFromParts, type ReadDocument } from "./review-parts.ts";

/** More is no plan; and the page would have to hold it twice. */
const mostBytes = 60 * 1024 * 1024;

interface Reading extends Omit<ReadTask, "bytes"> {
  readonly signal: AbortSignal;
}

/**
 * What a file says, read off the main thread, which is given it in parts. Rejects with RefusedError where it cannot be
 * read, in a sentence for the person; never settles once it was cancelled.
 */
export async function readInWorker(
  file: File,
  { kind, columns, signal }: Reading,
): Promise<ReadDocument> {
  if (file.size > mostBytes)
    throw new RefusedError(
      "The file is larger than 60 MB. Save it without its pictures, and try again.",
    );
  const task: ReadTask = { bytes: new Uint8Array(await file.arrayBuffer()), kind, columns };
  const worker = new Worker(new URL("read-worker.ts", import.meta.url), { type: "module" });
  const document = new DocumentFromParts();
  let step: ReturnType<typeof setTimeout> | undefined;
  const asked = { failed: "The file could not be read", signal };
  const read = withWorker<ReadDocument>(worker, asked, ({ resolve, reject, late }) => {
    worker.addEventListener("message", ({ data }: MessageEvent<ReadSaid>) => {
      clearTimeout(step);
      if ("most" in data) step = setTimeout(late, data.most);
      else if ("problem" in data) reject(new RefusedError(data.problem));
      else if ("rest" in data) resolve(document.with(data.rest));
      else {
        document.take(data.rows);
        worker.postMessage("taken", []);
      }
    });
    worker.postMessage(task, [task.bytes.buffer]);
  });
  return read.finally(() => clearTimeout(step));
}
