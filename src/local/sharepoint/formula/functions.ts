import { FormulaError } from "./formula-error.ts";
import {
  dateOf,
  dayNumber,
  daysOf,
  toFlag,
  toNumber,
  toText,
  type FormulaValue,
} from "./formula-value.ts";
import { dateDifference } from "./date-difference.ts";
import { formatted } from "./text-format.ts";

type Work = (values: readonly FormulaValue[], now: string) => FormulaValue;

const ofText =
  (work: (text: string, rest: readonly FormulaValue[]) => FormulaValue): Work =>
  ([text, ...rest]) =>
    work(toText(text), rest);
const ofNumber =
  (work: (number: number, second: number) => number): Work =>
  ([first, second]) =>
    work(toNumber(first), toNumber(second));
const ofNumbers =
  (work: (numbers: readonly number[]) => number): Work =>
  (values) =>
    work(values.filter((value) => value !== null).map(toNumber));
const ofDate =
  (work: (date: Date) => number): Work =>
  ([days]) =>
    work(dateOf(toNumber(days)));

/** Every function that formulas may call here; IF is worked out apart, because only one of its branches counts. */
export const functions: Readonly<Record<string, Work>> = {
  AND: (values) => values.every(toFlag),
  OR: (values) => values.some(toFlag),
  NOT: ([value]) => !toFlag(value),
  ISBLANK: ([value]) => value === null || value === "",
  ISNUMBER: ([value]) => typeof value === "number",
  ISTEXT: ([value]) => typeof value === "string",
  LEN: ofText((text) => text.length),
  UPPER: ofText((text) => text.toUpperCase()),
  LOWER: ofText((text) => text.toLowerCase()),
  TRIM: ofText((text) => text.trim().replaceAll(/ +/g, " ")),
  LEFT: ofText((text, [count]) => text.slice(0, toNumber(count ?? 1))),
  RIGHT: ofText((text, [count]) => text.slice(Math.max(0, text.length - toNumber(count ?? 1)))),
  MID: ofText((text, [from, count]) => text.substr(toNumber(from) - 1, toNumber(count))),
  FIND: ([sought, text]) => found(toText(text).indexOf(toText(sought))),
  SEARCH: ([sought, text]) =>
    found(toText(text).toLowerCase().indexOf(toText(sought).toLowerCase())),
  EXACT: ([first, second]) => toText(first) === toText(second),
  CONCATENATE: (values) => values.map(toText).join(""),
  VALUE: ([value]) => toNumber(value),
  ABS: ofNumber(Math.abs),
  INT: ofNumber(Math.floor),
  MOD: ofNumber((first, second) => ((first % second) + second) % second),
  POWER: ofNumber((first, second) => first ** second),
  ROUND: ofNumber((first, digits) => Math.round(first * 10 ** digits) / 10 ** digits),
  SUM: ofNumbers((numbers) => numbers.reduce((sum, number) => sum + number, 0)),
  MIN: ofNumbers((numbers) => (numbers.length === 0 ? 0 : Math.min(...numbers))),
  MAX: ofNumbers((numbers) => (numbers.length === 0 ? 0 : Math.max(...numbers))),
  YEAR: ofDate((date) => date.getUTCFullYear()),
  MONTH: ofDate((date) => date.getUTCMonth() + 1),
  DAY: ofDate((date) => date.getUTCDate()),
  WEEKDAY: ofDate((date) => date.getUTCDay() + 1),
  DATE: ([year, month, day]) =>
    dayNumber(Date.UTC(toNumber(year), toNumber(month) - 1, toNumber(day))),
  TEXT: ([value, format]) => formatted(value, toText(format)),
  DATEDIF: ([from, to, unit]) => dateDifference(toNumber(from), toNumber(to), toText(unit)),
  HOUR: ofDate((date) => date.getUTCHours()),
  MINUTE: ofDate((date) => date.getUTCMinutes()),
  SECOND: ofDate((date) => date.getUTCSeconds()),
  AVERAGE: ofNumbers(
    (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length,
  ),
  ROUNDUP: ofNumber((first, digits) => Math.ceil(first * 10 ** digits) / 10 ** digits),
  ROUNDDOWN: ofNumber((first, digits) => Math.floor(first * 10 ** digits) / 10 ** digits),
  SQRT: ofNumber(Math.sqrt),
  REPT: ofText((text, [times]) => text.repeat(Math.min(255, Math.max(0, toNumber(times))))),
  SUBSTITUTE: ([text, sought, other]) => toText(text).replaceAll(toText(sought), toText(other)),
  REPLACE: ofText(
    (text, [from, count, other]) =>
      text.slice(0, toNumber(from) - 1) +
      toText(other) +
      text.slice(toNumber(from) - 1 + toNumber(count)),
  ),
  PROPER: ofText((text) =>
    text
      .toLowerCase()
      .replaceAll(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
  ),
  TODAY: (_values, now) => Math.floor(daysOf(now)),
  NOW: (_values, now) => daysOf(now),
};

/** What changes by itself may not stand in a calculated column, because that is worked out when an item is written. */
export const volatile: ReadonlySet<string> = new Set(["TODAY", "NOW"]);

function found(index: number): number {
  if (index >= 0) return index + 1;
  throw new FormulaError("#VALUE!");
}
