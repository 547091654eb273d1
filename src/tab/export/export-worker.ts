import { exportFileName } from "#documents/write/export-file-name.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import type { DocumentForm, WriteAnswer, WriteRequest } from "./export-messages.ts";

/** Each kind is loaded only when it is written. */
const writers: Readonly<Record<DocumentForm, (plan: PlanOnDate) => Promise<Uint8Array>>> = {
  docx: async (plan) => (await import("#documents/write/write-word-plan.ts")).writeWordPlan(plan),
  xlsx: async (plan) => (await import("#documents/write/write-excel-plan.ts")).writeExcelPlan(plan),
  csv: async (plan) => (await import("#documents/write/write-csv-plan.ts")).writeCsvPlan(plan),
};

self.addEventListener("message", ({ data }: MessageEvent<WriteRequest>) => {
  void answer(data).then((made) => self.postMessage(made, { transfer: [] }));
});

async function answer({ plan, form, today }: WriteRequest): Promise<WriteAnswer> {
  try {
    const bytes = new Uint8Array(await writers[form](plan));
    return { bytes, name: exportFileName(plan, today).replace(/\.docx$/, `.${form}`) };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}
