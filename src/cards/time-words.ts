import {
  addDays,
  dayOf,
  daysBetween,
  formatDate,
  type IsoDate,
  type IsoInstant,
} from "#plan/iso-date.ts";

const timeZone = "Europe/London";

/** "3 December 2026", which never breaks at the end of a line. */
export function unbroken(date: IsoDate): string {
  return formatDate(date).replaceAll(" ", "\u00A0");
}

/** "today at 14:32", "yesterday", "3 days ago", "5 weeks ago", and past three months the date. */
export function ago(instant: IsoInstant, now: Date): string {
  const day = dayOf(instant);
  const days = daysBetween(day, dayOf(now));
  if (days <= 0) return `today at ${timeOf(instant)}`;
  if (days === 1) return "yesterday";
  return days > 92 ? `on ${unbroken(day)}` : `${span(days)} ago`;
}

/** "Due in 12 days", "Due today", "Due 3 weeks ago". */
export function dueIn(due: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, due);
  if (days === 0) return "Due today";
  if (due === addDays(today, 1)) return "Due tomorrow";
  if (days === -1) return "Due yesterday";
  return days > 0 ? `Due in ${span(days)}` : `Due ${span(-days)} ago`;
}

// Days up to three weeks, then weeks, then months, then years: what people would say.
function span(days: number): string {
  if (days < 22) return count(days, "day");
  if (days < 92) return count(Math.round(days / 7), "week");
  if (days < 730) return count(Math.round(days / 30.44), "month");
  return count(Math.round(days / 365.25), "year");
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}

function timeOf(instant: IsoInstant): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" }).format(
    new Date(instant),
  );
}
