import { formatDate, type IsoDate, monthNames } from "#plan/iso-date.ts";

/** "31 Aug 2026", where a column has no room for the month's name. */
export function shortDate(date: IsoDate): string {
  return formatDate(date).replace(/[A-Z][a-z]+/, (month) =>
    month === "September" ? "Sept" : month.slice(0, 3),
  );
}

/** "22 October" in this year, "22 October 2025" in another. */
export function dayInWords(date: IsoDate, today: IsoDate): string {
  const full = formatDate(date);
  return date.slice(0, 4) === today.slice(0, 4) ? full.replace(/ \d{4}$/, "") : full;
}

/** "10.22", as a clock in London shows it. */
export function timeInWords(moment: Date): string {
  return new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "Europe/London" })
    .format(moment)
    .replace(":", ".");
}

/** "12 seconds ago"; `ms` is how long ago, in milliseconds. */
export function momentsAgo(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 5) return "just now";
  if (seconds < 60) return `${seconds} seconds ago`;
  const minutes = Math.floor(seconds / 60);
  return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
}

/** How long until then: "in 3 minutes", "in a minute", "in a few seconds"; it changes seldom, for it may be read aloud. */
export function waitInWords(until: Date, now: Date): string {
  const seconds = (until.getTime() - now.getTime()) / 1000;
  if (seconds <= 15) return "in a few seconds";
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "in a minute" : `in ${minutes} minutes`;
}

/** "Marlshire ICB, Fenbrook Hospitals and Wold Community Health". */
export function listInWords(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(words);
}

/** "November 2026" for `2026-11`. */
export function monthInWords(month: string): string {
  const [year, number] = month.split("-");
  return `${monthNames[Number(number) - 1]} ${year}`;
}
