// How people write dates in plans, as patterns. `printed-dates.ts` tries them in its order and gives them meaning.
// Lists end after ten dates a kind, so that a hostile document cannot make reading slow.

const monthName =
  "(?:jan(?:uary)?|feb(?:r(?:uary)?)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])";
const weekdayName = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}";
const ordinal = "\\s?(?:st|nd|rd|th)(?![a-z])";
const dayNumber = `(?<!\\d)(?<!\\d\\.)\\d{1,2}(?!\\d)(?:${ordinal})?`;
const toMonth = "[\\s./-]*(?:of\\s+)?";
const afterWeekday = "(?:,?\\s+(?:the\\s+)?)";
const between = "\\s*(?:,\\s*and\\b|,|/|&|[-–—]|to\\b|and\\b|until\\b|or\\b)\\s*";

/** Two digits are no year where they begin something else: a time, an amount, another date. */
const fourDigits = "(?:19|20)\\d\\d(?!\\d)";
const twoDigits = `\\d\\d(?![\\d:%/]|[.]\\d|${ordinal}|\\s*(?:[ap]m\\b|%|hours?|days?|weeks?|months?|${monthName}))`;
const afterMonth = `\\.?(?:[\\s,./'’-]*(?<year4>${fourDigits})|(?:[-/.]|[^\\S\\n]*['’]|[^\\S\\n]+)(?<year2>${twoDigits}))`;

const anyDay = `(?:${weekdayName}${afterWeekday})?${dayNumber}`;
const anyDayMonth = `${anyDay}${toMonth}${monthName}\\.?`;

function form(...parts: string[]): RegExp {
  return new RegExp(parts.join(""), "giu");
}

/** "2015-09-30", "2015/09/30", and the time that a spreadsheet puts behind it. */
export const isoDay = form(
  "(?<!\\d)(?<year>(?:19|20)\\d\\d)(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d)(?:T[\\d:.]+Z?)?",
);

/** "30/09/2015", "30-11-19", "31.12.19", but not the number of a paragraph ("see 5.2.10"). */
export const numericDay = form(
  "(?<!\\b(?:see|paras?|paragraphs?|sections?|refs?|recs?|recommendations?)\\.?\\s*)",
  "(?<!\\d)(?<!\\d\\.)(?<day>\\d{1,2})\\s?(?<mark>[/.-])\\s?(?<month>\\d{1,2})\\s?\\k<mark>\\s?",
  "(?<year>(?:19|20)\\d\\d|\\d\\d)(?!\\d|[./-]\\d\\d?(?!\\d|[./-]))",
);

/** "31 August 2015", "Monday 7th of Sept. 15", "7, 14 and 21 September 2015", "28 September – 2 October 2015". */
export const namedDays = form(
  `(?<earlier>(?:${anyDay}${between}){0,9}(?:${anyDayMonth}${between}){0,9})(?<last>${anyDayMonth})`,
  afterMonth,
);
export const dayInList = form(
  `(?:(?<weekday>${weekdayName})${afterWeekday})?(?<day>\\d{1,2})(?:${ordinal})?(?:${toMonth}(?<month>${monthName}))?`,
);

/** "September 30, 2015": four digits make it certain. */
export const monthFirstDay = form(
  `(?<month>${monthName})\\.?\\s+(?<day>${dayNumber})[\\s,]+(?<year>${fourDigits})`,
);

const monthsAndYear = `(?<earlier>(?:${monthName}\\.?${between}){0,9})(?<last>${monthName})${afterMonth}`;

/** "September 2015", "Sep-15", "September/October 2015", "Dec 2015 – Jan 2016". */
export const namedMonths = form("(?<![a-z])", monthsAndYear);
export const monthInList = form(monthName);

/** "Dates in November 2015 to be identified" gives no date at all. */
export const datesNotYetFixed = form(
  "\\bdates?\\s+(?:in|for|during)\\s+",
  `(?:${monthName}\\.?${between}){0,9}${monthName}[\\s,./-]*(?:${fourDigits}|\\d\\d)`,
  "[\\s,(–-]*(?:(?:are|is|still|yet)\\s+)*(?:to\\s+be\\s+[a-z]+|tb[acd]\\b)",
);

const financialYear =
  "(?:financial\\s+year\\s+|fy\\s*)?(?<year>(?:20)?\\d\\d)\\s?[/-]\\s?(?<next>(?:20)?\\d\\d)(?!\\d)";
const quarter =
  "(?:q(?:uarter|tr)?\\s*(?<quarter>[1-4])(?!\\d)|(?<quarterName>first|second|third|fourth)\\s+quarter)";

/** "Q3 2015/16", "third quarter of 2015-16". */
export const quarterOfFinancialYear = form(
  "(?<![a-z])",
  quarter,
  "[\\s,(]*(?:of\\s+)?",
  financialYear,
);
/** "Q3 2015" may be the calendar's quarter or the financial year's. */
export const quarterOfNoYear = form("(?<![a-z])", quarter, "(?:[\\s,]*(?:of\\s+)?\\d{4})?");

/** "end of 2015/16". */
export const endOfFinancialYear = form("\\bend\\s+(?:of\\s+)?(?:the\\s+)?", financialYear);
/** "end of 2015". */
export const endOfYear = form(
  `\\bend\\s+(?:of\\s+)?(?:the\\s+year\\s+)?(?<year>${fourDigits})(?![/-]\\d)`,
);

/** "2015-09". */
export const isoMonth = form("(?<![\\d/.-])(?<year>20\\d\\d)-(?<month>0[1-9]|1[0-2])(?![\\d/.-])");
/** "09/2015". */
export const numericMonth = form(
  "(?<![\\d/.-])(?<month>0?[1-9]|1[0-2])\\s?[/.-]\\s?(?<year>20\\d\\d)(?![\\d/.-])",
);

/** What makes a range of two dates, and not a choice or a list: its first is the earlier one. */
export const range = /[-–—]|\bto\b|\buntil\b/iu;

/** "by 30 September", but not "level 2 may be". */
export const dayWithoutYear = form(`${anyDay}${toMonth}${monthName}(?!\\s+be\\b)`);

/** What stands before the first day of a week. */
export const weekCommencing =
  /(?:\bw\.?\/?c|\bweek\s+(?:commencing|beginning|starting|of))[\s:.]*$/iu;

export const weekdayNames = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;

/** 1 for January, of a name that a pattern above has matched. */
export function monthNumber(name: string): number {
  return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1;
}

/** 1 to 4, of "3" or "third". */
export function quarterNumber(written: string): number {
  const place = ["first", "second", "third", "fourth"].indexOf(written.toLowerCase());
  return place === -1 ? Number(written) : place + 1;
}
