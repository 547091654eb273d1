import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { dayOf } from "#plan/iso-date.ts";
import type { Agency, Plan } from "#plan/plan.ts";
import type { ReminderLine } from "#plan/reminders/due-lines.ts";
import { counted } from "#plan/words.ts";
import { listCard } from "./list-card.ts";
import { reminderLine } from "./monday-card.ts";
import { plain } from "./plain.ts";

/** Every action of a plan, or of one agency in it, that is past its date, those longest past first. */
export function overdueCard(
  plan: Plan,
  overdue: readonly ReminderLine[],
  {
    now,
    link,
    agency,
  }: { readonly now: Date; readonly link: string; readonly agency?: Agency | undefined },
): IAdaptiveCard {
  const schemes = new Map([[plan.id, plan.scheme]]);
  const setting = { schemes, today: dayOf(now), backTo: "overdue" as const };
  return listCard({
    heading: "Overdue in this plan",
    summary: agency ? `${agency.name} · ${plan.title}` : plan.title,
    sections: [
      { heading: "Past its date", lines: overdue.map((line) => reminderLine(line, setting)) },
    ],
    nothing: agency
      ? `No action of ${plain(agency.name, 80)} is past its date.`
      : "No action is past its date.",
    counts: `${counted(overdue.length, "action")} past the date.`,
    again: { verb: "showOverdue", data: { planId: plan.id, agency: agency?.shortName ?? "" } },
    refreshFor: [],
    link,
  });
}
