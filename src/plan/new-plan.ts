import type { Action, Agency, Plan, PlanVersion, Recommendation } from "./plan.ts";

export type NewAgency = Pick<Agency, "shortName" | "name" | "otherNames">;

export interface NewAction extends Omit<Action, "id" | "recommendationId"> {
  /** The name of a rating as the document prints it; it rates nothing, since no agency stated it here. */
  readonly ratingAsPrinted?: string | undefined;
}

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
