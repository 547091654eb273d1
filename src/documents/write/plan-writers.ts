import type { PlanOnDate } from "#plan/plan-on-date.ts";
import type { PlanForm } from "./plan-form.ts";

/** What writes a plan in each form; the code of each is loaded only when it is written. */
export const planWriters: Readonly<Record<PlanForm, (plan: PlanOnDate) => Promise<Uint8Array>>> = {
  docx: async (plan) => (await import("./write-word-plan.ts")).writeWordPlan(plan),
  xlsx: async (plan) => (await import("./write-excel-plan.ts")).writeExcelPlan(plan),
  csv: async (plan) => (await import("./write-csv-plan.ts")).writeCsvPlan(plan),
};
