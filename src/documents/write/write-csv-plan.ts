import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { formatDate } from "#plan/iso-date.ts";
import { guardFormula } from "../formula-guard.ts";
import { type SheetValue, sheetColumns, sheetRows } from "./sheets/columns.ts";
import { derivedHeadings } from "./derived-headings.ts";

const byteOrderMark = "\uFEFF";
const derived: ReadonlySet<string> = new Set(Object.values(derivedHeadings));

/** One action a line, as RFC 4180 has it; in UTF-8 with the mark by which Excel knows it. */
export function writeCsvPlan(plan: PlanOnDate): Uint8Array {
  const rows = sheetRows(plan);
  const lines = [
    sheetColumns.map(({ heading }) => field(heading)),
    ...rows.map((row) =>
      sheetColumns.map(({ heading, value }) => field(printed(value(row), derived.has(heading)))),
    ),
  ];
  const text = lines.map((fields) => `${fields.join(",")}\r\n`).join("");
  return new TextEncoder().encode(byteOrderMark + text);
}

/** Days for sorting sort as text; those that people read are written out. */
function printed(value: SheetValue, forSorting: boolean): string {
  if (typeof value === "string") return value;
  return forSorting ? value.day : formatDate(value.day);
}

/** Quoted always, so that lines and commas stay inside; reading takes the guard away. */
function field(text: string): string {
  return `"${guardFormula(text).replaceAll('"', '""')}"`;
}
