import { RefusedError } from "#plan/errors.ts";
import type { Papers } from "#usecases/read-papers.ts";
import type { PaperKind } from "./paper-kinds.ts";
import type { PaperAnswer, PaperRequest } from "./papers-worker.ts";

/** A paper as a Word file, made off the main thread. Rejects with RefusedError where it cannot be made. */
export async function writePaper(kind: PaperKind, papers: Papers): Promise<File> {
  const worker = new Worker(new URL("papers-worker.ts", import.meta.url), { type: "module" });
  const { promise, resolve, reject } = Promise.withResolvers<File>();
  worker.addEventListener("message", ({ data }: MessageEvent<PaperAnswer>) => {
    if ("bytes" in data) resolve(new File([data.bytes], nameOf(kind, papers)));
    else reject(new RefusedError(`The paper could not be made: ${data.problem}`));
  });
  worker.addEventListener("error", ({ message }) => {
    const why = message || "the part of the app that makes it did not load";
    reject(new RefusedError(`The paper could not be made: ${why}. Try again.`));
  });
  const request: PaperRequest = { kind, papers };
  worker.postMessage(request, []);
  return promise.finally(() => worker.terminate());
}

const fileNames: Readonly<Record<PaperKind, string>> = {
  highlight: "highlight-report",
  scrutiny: "scrutiny-pack",
  board: "board-cover-sheet",
};

function nameOf(kind: PaperKind, { report: { plan } }: Papers): string {
  return `${fileNames[kind]}-${plan.day}.docx`;
}
