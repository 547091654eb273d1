import type { Action, Agency, Plan, PlanVersion, Recommendation } from "./plan.ts";

export type NewAgency = Pick<Agency, "shortName" | "name" | "otherNames">;

export type NewAction = Omit<Action, "id" | "recommendationId">;

export interface NewRecommendation extends Omit<Recommendation, "id"> {
  readonly actions: readonly NewAction[];
}

/** A plan that stands in no list yet: as read from a document, or made for a demonstration. */
export interface NewPlan {
  readonly plan: Omit<Plan, "id" | "channel">;
  readonly agencies: readonly NewAgency[];
  readonly versions: readonly PlanVersion[];
  readonly recommendations: readonly NewRecommendation[];
}
