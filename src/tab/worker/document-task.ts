import type { PaperKind } from "#documents/write/paper-writers.ts";
import type { PlanForm } from "#documents/write/plan-form.ts";
import type { PapersToMake } from "#usecases/read-papers.ts";
import type { PlanToExport } from "#usecases/export-plan.ts";

/** A document to be made of the plan whose parts the worker was sent. */
export type DocumentTask =
  | ({ readonly task: "write-plan"; readonly form: PlanForm } & Omit<
      PlanToExport,
      "whole" | "definitions"
    >)
  | ({ readonly task: "write-paper"; readonly kind: PaperKind } & Omit<PapersToMake, "read">);

/** What comes of a task; the worker tells in a sentence why nothing does. */
export type DocumentAnswer =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly problem: string };
