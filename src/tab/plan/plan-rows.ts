import { shownRating } from "#plan/fold.ts";
import type { RatingId } from "#plan/rating-scheme.ts";
import type { ActionView, PlanView, RecommendationView } from "./plan-view.ts";

/** What the reader asked to see. */
export interface PlanFilter {
  readonly search: string;
  /** Empty means every rating. */
  readonly ratings: ReadonlySet<RatingId>;
}

export const noFilter: PlanFilter = { search: "", ratings: new Set() };

/** A recommendation of which something is shown, with those of its actions that are. */
export interface Group {
  readonly view: RecommendationView;
  readonly actions: readonly ActionView[];
}

/** One line of the tree grid. Keys are addresses: `recommendation/3`, `action/12`. */
export type Row =
  | {
      readonly type: "recommendation";
      readonly key: string;
      readonly group: Group;
      readonly open: boolean;
      readonly at: number;
      readonly of: number;
    }
  | {
      readonly type: "action";
      readonly key: string;
      readonly view: ActionView;
      readonly at: number;
      readonly of: number;
    };

/** What of the plan the filter lets through, in the report's order. Every word searched for must occur. */
export function filterPlan(view: PlanView, filter: PlanFilter): readonly Group[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (haystack: string) => words.every((word) => haystack.includes(word));
  const rated = ({ state }: ActionView) =>
    filter.ratings.size === 0 || filter.ratings.has(shownRating(state));
  return view.recommendations
    .map((each) => ({
      view: each,
      actions: each.actions.filter((action) => rated(action) && has(action.haystack)),
    }))
    .filter(
      ({ view: { haystack }, actions }) =>
        actions.length > 0 || (filter.ratings.size === 0 && has(haystack)),
    );
}

/** The lines of the tree grid: a recommendation, and its actions unless it is folded away. */
export function planRows(groups: readonly Group[], closed: ReadonlySet<number>): readonly Row[] {
  return groups.flatMap((group, index): Row[] => {
    const { id } = group.view.recommendation;
    const open = !closed.has(id);
    const head: Row = {
      type: "recommendation",
      key: recommendationKey(id),
      group,
      open,
      at: index + 1,
      of: groups.length,
    };
    return open ? [head, ...actionRows(group)] : [head];
  });
}

function actionRows({ actions }: Group): Row[] {
  return actions.map((view, index) => ({
    type: "action",
    key: actionKey(view.action.id),
    view,
    at: index + 1,
    of: actions.length,
  }));
}

export function recommendationKey(id: number): string {
  return `recommendation/${id}`;
}

export function actionKey(id: number): string {
  return `action/${id}`;
}

export function countActions(groups: readonly Group[]): number {
  return groups.reduce((sum, { actions }) => sum + actions.length, 0);
}
