import { addDays, dayOf, daysBetween, type IsoDate, weekday } from "../iso-date.ts";
import { isWorkingDay } from "../working-days.ts";

/** What somebody asked for about reminders. Hours are of the day in London, `quietFrom` to `quietUntil`. */
export interface ReminderWish {
  readonly off: boolean;
  readonly quietFrom: number;
  readonly quietUntil: number;
}

/** Of whoever asked for nothing: no message before eight in the morning or from six in the evening. */
export const usualWish: ReminderWish = { off: false, quietFrom: 18, quietUntil: 8 };

const londonHour = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "2-digit",
  hourCycle: "h23",
});

/** True on days that nobody works, and in the hours in which this person wants no message. */
export function isQuiet(wish: ReminderWish, now: Date): boolean {
  if (!isWorkingDay(dayOf(now))) return true;
  const hour = Number(londonHour.format(now));
  const { quietFrom, quietUntil } = wish;
  return quietFrom <= quietUntil
    ? hour >= quietFrom && hour < quietUntil
    : hour >= quietFrom || hour < quietUntil;
}

/** The week of a day by ISO 8601, "2026-W47": weeks start on Monday, and week 1 holds the year's first Thursday. */
export function isoWeek(date: IsoDate): string {
  const thursday = addDays(date, 4 - (weekday(date) || 7));
  const year = thursday.slice(0, 4);
  const firstDay = dayOf(`${year}-01-01T12:00:00Z`);
  const week = Math.floor(daysBetween(firstDay, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
