import type { PlanDocument } from "#documents/plan-document.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";

/** Whether a document seems to be a version of that plan: its title, or half of its recommendations, by their words. */
export function isOfThisPlan(
  { plan, recommendations, part }: PlanDocument,
  open: OpenPlan,
): boolean {
  if (
    part !== undefined ||
    (plan.title !== undefined && plain(plan.title) === plain(open.plan.title))
  )
    return true;
  const known = new Set(open.recommendations.map(({ text }) => plain(text)));
  const shared = recommendations.filter(({ text }) => known.has(plain(text)));
  return recommendations.length > 0 && shared.length * 2 >= recommendations.length;
}

function plain(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
