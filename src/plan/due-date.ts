import type { IsoDate } from "./iso-date.ts";
import { type PrintedDate, readPrintedDates } from "./printed-dates.ts";
import { withoutFormerDates } from "./former-dates.ts";
import { endOfTimescale, readTimescale, type Timescale } from "./timescale.ts";

/** What is said instead of a date, where it is understood. */
type Undated = "blank" | "complete" | "ongoing" | "to be decided" | "not applicable";

/** A due date as it is printed, and what of it is understood. Nothing in it is guessed. */
export interface DueDate {
  /** Word for word. */
  readonly printed: string;
  /** In printed order, each once; one reckoned from the publication date where a timescale is printed. */
  readonly dates: readonly PrintedDate[];
  /** The day that counts: the latest of `dates`. */
  readonly due?: IsoDate;
  /** The band, where one is printed and no date. */
  readonly timescale?: Timescale;
  /** Why there is no date, where the text says so. */
  readonly undated?: Undated;
  /** Sentences for whoever imports the plan, about what could not be read. */
  readonly problems: readonly string[];
}

/**
 * Reads a due date in any of the forms people print: "31 August 2015", "30/09/2015", "end of March 2016",
 * "Q3 2015/16", several of them, "Within 3 months" (of `published`), "Complete", "TBC". Throws nothing.
 */
export function parseDueDate(
  printed: string,
  { published }: { readonly published?: IsoDate } = {},
): DueDate {
  const text = withoutOtherTimes(printed.replaceAll(/<\/?sup>/giu, "").trim());
  const { dates, problems } = readPrintedDates(text);
  if (dates.length > 0) return { printed, dates, due: latest(dates), problems };
  if (problems.length > 0) return { printed, dates, problems };
  const timescale = readTimescale(text);
  if (timescale) return { printed, timescale, ...reckoned(text, timescale, published) };
  const undated = readUndated(text);
  if (undated) return { printed, dates, undated, problems };
  return { printed, dates, problems: [`No date can be read in “${text}”.`] };
}

/** "…, review Dec 2015", "… / reported to Board 3 May 2016": what happens on that day is not the action. */
const otherTime =
  /(?:^|[,;(\n]|\s\/\s|\s[–-]\s|\band\b)\s*(?:(?:to be|then|next|first|last|annual|further|mid-year)\s+)*(?:review(?:s|ed)?|updated|reported(?:\s+to(?:\s+\p{L}+){1,4})?)(?:\s+(?:date|on|in|at|by|due|again|end|of))*\s*:?\s*(?=\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter)(?:(?!\s\/\s|\s[–-]\s)[^,;)\n])*/giu;

/**
 * Without the days of which it says that something else is on them, or that they were the date once. Where nothing else is
 * said of when, such a day is what it is due by: "Reviewed by March 2016" may be the action.
 */
function withoutOtherTimes(text: string): string {
  const rest = withoutFormerDates(text).replaceAll(otherTime, "").trim();
  if (rest === text) return text;
  const undated = readUndated(rest);
  const says = readPrintedDates(rest).dates.length > 0 || (undated && undated !== "blank");
  return says ? rest : text;
}

function latest(dates: readonly PrintedDate[]): IsoDate {
  return dates.map(({ date }) => date).reduce((one, other) => (one > other ? one : other));
}

function reckoned(
  text: string,
  timescale: Timescale,
  published: IsoDate | undefined,
): Pick<DueDate, "dates" | "due" | "problems"> {
  if (published === undefined) {
    const why = "counts from the day the report was published, and that day is not known";
    return { dates: [], problems: [`“${text}” ${why}.`] };
  }
  try {
    const due = endOfTimescale(timescale, published);
    return { dates: [{ text: due, date: due, precision: "day" }], due, problems: [] };
  } catch (cause) {
    if (cause instanceof RangeError)
      return { dates: [], problems: [`“${text}”: ${cause.message}`] };
    throw cause;
  }
}

const undatedWords: readonly (readonly [Undated, RegExp])[] = [
  ["blank", /^$/u],
  ["not applicable", /^(?:n\/?a|not applicable|none|nil|[-–—]+)\.?$/iu],
  [
    "complete",
    /^(?:(?:action|task|now|already|has been|fully)\s+)*(?:completed?|done|achieved|closed|finished|implemented|in place)\b/iu,
  ],
  [
    "to be decided",
    /\bt\.?b\.?[acd]\b|\bto be (?:confirmed|agreed|arranged|decided|determined|identified|advised|announced|scheduled|set)\b|\bawait(?:ed|ing)\b/iu,
  ],
  [
    "ongoing",
    /\bon\s?-?\s?going\b|\bcontinu(?:ous|ing|al)\b|\brolling\b|\bbusiness as usual\b|^(?:weekly|monthly|quarterly|annual(?:ly)?)\b/iu,
  ],
];

function readUndated(text: string): Undated | undefined {
  // "Dates in November 2015 to be identified" and the like name a time in which nothing is fixed yet.
  return undatedWords.find(([, words]) => words.test(text))?.[0];
}
