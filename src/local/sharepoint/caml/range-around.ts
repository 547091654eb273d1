import { toSecond } from "../items/instant.ts";
import type { Range } from "./caml-where.ts";

/** From when until when the day, week (from Sunday), month or year lasts that an instant lies in; `to` is beyond it. */
export function rangeAround(
  now: string,
  range: Range,
): { readonly from: string; readonly to: string } {
  const date = new Date(now);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const sunday = day - date.getUTCDay();
  switch (range) {
    case "Now":
      return { from: now, to: written(date.getTime() + 1000) };
    case "Today":
      return between(Date.UTC(year, month, day), Date.UTC(year, month, day + 1));
    case "Week":
      return between(Date.UTC(year, month, sunday), Date.UTC(year, month, sunday + 7));
    case "Month":
      return between(Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1));
    case "Year":
    default:
      return between(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
  }
}

const between = (from: number, to: number) => ({ from: written(from), to: written(to) });
const written = (time: number) => toSecond(new Date(time)) ?? "";
