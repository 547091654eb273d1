import { RefusedError } from "#plan/errors.ts";
import { dayOf } from "#plan/iso-date.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import type { DocumentForm, WriteAnswer, WriteRequest } from "./export-messages.ts";

/** The plan as a file, made off the main thread. Rejects with RefusedError; never settles once it was cancelled. */
export async function writeInWorker(
  plan: PlanOnDate,
  form: DocumentForm,
  signal: AbortSignal,
): Promise<File> {
  const worker = new Worker(new URL("export-worker.ts", import.meta.url), { type: "module" });
  signal.addEventListener("abort", () => worker.terminate());
  const { promise, resolve, reject } = Promise.withResolvers<File>();
  worker.addEventListener("message", ({ data }: MessageEvent<WriteAnswer>) => {
    if ("bytes" in data) resolve(new File([data.bytes], data.name));
    else reject(new RefusedError(`The document could not be made: ${data.problem}`));
  });
  worker.addEventListener("error", ({ message }) => {
    const why = message || "the part of the app that makes it did not load";
    reject(new RefusedError(`The document could not be made: ${why}. Try again.`));
  });
  const request: WriteRequest = { plan, form, today: dayOf(new Date()) };
  worker.postMessage(request, []);
  return promise.finally(() => worker.terminate());
}
