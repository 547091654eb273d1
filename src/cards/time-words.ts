import { dayOf, daysBetween, formatDate, type IsoDate, type IsoInstant } from "#plan/iso-date.ts";
import { distanceInWords } from "#plan/words.ts";

// Making a formatter costs more than a hundred uses of it.
const times = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", timeStyle: "short" });

/** "3 December 2026", which never breaks at the end of a line. */
export function unbroken(date: IsoDate): string {
  return formatDate(date).replaceAll(" ", "\u00A0");
}

/** "today at 14:32", "yesterday", "3 days ago", "5 weeks ago", and past three months the date. */
export function ago(instant: IsoInstant, now: Date): string {
  const day = dayOf(instant);
  const days = daysBetween(day, dayOf(now));
  if (days <= 0) return `today at ${timeOf(instant)}`;
  return days > 92 ? `on ${unbroken(day)}` : distanceInWords(day, dayOf(now));
}

function timeOf(instant: IsoInstant): string {
  return times.format(new Date(instant));
}
