import { bankHolidays, bankHolidaysKnown } from "./bank-holidays.ts";
import { addDays, formatDate, type IsoDate, weekday } from "./iso-date.ts";

/**
 * True unless it is a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in England and Wales.
 * Throws RangeError outside 2011 to 2035, where the bank holidays are not known.
 */
export function isWorkingDay(date: IsoDate): boolean {
  if (date < bankHolidaysKnown.from || date > bankHolidaysKnown.to) {
    throw new RangeError(
      `Working days are known from 2011 to 2035 only, and ${formatDate(date)} is outside that.`,
    );
  }
  const day = weekday(date);
  return day !== 0 && day !== 6 && !bankHolidays.has(date);
}

/**
 * The working day that is `count` working days after `date`, which is day 0 whether or not it is one itself: a plan
 * is due 20 working days after the day the report was received. Before `date` where `count` is negative.
 * Throws RangeError where it would have to look outside 2011 to 2035.
 */
export function addWorkingDays(date: IsoDate, count: number): IsoDate {
  const step = Math.sign(count);
  let reached = date;
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/**
 * How many working days `to` is after `from`, `from` being day 0; negative where `to` is earlier. The inverse of
 * `addWorkingDays`. Throws RangeError where it would have to look outside 2011 to 2035.
 */
export function workingDaysBetween(from: IsoDate, to: IsoDate): number {
  const step = from <= to ? 1 : -1;
  let count = 0;
  for (let day = from; day !== to;) {
    day = addDays(day, step);
    if (isWorkingDay(day)) count += step;
  }
  return count;
}
