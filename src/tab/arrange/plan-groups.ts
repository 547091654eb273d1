import type { IsoDate } from "#plan/iso-date.ts";
import { monthInWords } from "#tab/words/words.ts";
import type { Arrangement, Grouping } from "./arrangement.ts";
import { isFound } from "#tab/filter/found.ts";
import {
  filterFor,
  narrowsActions,
  type FilterWorld,
  type PlanFilter,
} from "#tab/filter/plan-filter.ts";
import type { ActionView, PlanView, RecommendationView } from "#tab/rows/plan-view.ts";
import type { Group } from "#tab/rows/group.ts";
import { recommendationKey } from "#tab/rows/plan-rows.ts";
import { sortActions } from "./sort-actions.ts";

export type World = { readonly today: IsoDate } & Pick<FilterWorld, "found">;

/** What of the plan the filter lets through, grouped and in order. Every word searched for must occur. */
export function arrangePlan(
  view: PlanView,
  filter: PlanFilter,
  arrangement: Arrangement,
  now: World,
): readonly Group[] {
  const world = { scheme: view.scheme, me: view.open.me, ...now };
  const found = filterPlan(view, filter, world);
  const sorted = (actions: readonly ActionView[]) => sortActions(actions, arrangement, world);
  if (arrangement.grouping === "recommendation")
    return found.map((group) => {
      const actions = sorted(group.actions);
      return actions === group.actions ? group : { ...group, actions };
    });
  const actions = sorted(found.flatMap((group) => group.actions));
  return groupBy[arrangement.grouping](actions, view);
}

/** The recommendations that the filter lets through, in the report's order, with those of their actions that it does. */
function filterPlan(view: PlanView, filter: PlanFilter, world: FilterWorld): readonly Group[] {
  const words = [...new Set(filter.search.toLowerCase().split(/\s+/).filter(Boolean))];
  const passes = narrowsActions(filter) ? filterFor(filter, world) : undefined;
  const above = recommendationFilter(filter, world);
  const groups: Group[] = [];
  for (const each of view.recommendations) {
    const { actions: found, whole } = searched(each, words);
    const actions = passes ? found.filter(passes) : found;
    if (actions.length > 0 || (whole && above(each)))
      groups.push(recommendationGroup(each, actions));
  }
  return groups;
}

/** The actions that have every word, themselves or in their recommendation's; `whole` where that has them all. */
function searched({ haystack: own, actions }: RecommendationView, words: readonly string[]) {
  let found = actions;
  let whole = true;
  for (const word of words) {
    if (own.includes(word)) continue;
    whole = false;
    found = found.filter(({ haystack }) => haystack.includes(word));
    if (found.length === 0) break;
  }
  return { actions: found, whole };
}

/** Whether a recommendation is let through of which no action is: where nothing is asked, or a check found it itself. */
function recommendationFilter(
  { check, ...filter }: PlanFilter,
  { found }: FilterWorld,
): (view: RecommendationView) => boolean {
  if (narrowsActions(filter)) return () => false;
  if (check === undefined) return () => true;
  return ({ recommendation }) => isFound(found?.recommendations.get(recommendation.id), check);
}

/** The whole plan, as the report has it. */
export function allGroups(view: PlanView): readonly Group[] {
  return view.recommendations.map((each) => recommendationGroup(each, each.actions));
}

const whole = new WeakMap<RecommendationView, Group>();

/** The same object each time where all of its actions are shown, so that its rows are not drawn again with every key. */
function recommendationGroup(view: RecommendationView, actions: readonly ActionView[]): Group {
  const isWhole = actions.length === view.actions.length;
  const known = isWhole ? whole.get(view) : undefined;
  if (known) return known;
  const { id, ref, text } = view.recommendation;
  const own = isWhole ? view.actions : actions;
  const group = { key: recommendationKey(id), label: ref, title: text, view, actions: own };
  if (isWhole) whole.set(view, group);
  return group;
}

const groupBy: Record<
  Exclude<Grouping, "recommendation">,
  (actions: readonly ActionView[], view: PlanView) => readonly Group[]
> = {
  agency(actions, { open }) {
    const names = new Map(open.agencies.map(({ shortName, name }) => [shortName, name]));
    return under(
      "agency",
      actions,
      ({ action }) => action.agencies,
      "No agency is named",
      (short) => {
        const title = names.get(short) ?? short;
        return { label: short === title ? "" : short, title };
      },
    );
  },
  lead: (actions) =>
    under(
      "lead",
      actions,
      ({ action }) => action.leads,
      "Nobody is named as lead",
      (title) => ({
        label: "",
        title,
      }),
    ),
  month: (actions) =>
    under(
      "month",
      actions,
      ({ state }) => (state.due === undefined ? [] : [state.due.slice(0, 7)]),
      "No day to go by",
      (month) => ({ label: "", title: monthInWords(month) }),
    ),
  none: (actions) => [{ key: "all", label: "", title: "All actions", actions }],
};

/** An action that has several of them stands under each; those without any come last. */
function under(
  kind: string,
  actions: readonly ActionView[],
  namesOf: (view: ActionView) => readonly string[],
  without: string,
  words: (name: string) => Pick<Group, "label" | "title">,
): readonly Group[] {
  const found = new Map<string, ActionView[]>();
  for (const view of actions)
    for (const name of namesOf(view)) {
      const group = found.get(name);
      if (group) group.push(view);
      else found.set(name, [view]);
    }
  const groups = [...found]
    .toSorted(([one], [other]) => one.localeCompare(other, "en-GB"))
    .map(([name, own]) => ({ key: `${kind}/${name}`, ...words(name), actions: own }));
  const rest = actions.filter((view) => namesOf(view).length === 0);
  if (rest.length === 0) return groups;
  return [...groups, { key: `${kind}/`, label: "", title: without, actions: rest }];
}

/** How many actions are shown; one that stands in several groups counts once. */
export function countActions(groups: readonly Group[]): number {
  if (groups.every(({ view, key }) => view !== undefined || key === "all"))
    return groups.reduce((sum, { actions }) => sum + actions.length, 0);
  return new Set(groups.flatMap(({ actions }) => actions.map(({ action }) => action.id))).size;
}
