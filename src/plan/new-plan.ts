import type { Finding } from "./finding.ts";
import type { Action, Agency, Plan, PlanVersion, Recommendation } from "./plan.ts";

export type NewAgency = Pick<Agency, "shortName" | "name" | "otherNames">;

export interface NewAction extends Omit<Action, "id" | "recommendationId"> {
  /** The name of a rating as the document prints it; it rates nothing, since no agency stated it here. */
  readonly ratingAsPrinted?: string | undefined;
  /** The name of the rating that the agency proposes, where the document prints it beside the one that counts. */
  readonly proposedAsPrinted?: string | undefined;
  /** Where the words of its row lead to. */
  readonly linksAsPrinted?: readonly PrintedLink[] | undefined;
}

/** Words that lead somewhere. */
export interface PrintedLink {
  readonly words: string;
  /** http or https. */
  readonly url: string;
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
  /** Of the regulator's report; left out where the document is none. */
  readonly findings?: readonly Finding[] | undefined;
}
