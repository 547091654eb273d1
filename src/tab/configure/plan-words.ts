import { formatDate } from "#plan/iso-date.ts";
import type { PlanSummary } from "#usecases/ports/plans.ts";

/** "CQC · published 14 July 2015", or why it cannot be opened */
export function aboutPlan({ regulator, published, unreadable }: PlanSummary): string {
  if (unreadable !== undefined) return `This plan cannot be opened. ${unreadable}`;
  return [regulator, published && `published ${formatDate(published)}`].filter(Boolean).join(" · ");
}

/** The plans that nothing but their number tells from another: the same title, regulator and day of publication. */
export function twinsIn(plans: readonly PlanSummary[]): ReadonlySet<number> {
  const alike = Map.groupBy(plans, (plan) => `${plan.title}\n${aboutPlan(plan)}`);
  return new Set(
    [...alike.values()]
      .filter(({ length }) => length > 1)
      .flatMap((some) => some.map(({ id }) => id)),
  );
}

/** "CQC · published 14 July 2015 · number 12", the number where it is needed: it stands in links to the plan too. */
export function aboutAmong(plan: PlanSummary, twins: ReadonlySet<number>): string {
  const number = twins.has(plan.id) ? `number ${plan.id}` : "";
  return [aboutPlan(plan), number].filter(Boolean).join(" · ");
}

/** What the tab is called at first: where there are several plans, two tabs may stand side by side. */
export function tabNameFor({ title }: PlanSummary, plans: readonly PlanSummary[]): string {
  return plans.length > 1 ? title : "Action plan";
}

/** Whether a tab can show it. */
export function isReadable({ unreadable }: PlanSummary): boolean {
  return unreadable === undefined;
}

interface FirstChoice {
  readonly chosen: number | undefined;
  /** The plan that the tab has is not among them. */
  readonly isLost: boolean;
}

/**
 * The plan chosen beforehand: the one that the tab has, and where it is new the newest that can be opened. Of a plan that is
 * gone no other takes the place by itself: the tab would show it to the whole channel.
 */
export function firstChoice(plans: readonly PlanSummary[], had: number | undefined): FirstChoice {
  if (had === undefined) return { chosen: plans.find(isReadable)?.id, isLost: false };
  const isLost = plans.every(({ id }) => id !== had);
  return { chosen: isLost ? undefined : had, isLost };
}
