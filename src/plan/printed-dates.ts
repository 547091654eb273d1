import { addDays, isIsoDate, type IsoDate, monthEnd, weekday as weekdayOf } from "./iso-date.ts";
import * as forms from "./printed-date-forms.ts";

/** A date that stands in a text, no more precise than it is written there. */
export interface PrintedDate {
  /** `2015-08-31`, or `2015-09` where only the month is written. */
  readonly text: string;
  /** The last day that is meant: of a month its last, of "week commencing" the seventh. */
  readonly date: IsoDate;
  readonly precision: "day" | "week" | "month";
}

export interface PrintedDates {
  /** In the order they are written, each once. */
  readonly dates: readonly PrintedDate[];
  /** One sentence for each thing that looks like a date and is none. */
  readonly problems: readonly string[];
}

type Reading = PrintedDate | { readonly problem: string };
type Groups = Readonly<Record<string, string | undefined>>;
type Read = (groups: Groups, whole: string) => readonly Reading[];

const reads: readonly (readonly [RegExp, Read])[] = [
  [forms.isoDay, (groups, whole) => [numericDay(groups, whole)]],
  [forms.numericDay, (groups, whole) => [numericDay(groups, whole)]],
  [forms.namedDays, (groups) => namedDays(groups)],
  [forms.monthFirstDay, (groups, whole) => [dayOf(groups, whole)]],
  [forms.datesNotYetFixed, () => []],
  [forms.quarterOfFinancialYear, (groups, whole) => [quarterEnd(groups, whole)]],
  [forms.quarterOfNoYear, (_, whole) => [problem(whole, "does not say which financial year")]],
  [forms.endOfFinancialYear, (groups, whole) => [quarterEnd({ ...groups, quarter: "4" }, whole)]],
  [forms.endOfYear, ({ year = "" }) => [month(fullYear(year), 12)]],
  [forms.namedMonths, (groups) => namedMonths(groups)],
  [forms.isoMonth, (groups, whole) => [isoMonth(groups, whole)]],
  [forms.numericMonth, (groups) => [month(Number(groups["year"]), Number(groups["month"]))]],
  [forms.dayWithoutYear, (_, whole) => [problem(whole, "has no year")]],
];

/**
 * Finds the dates in a text, written as people in Britain write them: 9/10/2015 is 9 October, two digits of a year
 * mean 20xx. What cannot be a date, or not a certain one, comes back as a problem.
 */
export function readPrintedDates(text: string): PrintedDates {
  const found: { readonly at: number; readonly reading: Reading }[] = [];
  let rest = text;
  for (const [form, read] of reads) {
    for (const { 0: whole, index, groups = {} } of rest.matchAll(form)) {
      const inWeek = forms.weekCommencing.test(text.slice(Math.max(0, index - 40), index));
      const [first, ...more] = read(groups, whole.trim());
      if (first) found.push({ at: index, reading: inWeek ? wholeWeek(first) : first });
      found.push(...more.map((reading) => ({ at: index, reading })));
    }
    // What is read is taken out, so that no later form reads a part of it again.
    rest = rest.replace(form, (whole) => "□".repeat(whole.length));
  }
  const readings = found.toSorted((one, other) => one.at - other.at).map(({ reading }) => reading);
  return {
    dates: onceEach(readings.filter((reading) => "text" in reading)),
    problems: readings.filter((reading) => "problem" in reading).map((reading) => reading.problem),
  };
}

function onceEach(dates: readonly PrintedDate[]): PrintedDate[] {
  return [...new Map(dates.map((date) => [date.text, date])).values()];
}

function numericDay({ year = "", month: number = "", day = "" }: Groups, whole: string): Reading {
  return wholeDay(fullYear(year), Number(number), Number(day), whole);
}

function dayOf({ year = "", month: name = "", day = "" }: Groups, whole: string): Reading {
  return wholeDay(fullYear(year), forms.monthNumber(name), Number.parseInt(day, 10), whole);
}

