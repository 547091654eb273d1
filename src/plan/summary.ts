import { type ActionState, shownRating } from "./fold.ts";
import { addDays, addMonths, type IsoDate, weekday } from "./iso-date.ts";
import { noAgency } from "./no-agency.ts";
import type { Action, Agency } from "./plan.ts";
import { notRated, type RatingId, type RatingScheme } from "./rating-scheme.ts";
import { type UpdateAge, updateAgesOn } from "./update-age.ts";

/** An action and where it stands: all that a summary counts. */
export interface ActionNow {
  readonly action: Action;
  readonly state: ActionState;
}

/** Which rating is counted: the one that counts, what agencies propose, or what the group agreed. */
export type RatingAsked = "shown" | "proposed" | "agreed";

/** What the group has agreed nothing on counts as not rated by it. */
function ratingAsked(state: ActionState, asked: RatingAsked): RatingId {
  if (asked === "shown") return shownRating(state);
  return asked === "proposed" ? state.proposed : (state.agreed ?? notRated.id);
}

export type RatingCounts = ReadonlyMap<RatingId, number>;

/** How many actions have each rating; a rating that none has is left out. */
export function countByRating(
  actions: readonly ActionNow[],
  asked: RatingAsked = "shown",
): RatingCounts {
  return countRatings(actions.map(({ state }) => ratingAsked(state, asked)));
}

/** How often each rating is among these. */
export function countRatings(ratings: readonly RatingId[]): RatingCounts {
  const counts = new Map<RatingId, number>();
  for (const id of ratings) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** The ratings that a chart shows, best first: the scheme's own, and of the others those that were counted. */
export function ratingsShown(
  scheme: RatingScheme,
  counts: readonly RatingCounts[],
): readonly RatingId[] {
  const own = scheme.ratings.map(({ id }) => id);
  const counted = new Set(counts.flatMap((each) => [...each.keys()]));
  return [...own, ...[...counted].filter((id) => !own.includes(id))];
}

export interface OfAgency<T> {
  readonly agency: Pick<Agency, "shortName" | "name">;
  /** How many actions of the plan are its. */
  readonly all: number;
  readonly counts: T;
}

/**
 * The agencies that have an action in the plan, in their order; then those that actions name and the site does not know,
 * and last the actions that name none: every action is counted. One of several agencies counts for each of them.
 */
function byAgency<T>(
  agencies: readonly Agency[],
  actions: readonly ActionNow[],
  count: (own: readonly ActionNow[]) => T,
): readonly OfAgency<T>[] {
  const byName = new Map<string, ActionNow[]>(agencies.map(({ shortName }) => [shortName, []]));
  const none: ActionNow[] = [];
  for (const each of actions) {
    const { agencies: named } = each.action;
    // Of ten thousand actions most name one, of which a set would be made for nothing.
    const names = named.length > 1 ? new Set(named) : named;
    if (named.length === 0) none.push(each);
    for (const name of names) {
      const own = byName.get(name);
      if (own) own.push(each);
      else byName.set(name, [each]);
    }
  }
  const known = new Map(agencies.map((agency) => [agency.shortName, agency]));
  const all = [...byName].map(([shortName, own]) => ({
    agency: known.get(shortName) ?? { shortName, name: shortName },
    own,
  }));
  return [...all, { agency: noAgency, own: none }].flatMap(({ agency, own }) =>
    own.length === 0 ? [] : { agency, all: own.length, counts: count(own) },
  );
}

export function ratingsByAgency(
  agencies: readonly Agency[],
  actions: readonly ActionNow[],
  asked: RatingAsked = "shown",
): readonly OfAgency<RatingCounts>[] {
  return byAgency(agencies, actions, (own) => countByRating(own, asked));
}

export interface EvidenceCounts {
  /** Actions with evidence of what changed for children. */
  readonly impact: number;
  /** With evidence, all of it of what was done. */
  readonly activity: number;
  readonly none: number;
}

export function countEvidence(actions: readonly ActionNow[]): EvidenceCounts {
  const impact = actions.filter(({ state }) => state.impactCount > 0).length;
  const some = actions.filter(({ state }) => state.evidenceCount > 0).length;
  return { impact, activity: some - impact, none: actions.length - some };
}

export function evidenceByAgency(
  agencies: readonly Agency[],
  actions: readonly ActionNow[],
): readonly OfAgency<EvidenceCounts>[] {
  return byAgency(agencies, actions, countEvidence);
}

export interface DueIn {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly counts: RatingCounts;
  readonly all: number;
}

/** The actions due in each of `weeks` weeks, Monday to Sunday, from the one that holds `today`. */
export function dueByWeek(
  actions: readonly ActionNow[],
  today: IsoDate,
  weeks: number,
): readonly DueIn[] {
  const monday = addDays(today, -((weekday(today) + 6) % 7));
  const soon = dueBetween(actions, monday, addDays(monday, 7 * weeks - 1));
  return Array.from({ length: weeks }, (_, week) => {
    const from = addDays(monday, 7 * week);
    return dueWithin(soon, from, addDays(from, 6));
  });
}

/** The actions due in each of `months` calendar months, from that of `today`. */
export function dueByMonth(
  actions: readonly ActionNow[],
  today: IsoDate,
  months: number,
): readonly DueIn[] {
  const first = firstOfMonth(today);
  const soon = dueBetween(actions, first, addDays(addMonths(first, months), -1));
  return Array.from({ length: months }, (_, month) => {
    const from = addMonths(first, month);
    return dueWithin(soon, from, addDays(addMonths(from, 1), -1));
  });
}

/** The first day of the month that holds `day`. */
export function firstOfMonth(day: IsoDate): IsoDate {
  return addDays(day, 1 - Number(day.slice(8)));
}

function dueBetween(
  actions: readonly ActionNow[],
  from: IsoDate,
  to: IsoDate,
): readonly ActionNow[] {
  return actions.filter(
    ({ state }) => state.due !== undefined && state.due >= from && state.due <= to,
  );
}

function dueWithin(actions: readonly ActionNow[], from: IsoDate, to: IsoDate): DueIn {
  const due = dueBetween(actions, from, to);
  return { from, to, counts: countByRating(due), all: due.length };
}

/** How long ago somebody last said something of the actions that are not closed. */
export function updateAge(actions: readonly ActionNow[], today: IsoDate): UpdateAge {
  const counts = { within30: 0, within60: 0, within90: 0, longer: 0, never: 0 };
  const ageOf = updateAgesOn(today);
  for (const { state } of actions) {
    const age = ageOf(state);
    if (age !== undefined) counts[age] += 1;
  }
  return counts;
}

export function updateAgeByAgency(
  agencies: readonly Agency[],
  actions: readonly ActionNow[],
  today: IsoDate,
): readonly OfAgency<UpdateAge>[] {
  return byAgency(agencies, actions, (own) => updateAge(own, today));
}
