import { shownRating } from "#plan/fold.ts";
import { notApplicable, notRated, type RatingScheme } from "#plan/rating-scheme.ts";
import type { Arrangement, SortKey } from "./arrangement.ts";
import type { FilterWorld } from "#tab/filter/plan-filter.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";

type Value = string | number | undefined;

/** In that order; equals stay in the report's, and actions without the thing asked for come last either way. */
export function sortActions(
  actions: readonly ActionView[],
  { sort, descending }: Arrangement,
  world: Pick<FilterWorld, "scheme" | "found">,
): readonly ActionView[] {
  if (sort === "report") return descending ? actions.toReversed() : actions;
  const value = values[sort];
  const sign = descending ? -1 : 1;
  return actions
    .map((view) => ({ view, by: value(view, world) }))
    .toSorted((one, other) => compare(one.by, other.by, sign))
    .map(({ view }) => view);
}

function compare(one: Value, other: Value, sign: number): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  return one < other ? -sign : sign;
}

/** Ascending is: A first, earliest first, least good first, fewest first. */
const values: Record<
  Exclude<SortKey, "report">,
  (view: ActionView, world: Pick<FilterWorld, "scheme" | "found">) => Value
> = {
  agency: ({ action }) => action.agencies.join(", ") || undefined,
  lead: ({ action }) => action.leads[0],
  due: ({ state }) => state.due,
  rating: ({ state }, { scheme }) => goodness(scheme, shownRating(state)),
  evidence: ({ state }) => state.evidenceCount,
  checks: ({ action }, { found }) => found?.actions.get(action.id)?.size ?? 0,
  updated: ({ state }) => state.lastUpdate ?? "",
};

/** Higher is better; nothing is less good than not rated, as where several agencies speak. */
function goodness(scheme: RatingScheme, id: string): Value {
  if (id === notApplicable.id) return undefined;
  if (id === notRated.id) return -scheme.ratings.length;
  return -scheme.ratings.findIndex((each) => each.id === id);
}
