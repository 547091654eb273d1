import type { DocumentContent } from "../document-content.ts";
import type { Limits } from "../limits.ts";
import { UnreadableDocumentError, type UnreadableReason } from "../unreadable-document-error.ts";
import { readPdf, readPdfModule, timeForPage } from "./read-pdf.ts";

type Said =
  | { readonly page: number }
  | { readonly content: DocumentContent }
  | { readonly reason?: UnreadableReason; readonly message: string };

/** More than the longest plan takes, in megabytes of JavaScript's heap. */
const mostMemory = 512;
/** For the thread to start and the library to load on a busy machine, whatever the file; milliseconds. */
const starting = 15_000;

const program = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { module, bytes, limits } = workerData;
  const say = (said) => parentPort.postMessage(said);
  import(module)
    .then(({ readPdf }) => readPdf(bytes, limits, (page) => say({ page })))
    .then((content) => say({ content }), ({ reason, message }) => say({ reason, message }));`;

/**
 * Reads a PDF where it can be stopped: pdf.js may not come back from a page that was made to hold it. In Node that is a
 * thread of its own, with an end and a limit of memory. A browser reads on the thread that asks, and whoever asks there
 * does so from a worker that it can end. Rejects with UnreadableDocumentError.
 */
export async function readPdfInThread(bytes: Uint8Array, limits: Limits): Promise<DocumentContent> {
  const threads =
    typeof process === "undefined" ? undefined : process.getBuiltinModule?.("node:worker_threads");
  if (!threads) return readPdf(bytes, limits);
  const thread = new threads.Worker(program, {
    eval: true,
    // None of the process's own: with its --input-type this program would be read as something else.
    execArgv: [],
    workerData: { module: readPdfModule, bytes, limits },
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  const { promise, resolve, reject } = Promise.withResolvers<DocumentContent>();
  const late = () => reject(tooLarge("takes too long to read"));
  let until = performance.now() + starting;
  let timer = setTimeout(late, starting);
  thread.on("message", (said: Said) => {
    if ("content" in said) resolve(said.content);
    else if ("message" in said) reject(asError(said));
    else {
      clearTimeout(timer);
      until = said.page === 0 ? performance.now() + limits.milliseconds : until + timeForPage;
      timer = setTimeout(late, until - performance.now());
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

function asError({ reason, message }: Extract<Said, { message: string }>): Error {
  return reason ? new UnreadableDocumentError(reason, message) : new Error(message);
}

function tooLarge(why: string, cause?: unknown): UnreadableDocumentError {
  return new UnreadableDocumentError("too-large", `The PDF ${why} and was not read.`, { cause });
}
