import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { dayOf } from "#plan/iso-date.ts";
import type { Plan } from "#plan/plan.ts";
import type { ReminderLine } from "#plan/reminders/due-lines.ts";
import { counted } from "#plan/words.ts";
import { listCard } from "./list-card.ts";
import { reminderLine } from "./monday-card.ts";

/** Every action of a plan that is past its date, those longest past first. */
export function overdueCard(
  plan: Plan,
  overdue: readonly ReminderLine[],
  { now, link }: { readonly now: Date; readonly link: string },
): IAdaptiveCard {
  const schemes = new Map([[plan.id, plan.scheme]]);
  const setting = { schemes, today: dayOf(now), backTo: "overdue" as const };
  return listCard({
    heading: "Overdue in this plan",
    summary: plan.title,
    sections: [
      { heading: "Past its date", lines: overdue.map((line) => reminderLine(line, setting)) },
    ],
    nothing: "No action is past its date.",
    counts: `${counted(overdue.length, "action")} past the date.`,
    again: { verb: "showOverdue", data: { planId: plan.id } },
    refreshFor: [],
    link,
  });
}
