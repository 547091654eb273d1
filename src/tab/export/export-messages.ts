import type { IsoDate } from "#plan/iso-date.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";

export const documentForms = [
  { ending: "docx", name: "A Word document, in the layout that boards know" },
  { ending: "xlsx", name: "A workbook, one action a row" },
  { ending: "csv", name: "Values with commas between (CSV)" },
] as const;

export type DocumentForm = (typeof documentForms)[number]["ending"];

/** What the page asks of the worker. */
export interface WriteRequest {
  readonly plan: PlanOnDate;
  readonly form: DocumentForm;
  readonly today: IsoDate;
}

export type WriteAnswer =
  | { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string }
  | { readonly problem: string };
