import { type DefinitionHistory, definedOn } from "./changes-in-definitions.ts";
import { addDays, addMonths, dayOf, type IsoDate } from "./iso-date.ts";
import { placedActions, planOnDate, type WholePlan } from "./plan-on-date.ts";
import type { Entry } from "./record.ts";
import { countByRating, firstOfMonth, type RatingCounts } from "./summary.ts";

/** How many actions had each rating at the end of a day. */
export interface RatedOn {
  readonly day: IsoDate;
  readonly counts: RatingCounts;
}

/**
 * The ratings that counted at the end of each day, of the actions that the plan had on it. `definitions` are those since
 * the first of these days.
 */
export function movement(
  whole: Omit<WholePlan, "versions">,
  definitions: DefinitionHistory,
  days: readonly IsoDate[],
): readonly RatedOn[] {
  return days.map((day) => {
    const then = { ...whole, ...definedOn(whole, definitions, day), versions: [] };
    return { day, counts: countByRating(placedActions(planOnDate(then, day))) };
  });
}

/**
 * The last day of each month from that of the first thing said until now, the newest of them `today` itself; at most
 * `most` days. Only today where nothing was said.
 */
export function monthsOfRecord(
  record: readonly Entry[],
  today: IsoDate,
  most: number,
): readonly IsoDate[] {
  const first = record.map(({ created }) => created).toSorted()[0];
  const begun = first === undefined ? today : dayOf(first);
  const days = [today];
  for (let month = firstOfMonth(today); month > begun && days.length < most;) {
    days.unshift(addDays(month, -1));
    month = addMonths(month, -1);
  }
  return days;
}
