import { addDays, addMonths, type IsoDate } from "./iso-date.ts";
import { addWorkingDays } from "./working-days.ts";

/** A regulator's band: how long after the report was published. "Immediate" is no days at all. */
export interface Timescale {
  readonly count: number;
  readonly unit: "day" | "working day" | "week" | "month" | "year";
}

const numberWords =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen".split(
    " ",
  );

const immediate =
  /^(?:with\s+)?immediate(?:ly|\s+(?:effect|action))?(?:\s*(?:and|\/|,|-)\s*(?:on-?\s?going|thereafter))?[.\s]*$/iu;

// "within 3 months", "In six weeks of publication", "3 to 6 months", "20 working days from receipt of the report".
const band =
  /^(?:to\s+be\s+)?(?:completed?\s+)?(?:(?:with)?in\s+)?(?:(?:\w+)\s?(?:[-–—]|to)\s?)?(?<count>\d{1,3}|[a-z]+)[\s-]+(?<unit>working\s+days?|days?|weeks?|months?|years?)(?<since>\s+(?:of|from|after|following)\s+(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?(?:publication|receipt|report|inspection\s+report|final\s+report)(?:\s+(?:of|being)\s+(?:the\s+)?(?:inspection\s+|final\s+)?(?:report|published|publication|received))?(?:\s+publication)?)?[.\s]*$/iu;

/** The band that the whole text names, the longer one of "3 to 6 months"; undefined where it names none. */
export function readTimescale(text: string): Timescale | undefined {
  const trimmed = text.trim();
  if (immediate.test(trimmed)) return { count: 0, unit: "day" };
  const { count, unit } = band.exec(trimmed)?.groups ?? {};
  if (count === undefined || unit === undefined) return undefined;
  const number = numberOf(count.toLowerCase());
  return number === undefined ? undefined : { count: number, unit: unitOf(unit) };
}

const ends: Readonly<Record<Timescale["unit"], (from: IsoDate, count: number) => IsoDate>> = {
  day: addDays,
  "working day": addWorkingDays,
  week: (from, count) => addDays(from, 7 * count),
  month: addMonths,
  year: (from, count) => addMonths(from, 12 * count),
};

/** The last day of a timescale that began on the day of publication. Throws RangeError as `addWorkingDays` does. */
export function endOfTimescale({ count, unit }: Timescale, published: IsoDate): IsoDate {
  return ends[unit](published, count);
}

function numberOf(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written);
  if (written === "a" || written === "an") return 1;
  const place = numberWords.indexOf(written);
  return place === -1 ? undefined : place + 1;
}

function unitOf(written: string): Timescale["unit"] {
  const singular = written.toLowerCase().replace(/s$/, "").replace(/\s+/, " ");
  if (singular === "working day" || singular === "week") return singular;
  if (singular === "month" || singular === "year") return singular;
  return "day";
}
