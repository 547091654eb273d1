import { foldPlan } from "./fold.ts";
import { addDays, addMonths, dayOf, type IsoDate } from "./iso-date.ts";
import type { Action, Agency, Plan } from "./plan.ts";
import type { Entry } from "./record.ts";
import { countByRating, firstOfMonth, type RatingAsked, type RatingCounts } from "./summary.ts";

interface Recorded {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly actions: readonly Action[];
  readonly record: readonly Entry[];
}

/** How many actions had each rating at the end of a day. */
export interface RatedOn {
  readonly day: IsoDate;
  readonly counts: RatingCounts;
}

/**
 * The ratings of all actions at the end of each day. Actions are those of now: what was added since counts as not rated
 * before anybody spoke of it.
 */
export function movement(
  { plan, agencies, actions, record }: Recorded,
  days: readonly IsoDate[],
  asked: RatingAsked = "shown",
): readonly RatedOn[] {
  const dated = record.map((entry) => ({ entry, day: dayOf(entry.created) }));
  return days.map((day) => {
    const said = dated.filter((each) => each.day <= day).map(({ entry }) => entry);
    const states = foldPlan(plan.scheme, agencies, actions, said);
    const now = actions.flatMap((action) => {
      const state = states.get(action.id);
      return state ? [{ action, state }] : [];
    });
    return { day, counts: countByRating(now, asked) };
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
