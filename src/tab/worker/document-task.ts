import type { DocumentKind } from "#documents/document-kind.ts";
import type { DocumentColumn, PlanDocument } from "#documents/plan-document.ts";
import type { PaperKind, PaperSources } from "#documents/write/paper-writers.ts";
import type { PlanForm } from "#documents/write/plan-form.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";

/** What the page asks of the worker: to read a document, or to make one. */
export type DocumentTask =
  | {
      readonly task: "read";
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** What the person says it is, where it was not recognised rightly. */
      readonly kind: DocumentKind | undefined;
      /** What is known of its columns. */
      readonly columns: readonly DocumentColumn[];
    }
  | { readonly task: "write-plan"; readonly plan: PlanOnDate; readonly form: PlanForm }
  | { readonly task: "write-paper"; readonly kind: PaperKind; readonly papers: PaperSources };

/** Said while a document is read: how long the next step may take, in milliseconds. */
export interface DocumentStep {
  readonly most: number;
}

/** What comes of a task; the worker tells in a sentence why nothing does. */
export type DocumentAnswer = TaskResult | { readonly problem: string };

export type TaskResult =
  | { readonly document: PlanDocument }
  | { readonly bytes: Uint8Array<ArrayBuffer> };
