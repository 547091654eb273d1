/** A calendar day as `2015-08-31`, without time or zone. */
export type IsoDate = `${number}-${number}-${number}`;

/** A moment as SharePoint gives it, `2015-08-31T09:30:00Z`; compares as text. */
export type IsoInstant = string;

const millisecondsADay = 86_400_000;

const london = "Europe/London";
/** Summer time is an hour ahead of the universal day, so that the two differ only from this hour of the latter. */
const londonsNextDayFrom = 23;

/** Written out: a browser's own formatter takes a slow computer longer to make than the first screen has for it. */
export const monthNames: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

// Making a formatter costs more than a hundred uses of it.
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** True for a day that exists: `2015-02-29` is not one. */
export function isIsoDate(text: string): text is IsoDate {
  if (!isInForm(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isInForm(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** The day written in `text`. Throws RangeError where it is not a day that exists. */
export function isoDate(text: string): IsoDate {
  if (isIsoDate(text)) return text;
  throw notInForm(text);
}

function notInForm(text: string): RangeError {
  return new RangeError(`"${text}" is not a date of the form 2015-08-31.`);
}

/** The day of a moment in `timeZone`; the plan's days are days in London. Throws RangeError where it is no moment. */
export function dayOf(instant: IsoInstant | Date, timeZone = london): IsoDate {
  const at = new Date(instant);
  // A formatter is the zones' own word, and a slow computer takes 80 ms to make its first.
  const known = timeZone === london ? londonsDay(at) : undefined;
  if (known !== undefined) return known;
  const parts = new Map(
    daysIn(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return isoDate(`${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`);
}

/**
 * The day of a moment in London without a formatter. Since 1996 there is summer time from the last Sunday of March until the
 * last of October (Summer Time Order 2002, and those before it); a test compares that with the zones' own table. Undefined
 * where it has to be asked.
 */
function londonsDay(at: Date): IsoDate | undefined {
  const day = fromTime(at.getTime());
  if (at.getUTCHours() < londonsNextDayFrom) return day;
  const year = at.getUTCFullYear();
  if (year < 1996) return undefined;
  const isSummer = day >= lastSunday(year, 3) && day < lastSunday(year, 10);
  return isSummer ? addDays(day, 1) : day;
}

/**
 * The moment at which clocks in London show `2026-07-14T14:00`, in whatever zone this computer is: of an hour that they
 * show twice, the first time; what they leave out in spring, an hour later. Undefined for what is no time.
 */
export function momentInLondon(shown: string): Date | undefined {
  const inWinter = new Date(`${shown}Z`);
  if (Number.isNaN(inWinter.getTime())) return undefined;
  const inSummer = new Date(inWinter.getTime() - millisecondsADay / 24);
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: london,
    dateStyle: "short",
    timeStyle: "short",
  });
  return clock.format(inSummer) === shown.replace("T", " ") ? inSummer : inWinter;
}

function lastSunday(year: number, month: number): IsoDate {
  const end = monthEnd(year, month);
  return addDays(end, -weekday(end));
}

/** The day `days` after `date`; before it where negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromTime(toTime(date) + days * millisecondsADay);
}

/** The same day of the month `months` later, or that month's last day where it has fewer days. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = partsOf(date);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromTime(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

/** The last day of a month, January being 1. */
export function monthEnd(year: number, month: number): IsoDate {
  return fromTime(Date.UTC(year, month, 0));
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toTime(to) - toTime(from)) / millisecondsADay);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: IsoDate): number {
  return new Date(toTime(date)).getUTCDay();
}

/** "31 August 2015", as GOV.UK writes a date. */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = partsOf(isoDate(date));
  return `${day} ${monthNames[month - 1]} ${year}`;
}

function daysIn(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  dayFormats.set(timeZone, made);
  return made;
}

function toTime(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** A large plan asks for ten thousand at once: a date writes no day that does not exist, but for years of five digits. */
function fromTime(time: number): IsoDate {
  const day = new Date(time).toISOString().slice(0, 10);
  if (isInForm(day)) return day;
  throw notInForm(day);
}

function partsOf(date: IsoDate): [year: number, month: number, day: number] {
  const at = new Date(toTime(date));
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
}
