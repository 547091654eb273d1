import { FormulaError } from "./formula-error.ts";

/** Dates are numbers of days, as in a spreadsheet; nothing is null. */
export type FormulaValue = number | string | boolean | null;

const dayMilliseconds = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);

export function daysOf(instant: string): number {
  return dayNumber(new Date(instant).getTime());
}

/** The number of the day that a time in milliseconds lies in, with its part of the day. */
export function dayNumber(time: number): number {
  return (time - dayZero) / dayMilliseconds;
}

export function dateOf(days: number): Date {
  return new Date(Math.round(days * dayMilliseconds) + dayZero);
}

/** Throws FormulaError where a value is no number. */
export function toNumber(value: FormulaValue | undefined): number {
  const number = value === null || value === undefined ? 0 : Number(value);
  if (Number.isFinite(number)) return number;
  throw new FormulaError("#VALUE!");
}

export function toText(value: FormulaValue | undefined): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value === null || value === undefined ? "" : String(value);
}

export function toFlag(value: FormulaValue | undefined): boolean {
  return typeof value === "string" ? value.toLowerCase() === "true" : Boolean(value);
}