/** "7, 14 and 21 September 2015", "28 September to 2 October 2015": what lacks a month or a year has the next one's. */
function namedDays({ earlier = "", last = "", year4, year2 = "" }: Groups): Reading[] {
  const items = [...`${earlier}${last}`.matchAll(forms.dayInList)].map(({ 0: whole, groups }) => ({
    whole: whole.trim(),
    weekday: groups?.["weekday"] ?? "",
    day: Number(groups?.["day"]),
    month: groups?.["month"],
  }));
  const months = monthsBackwards(items.map((item) => item.month));
  const years = yearsBackwards(months, fullYear(year4 || year2), forms.range.test(earlier));
  return items.flatMap(({ whole, weekday, day }, index): Reading[] => {
    const year = years[index];
    if (year === undefined) return [problem(whole, "has no year")];
    const read = wholeDay(year, months[index] ?? 0, day, `${whole} ${year}`);
    return [...disagreement(weekday, read, `${whole} ${year}`), read];
  });
}

function namedMonths({ earlier = "", last = "", year4, year2 = "" }: Groups): Reading[] {
  const names = [...`${earlier}${last}`.matchAll(forms.monthInList)].map(([name]) => name);
  const months = names.map((name) => forms.monthNumber(name));
  const years = yearsBackwards(months, fullYear(year4 || year2), forms.range.test(earlier));
  return months.map((number, index): Reading => {
    const year = years[index];
    return year === undefined ? problem(names[index] ?? "", "has no year") : month(year, number);
  });
}

/** A day without a month has that of the next one in the list. */
function monthsBackwards(names: readonly (string | undefined)[]): number[] {
  return names.reduceRight<number[]>((months, name) => {
    return [name ? forms.monthNumber(name) : (months[0] ?? 0), ...months];
  }, []);
}

/**
 * Only the last has its year written. Those before have the same one; where the months run backwards, a range began
 * in the year before ("December – January 2016"), and of a list nobody can tell.
 */
function yearsBackwards(
  months: readonly number[],
  last: number,
  isRange: boolean,
): (number | undefined)[] {
  let year: number | undefined = last;
  const years = months
    .map((_, index) => months.length - 1 - index)
    .map((index) => {
      const turns = (months[index] ?? 0) > (months[index + 1] ?? 12);
      if (turns) year = isRange && year !== undefined ? year - 1 : undefined;
      return year;
    });
  return years.toReversed();
}

function disagreement(weekday: string, read: Reading, whole: string): Reading[] {
  if (weekday === "" || !("date" in read)) return [];
  const right = forms.weekdayNames[weekdayOf(read.date)] ?? "";
  if (right.toLowerCase().startsWith(weekday.slice(0, 3).toLowerCase())) return [];
  return [problem(whole, `names the wrong day of the week: it is a ${right}`)];
}

/** "2011-12" may be December, or the financial year; then nobody can tell. */
function isoMonth({ year = "", month: number = "" }: Groups, whole: string): Reading {
  if ((Number(year) + 1) % 100 === Number(number)) {
    return problem(whole, "may be a month or a financial year");
  }
  return month(Number(year), Number(number));
}

/** Financial years run from April: the first quarter ends in June, the fourth in March of the second year. */
function quarterEnd(groups: Groups, whole: string): Reading {
  const { quarter, quarterName = "", year = "", next = "" } = groups;
  const first = fullYear(year);
  if ((first + 1) % 100 !== Number(next) % 100) return problem(whole, "is not a financial year");
  const number = forms.quarterNumber(quarter || quarterName);
  return number === 4 ? month(first + 1, 3) : month(first, number * 3 + 3);
}

function wholeDay(year: number, number: number, day: number, whole: string): Reading {
  const text = `${year}-${pad(number)}-${pad(day)}`;
  if (!isIsoDate(text)) return problem(whole, "is not a day that exists");
  return { text, date: text, precision: "day" };
}

function month(year: number, number: number): PrintedDate {
  return {
    text: `${year}-${pad(number)}`,
    date: monthEnd(year, number),
    precision: "month",
  };
}

function wholeWeek(reading: Reading): Reading {
  if (!("date" in reading) || reading.precision !== "day") return reading;
  return { ...reading, date: addDays(reading.date, 6), precision: "week" };
}

function problem(whole: string, what: string): { readonly problem: string } {
  return { problem: `“${whole}” ${what}.` };
}

function fullYear(digits: string): number {
  return Number(digits.length === 2 ? `20${digits}` : digits);
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
