import type { IsoDate } from "#plan/iso-date.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import type { PlanForm } from "./plan-form.ts";

/** Named after the plan, the agency whose part it is, and the day where it is not today's plan. */
export function exportFileName(
  { plan, agency, day }: Pick<PlanOnDate, "plan" | "agency" | "day">,
  today: IsoDate,
  form: PlanForm = "docx",
): string {
  const parts = [
    wordsOf(plan.title).slice(0, 80).replace(/-$/, "") || `plan-${plan.id}`,
    agency && wordsOf(agency.shortName),
    day === today ? "" : day,
  ];
  return `${parts.filter(Boolean).join("-")}.${form}`;
}

/** Only what every file system takes, so that no title can name another folder. */
function wordsOf(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize("NFKD")
      .match(/[a-z0-9]+/g) ?? []
  ).join("-");
}
