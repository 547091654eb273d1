import type { PlanDocument } from "#documents/plan-document.ts";
import type { ReviewAction, ReviewGroup } from "./review-rows.ts";
import { type Grouping, rowParts, RowsFromParts } from "./row-parts.ts";

/** A document that was read, with what is to be known of each of its rows. */
export interface ReadDocument {
  readonly document: PlanDocument;
  readonly groups: readonly ReviewGroup[];
}

/** What is read beside the rows. */
export type RestOfDocument = Omit<PlanDocument, "recommendations">;

const reviewed: Grouping<ReviewAction, ReviewGroup> = {
  keyOf: ({ key }) => key,
  withActions: (group, actions) => ({
    ...group,
    recommendation: { ...group.recommendation, actions: actions.map(({ action }) => action) },
    actions,
  }),
};

/** The rows of a document on their way between the page and a worker. */
export function reviewParts(groups: readonly ReviewGroup[]): Generator<readonly ReviewGroup[]> {
  return rowParts(groups, reviewed);
}

/** A document whose rows came in parts. */
export class DocumentFromParts {
  readonly #rows = new RowsFromParts(reviewed);

  take(part: readonly ReviewGroup[]): void {
    this.#rows.take(part);
  }

  /** All of them, with what was read beside them. */
  with(rest: RestOfDocument): ReadDocument {
    const { groups } = this.#rows;
    const recommendations = groups.map(({ recommendation }) => recommendation);
    return { document: { ...rest, recommendations }, groups };
  }
}
