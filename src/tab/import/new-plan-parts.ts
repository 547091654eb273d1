import type { NewAction, NewPlan, NewRecommendation } from "#plan/new-plan.ts";
import { type Grouping, rowParts, RowsFromParts } from "./row-parts.ts";

/** What a plan is beside its rows. */
export type RestOfNewPlan = Omit<NewPlan, "recommendations">;

const recommended: Grouping<NewAction, NewRecommendation> = {
  keyOf: ({ order }) => order,
  withActions: (recommendation, actions) => ({ ...recommendation, actions }),
};

/** The rows of a plan on their way from the worker that made it. */
export function newPlanParts({
  recommendations,
}: Pick<NewPlan, "recommendations">): Generator<readonly NewRecommendation[]> {
  return rowParts(recommendations, recommended);
}

/** A plan whose rows came in parts. */
export class NewPlanFromParts {
  readonly #rows = new RowsFromParts(recommended);

  take(part: readonly NewRecommendation[]): void {
    this.#rows.take(part);
  }

  with(rest: RestOfNewPlan): NewPlan {
    return { ...rest, recommendations: this.#rows.groups };
  }
}
