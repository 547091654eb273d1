import type { OpenPlan, PlanSummary } from "./plans.ts";

/** A plan as it was opened, or why it could not be. */
export type OpenedPlan = OpenPlan | { readonly error: unknown };

/** Which plans hold something of the reader's. */
export interface MyPlans {
  /** The plans of this site, newest first; those that cannot be read too. */
  readonly plans: readonly PlanSummary[];
  /**
   * Those in which the reader leads something, or something was given to one of their agencies or asked of it, newest
   * first; as many in a group as one request opens.
   */
  readonly groups: readonly (readonly number[])[];
  /** The plans of a group, by their ids. One request, and more only where a list holds more of them than one tells. */
  readonly open: (group: readonly number[]) => Promise<ReadonlyMap<number, OpenedPlan>>;
}

export interface MyPlansStore {
  /** Looks through all plans of the site: one request, and mostly one more where a list holds more than 5,000 items. */
  find(): Promise<MyPlans>;
}
