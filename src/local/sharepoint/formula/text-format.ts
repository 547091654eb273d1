import { dateOf, toNumber, toText, type FormulaValue } from "./formula-value.ts";

/** `TEXT`: a number or date as a format writes it (`0.00`, `#,##0`, `0%`, `yyyy-mm-dd`, `mmmm d, yyyy`, `hh:mm`). */
export function formatted(value: FormulaValue | undefined, format: string): string {
  if (typeof value === "string" && Number.isNaN(Number(value))) return value;
  if (/[ymdhs]/i.test(format)) return asDate(dateOf(toNumber(value)), format);
  return /[0#]/.test(format) ? asNumber(toNumber(value), format) : toText(value);
}

function asNumber(value: number, format: string): string {
  const [pattern = ""] = /[0#][0#,]*(?:\.[0#]+)?/.exec(format) ?? [];
  const decimals = pattern.split(".")[1] ?? "";
  const digits = (format.includes("%") ? value * 100 : value).toLocaleString("en-US", {
    useGrouping: pattern.includes(","),
    minimumIntegerDigits: Math.max(
      1,
      /^[#,]*(0*)/.exec(pattern.replaceAll(",", ""))?.[1]?.length ?? 1,
    ),
    minimumFractionDigits: /^0*/.exec(decimals)?.[0].length ?? 0,
    maximumFractionDigits: decimals.length,
  });
  return format.replace(pattern, digits).replaceAll('"', "");
}

/** `m` after hours or before seconds means minutes. */
const part = /y{1,4}|m{1,4}|d{1,4}|h{1,2}|s{1,2}|am\/pm/gi;

function asDate(date: Date, format: string): string {
  const twelve = /am\/pm/i.test(format);
  let before = "";
  return format.replaceAll(part, (found) => {
    const name = found.toLowerCase();
    const minutes = name.startsWith("m") && name.length < 3 && before.startsWith("h");
    before = name;
    return written(date, minutes ? name.replaceAll("m", "n") : name, twelve);
  });
}

type Part = (date: Date, length: number, twelve: boolean) => string;

const padded = (value: number, length: number) => String(value).padStart(length, "0");
const named = (date: Date, style: Intl.DateTimeFormatOptions) =>
  date.toLocaleString("en-US", { timeZone: "UTC", ...style });

/** By the letter; `n` are minutes. */
const parts: Readonly<Record<string, Part>> = {
  y: (date, length) =>
    length < 3 ? padded(date.getUTCFullYear() % 100, length) : String(date.getUTCFullYear()),
  m: (date, length) => {
    if (length < 3) return padded(date.getUTCMonth() + 1, length);
    return named(date, { month: length === 3 ? "short" : "long" });
  },
  d: (date, length) => {
    if (length < 3) return padded(date.getUTCDate(), length);
    return named(date, { weekday: length === 3 ? "short" : "long" });
  },
  h: (date, length, twelve) =>
    padded(twelve ? date.getUTCHours() % 12 || 12 : date.getUTCHours(), length),
  n: (date, length) => padded(date.getUTCMinutes(), length),
  s: (date, length) => padded(date.getUTCSeconds(), length),
  a: (date) => (date.getUTCHours() < 12 ? "AM" : "PM"),
};

function written(date: Date, name: string, twelve: boolean): string {
  return parts[name.charAt(0)]?.(date, name.length, twelve) ?? "";
}
