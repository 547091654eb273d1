import { paperWriters } from "#documents/write/paper-writers.ts";
import { planWriters } from "#documents/write/plan-writers.ts";
import type { DocumentAnswer, DocumentStep, DocumentTask, TaskResult } from "./document-task.ts";

// A document may take seconds to read or to make; the page stays usable meanwhile, and ends the worker to cancel it.
self.addEventListener("message", ({ data }: MessageEvent<DocumentTask>) => {
  void answer(data).then(say);
});

function say(said: DocumentAnswer | DocumentStep): void {
  self.postMessage(said, { transfer: [] });
}

async function answer(task: DocumentTask): Promise<DocumentAnswer> {
  try {
    return await resultOf(task);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    // What reads says in a sentence of its own why it can't; what writes is not meant to fail.
    return { problem: task.task === "read" ? why : `The document could not be made: ${why}` };
  }
}

/** Readers and writers are fetched by the task that needs them. */
async function resultOf(asked: DocumentTask): Promise<TaskResult> {
  if (asked.task === "read") {
    const { readPlanDocument } = await import("#documents/read-plan-document.ts");
    const { bytes, kind, columns } = asked;
    const onStep = (most: number) => say({ most });
    return { document: await readPlanDocument(bytes, { columns, onStep, ...(kind && { kind }) }) };
  }
  const made =
    asked.task === "write-plan"
      ? planWriters[asked.form](asked.plan)
      : paperWriters[asked.kind](asked.papers);
  return { bytes: new Uint8Array(await made) };
}
