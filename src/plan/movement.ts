import { type DefinitionHistory, definedOn } from "./changes-in-definitions.ts";
import { addDays, addMonths, dayOf, type IsoDate } from "./iso-date.ts";
import { foldRating } from "./fold.ts";
import type { Action } from "./plan.ts";
import type { WholePlan } from "./plan-on-date.ts";
import type { RatingId } from "./rating-scheme.ts";
import type { Entry } from "./record.ts";
import { countRatings, firstOfMonth, type RatingCounts } from "./summary.ts";

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
  const ratingOn = ratingsOn(whole);
  return days.map((day) => {
    const then = definedOn(whole, definitions, day);
    const there = new Set(then.recommendations.map(({ id }) => id));
    const actions = then.actions.filter(({ recommendationId }) => there.has(recommendationId));
    return { day, counts: countRatings(actions.map((action) => ratingOn(action, day))) };
  });
}

type RatingsOn = (action: Action, day: IsoDate) => RatingId;

/**
 * The rating that counted of an action at the end of a day, folded again only where more or less was said of it by then
 * than by the day that was asked for before, or it was worded otherwise.
 */
function ratingsOn({ plan, agencies, record }: Omit<WholePlan, "versions">): RatingsOn {
  const dated = record.map((entry) => ({ entry, day: dayOf(entry.created) }));
  const byAction = Map.groupBy(dated, ({ entry }) => entry.actionId);
  const known = new Map<number, { action: Action; count: number; rating: RatingId }>();
  return (action, day) => {
    const said = (byAction.get(action.id) ?? []).filter((each) => each.day <= day);
    const before = known.get(action.id);
    // Of two days, one has all that was said by the other: as many statements are the same ones.
    if (before?.action === action && before.count === said.length) return before.rating;
    const entries = said.map(({ entry }) => entry);
    const rating = foldRating(plan.scheme, agencies, action, entries);
    known.set(action.id, { action, count: said.length, rating });
    return rating;
  };
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
