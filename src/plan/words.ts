import { dayOf, daysBetween, type IsoDate, type IsoInstant } from "./iso-date.ts";

/** How far `due` is from `today`, for a card or a sentence: "Due in 9 days", "Due 3 days ago", "Due today". */
export function dueInWords(due: IsoDate | undefined, today: IsoDate): string {
  if (due === undefined) return "No due date";
  return `Due ${distanceInWords(due, today)}`;
}

/** The same beside a date in a column, where "due" would be said twice: "In 9 days", "Due 3 days ago". */
export function dueBesideDate(due: IsoDate, today: IsoDate): string {
  return due > today ? capitalised(distanceInWords(due, today)) : dueInWords(due, today);
}

/** By when something is asked: "Answer in 4 days", "Answer was due 2 weeks ago". */
export function answerInWords(due: IsoDate, today: IsoDate): string {
  return `${due < today ? "Answer was due" : "Answer"} ${distanceInWords(due, today)}`;
}

/** When something last happened, in days of London: "Today", "5 weeks ago", "Never". */
export function agoInWords(happened: IsoInstant | undefined, today: IsoDate): string {
  return happened === undefined ? "Never" : capitalised(distanceInWords(dayOf(happened), today));
}

/** When an action was last updated: "Updated 3 days ago", "Never updated". */
export function updatedInWords(updated: IsoInstant | undefined, today: IsoDate): string {
  return updated === undefined
    ? "Never updated"
    : `Updated ${distanceInWords(dayOf(updated), today)}`;
}

/** "1 day", "2 days"; for a word that takes more than an s, say its plural: "1 reply", "2 replies". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${inFigures(count)} ${count === 1 ? one : many}`;
}

/** "93", "11,000". Only what needs a comma wakes the browser's number formats, which takes a slow computer a while. */
export function inFigures(count: number): string {
  return Math.abs(count) < 1000 ? String(count) : count.toLocaleString("en-GB");
}

/** "today", "tomorrow", "in 9 days", "11 weeks ago"; never further off than it is. */
export function distanceInWords(date: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${span(days)}` : `${span(-days)} ago`;
}

/** Days to a fortnight, weeks to a quarter, months to two years: as exact as somebody would say it. */
function span(days: number): string {
  if (days < 14) return counted(days, "day");
  if (days < 92) return counted(Math.floor(days / 7), "week");
  if (days < 730) return counted(Math.floor(days / 30.4), "month");
  return counted(Math.floor(days / 365), "year");
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
