import { paperWriters } from "#documents/write/paper-writers.ts";
import { planWriters } from "#documents/write/plan-writers.ts";
import { planToExport } from "#usecases/export-plan.ts";
import { papersOf } from "#usecases/read-papers.ts";
import type { DocumentAnswer, DocumentTask } from "./document-task.ts";
import { PlanFromParts, type PlanPart } from "./plan-parts.ts";

const sent = new PlanFromParts();

// A document may take seconds to make; the page stays usable meanwhile, and ends the worker to cancel it.
self.addEventListener("message", ({ data }: MessageEvent<PlanPart | DocumentTask>) => {
  if ("task" in data) void answer(data).then(say);
  else say(sent.take(data));
});

function say(said: DocumentAnswer | void): void {
  self.postMessage(said, { transfer: [] });
}

async function answer(task: DocumentTask): Promise<DocumentAnswer> {
  try {
    return { bytes: new Uint8Array(await written(task)) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { problem: `The document could not be made: ${why}` };
  }
}

function written(asked: DocumentTask): Promise<Uint8Array> {
  const { whole, definitions } = sent;
  if (asked.task === "write-plan")
    return planWriters[asked.form](planToExport({ ...asked, whole, definitions }));
  if (!definitions) throw new Error("how the plan was worded did not come.");
  const read = { whole, definitions, since: asked.from };
  return paperWriters[asked.kind](papersOf({ ...asked, read }));
}
