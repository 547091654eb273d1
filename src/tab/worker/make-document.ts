import { RefusedError } from "#plan/errors.ts";
import type { PlanToExport } from "#usecases/export-plan.ts";
import { answerOf } from "./answer-of.ts";
import type { DocumentAnswer, DocumentTask } from "./document-task.ts";
import { planParts, wordingParts } from "./plan-parts.ts";
import { withWorker } from "./with-worker.ts";

type PlanSent = Pick<PlanToExport, "whole" | "definitions">;

interface Making {
  /** What the file is called. */
  readonly name: string;
  readonly signal?: AbortSignal;
}

/** A Word document of 10,000 actions takes half a minute, and a slow computer four times as long. Who waits can cancel. */
const most = 5 * 60_000;

/** A document of a plan as a file, made off the main thread. Rejects and is cancelled as `withWorker` says. */
export async function makeDocument(
  plan: PlanSent,
  task: DocumentTask,
  { name, signal }: Making,
): Promise<File> {
  const worker = new Worker(new URL("document-worker.ts", import.meta.url), { type: "module" });
  const asked = { failed: "The document could not be made", most, ...(signal && { signal }) };
  const bytes = await withWorker<Uint8Array<ArrayBuffer>>(worker, asked, ({ resolve, reject }) => {
    worker.addEventListener("message", ({ data }: MessageEvent<DocumentAnswer | undefined>) => {
      // Of a part of the plan it says only that it has it.
      if (!data) return;
      if ("problem" in data) reject(new RefusedError(data.problem));
      else resolve(data.bytes);
    });
    give(worker, plan, task).catch(reject);
  });
  return new File([bytes], name);
}

async function give(worker: Worker, plan: PlanSent, task: DocumentTask): Promise<void> {
  for (const part of planParts(plan.whole)) await answerOf(worker, part);
  if (plan.definitions)
    for (const part of wordingParts(plan.definitions)) await answerOf(worker, part);
  worker.postMessage(task, []);
}
