import { readPrintedDates } from "#plan/printed-dates.ts";

const builtIn: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "dd/mm/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  22: "dd/mm/yyyy h:mm",
};

/** In characters: Excel takes no longer one. */
const longestFormat = 255;

/** The format of that number; the first fourteen dates follow the country, which here is Britain. */
export function formatNumbered(id: number, own: ReadonlyMap<number, string>): string {
  const format = own.get(id) ?? builtIn[id] ?? "General";
  return format.length <= longestFormat ? format : "General";
}

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );
const days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** A number as its cell shows it, as far as plans need: whole and decimal numbers, per cent, days and months. */
export function printNumber(stored: string, format: string, since1904: boolean): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  const plain = withoutLiterals(format.split(";")[0] ?? "");
  if (/[dy]|mmm/i.test(plain)) return printDay(value, plain, since1904) ?? stored;
  return printDecimal(value, plain);
}

function printDecimal(value: number, plain: string): string {
  const decimals = /\.(0+)/.exec(plain)?.[1]?.length;
  if (plain.includes("%")) return `${(value * 100).toFixed(decimals ?? 0)}%`;
  if (decimals !== undefined) return value.toFixed(decimals);
  return /^[#,]*0$/.test(plain) ? value.toFixed(0) : String(value);
}

/** Quoted words, languages and conditions in brackets, and padding say nothing of the number. */
function withoutLiterals(format: string): string {
  return format.replaceAll(/"[^"]*"|\[[^\]]*\]|_.|\*./g, "").replaceAll(/\\(.)/g, "$1");
}

/** Undefined where the number is no day of this calendar, or the format shows only a time. */
function printDay(serial: number, format: string, since1904: boolean): string | undefined {
  const date = new Date(
    Date.UTC(1899, 11, 30) + Math.floor(serial + (since1904 ? 1462 : 0)) * 86_400_000,
  );
  const dayFormat = format.replace(/[\s,T]*h.*$/i, "");
  if (Number.isNaN(date.getTime()) || serial < 1 || !dayFormat) return undefined;
  const printed = dayFormat
    .replaceAll(/d+|m+|y+/gi, (token) => part(date, token.toLowerCase()))
    .trim();
  if (!/d/i.test(dayFormat) || !/y/i.test(dayFormat)) return printed;
  const whole = date.toISOString().slice(0, 10);
  const [read] = readPrintedDates(printed).dates;
  return read?.text === whole ? printed : writtenOut(date);
}

function part(date: Date, token: string): string {
  const [day, month] = [date.getUTCDate(), date.getUTCMonth()];
  const name = months[month] ?? "";
  switch (token) {
    case "d":
      return String(day);
    case "dd":
      return String(day).padStart(2, "0");
    case "ddd":
      return (days[date.getUTCDay()] ?? "").slice(0, 3);
    case "m":
      return String(month + 1);
    case "mm":
      return String(month + 1).padStart(2, "0");
    case "mmm":
      return name.slice(0, 3);
    default:
      return longPart(date, token);
  }
}

function longPart(date: Date, token: string): string {
  if (token.startsWith("d")) return days[date.getUTCDay()] ?? "";
  if (token.startsWith("m")) return months[date.getUTCMonth()] ?? "";
  const year = String(date.getUTCFullYear());
  return token.length <= 2 ? year.slice(-2) : year;
}

/** A day that its own format would let a reader mistake (month first) is known all the same. */
function writtenOut(date: Date): string {
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}
