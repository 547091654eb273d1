import { FormulaError } from "./formula-error.ts";
import { dateOf } from "./formula-value.ts";

/** `DATEDIF`: whole years, months or days between two dates, or what is left of them beyond whole years or months. */
export function dateDifference(from: number, to: number, unit: string): number {
  if (from > to) throw new FormulaError("#NUM!");
  const work = units[unit.toUpperCase()];
  if (!work) throw new FormulaError("#NUM!");
  return work(dateOf(Math.floor(from)), dateOf(Math.floor(to)));
}

const days = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 86_400_000);

function months(from: Date, to: Date): number {
  const whole =
    (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return to.getUTCDate() < from.getUTCDate() ? whole - 1 : whole;
}

function moved(from: Date, by: number): Date {
  return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + by, from.getUTCDate()));
}

const units: Readonly<Record<string, (from: Date, to: Date) => number>> = {
  Y: (from, to) => Math.floor(months(from, to) / 12),
  M: months,
  D: days,
  YM: (from, to) => months(from, to) % 12,
  MD: (from, to) => days(moved(from, months(from, to)), to),
  YD: (from, to) => days(moved(from, Math.floor(months(from, to) / 12) * 12), to),
};
