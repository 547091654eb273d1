import type { PlanSummary } from "#usecases/ports/plans.ts";
import { aboutPlan } from "./plan-words.ts";

/**
 * The plans of which title, regulator or day of publication have every word that is typed, in any order and wherever it
 * stands: a place, a year. Capitals and accents are no difference.
 */
export function plansFound(plans: readonly PlanSummary[], typed: string): readonly PlanSummary[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return plans;
  return plans.filter((plan) => {
    const said = plain(`${plan.title} ${aboutPlan(plan)}`);
    return words.every((word) => said.includes(word));
  });
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
