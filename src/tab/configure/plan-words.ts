import { formatDate } from "#plan/iso-date.ts";
import type { PlanSummary } from "#usecases/ports/plans.ts";

/** "CQC · published 14 July 2015", or why it cannot be opened */
export function aboutPlan({ regulator, published, unreadable }: PlanSummary): string {
  if (unreadable !== undefined) return `This plan cannot be opened. ${unreadable}`;
  return [regulator, published && `published ${formatDate(published)}`].filter(Boolean).join(" · ");
}

/** What the tab is called at first: where there are several plans, two tabs may stand side by side. */
export function tabNameFor({ title }: PlanSummary, plans: readonly PlanSummary[]): string {
  return plans.length > 1 ? title : "Action plan";
}

/** Whether a tab can show it. */
export function isReadable({ unreadable }: PlanSummary): boolean {
  return unreadable === undefined;
}
