import type { IsoDate } from "./iso-date.ts";
import type { PlanOnDate, RecommendationOnDate } from "./plan-on-date.ts";
import type { RatingScheme } from "./rating-scheme.ts";

export interface StandingAsked {
  /** Short name; empty for all. */
  readonly agency: string;
  /** So many recommendations at most. */
  readonly most: number;
}

/** What a screen shows of a plan as it stood on a day. */
export interface PlanShown {
  readonly day: IsoDate;
  readonly version: string | undefined;
  readonly scheme: RatingScheme;
  /** In the report's order, without what was said of their actions. */
  readonly shown: readonly RecommendationOnDate[];
  /** How many there are of both. */
  readonly recommendations: number;
  readonly actions: number;
}

/** The plan's first recommendations, those of an agency with its own actions alone, and how many there are. */
export function planShown(
  { plan, day, recommendations }: PlanOnDate,
  { agency, most }: StandingAsked,
): PlanShown {
  const all = recommendations
    .map(({ recommendation, actions }) => ({
      recommendation,
      actions: actions.filter(({ action }) => agency === "" || action.agencies.includes(agency)),
    }))
    .filter(({ actions }) => agency === "" || actions.length > 0);
  return {
    day,
    version: plan.version,
    scheme: plan.scheme,
    shown: all.slice(0, most).map(({ recommendation, actions }) => ({
      recommendation,
      actions: actions.map((each) => ({ ...each, record: [] })),
    })),
    recommendations: all.length,
    actions: all.reduce((sum, { actions }) => sum + actions.length, 0),
  };
}
