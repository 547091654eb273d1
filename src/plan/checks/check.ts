import type { ActionState } from "../fold.ts";
import type { IsoDate } from "../iso-date.ts";
import type { Action, Agency, Plan, Recommendation } from "../plan.ts";
import type { RatingScheme } from "../rating-scheme.ts";
import type { Challenge, Update } from "../record.ts";

/** As a plan's settings, the record and the command name them. */
export type CheckId =
  | "no-evidence"
  | "rated-by-default"
  | "stale"
  | "overdue"
  | "no-monitoring"
  | "passed-on"
  | "activity-not-impact"
  | "no-owner"
  | "no-date"
  | "not-measurable"
  | "slipping"
  | "no-answer"
  | "unanswered"
  | "disagreement";

/** "strong" where what is claimed and what the record shows cannot both be right, or a promise was broken. */
export type Weight = "strong" | "plain";

/** What a check found, in one sentence, and the question to put to the agency. */
export interface Found {
  readonly says: string;
  readonly asks: string;
  readonly weight: Weight;
  /** Short name of the agency to ask, where it is not the first of the action's. */
  readonly agency?: string | undefined;
}

/** All that a check may look at. */
interface Looked {
  readonly plan: Plan;
  readonly scheme: RatingScheme;
  readonly agencies: readonly Agency[];
  readonly recommendation: Recommendation;
  /** Every action under the recommendation. */
  readonly beside: readonly Action[];
  readonly today: IsoDate;
  /** As the plan tunes the check; undefined where it leaves it as it is. */
  readonly days: number | undefined;
}

export interface ActionToCheck extends Looked {
  readonly action: Action;
  readonly state: ActionState;
  /** What counts of what its agencies said, oldest first. */
  readonly updates: readonly Update[];
  /** "action 3 of recommendation 2.1" */
  readonly label: string;
}

export interface RecommendationToCheck extends Looked {
  /** Questions on the whole recommendation that wait for an answer. */
  readonly open: readonly Challenge[];
}

/** One of the assurance checks: what it is called, why it is asked, and how it is found. */
export interface Check {
  readonly id: CheckId;
  readonly title: string;
  /** For whoever wonders why something is to be challenged. */
  readonly why: string;
  /** Days after which it fires where the plan says nothing else; only checks that count days have them. */
  readonly usualDays?: number;
  find?(about: ActionToCheck): Found | readonly Found[] | undefined;
  findInRecommendation?(about: RecommendationToCheck): readonly Found[];
}
