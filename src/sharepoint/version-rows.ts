import * as v from "valibot";
import type { PlanVersion } from "#plan/plan.ts";
import { day, id, optionalText, read, words } from "./row.ts";

const versionRow = v.object({
  Id: id,
  Title: v.string(),
  Date: optionalText,
  DateAsPrinted: optionalText,
  WrittenBy: optionalText,
  Comment: optionalText,
  CirculatedTo: optionalText,
});

export const versionColumns = Object.keys(versionRow.entries);

export function toVersion(row: unknown): PlanVersion {
  const item = read("Versions", versionRow, row);
  return {
    number: item.Title,
    date: day(item.Date),
    dateAsPrinted: item.DateAsPrinted ?? "",
    author: item.WrittenBy ?? "",
    comment: item.Comment ?? "",
    circulatedTo: words(item.CirculatedTo),
  };
}
