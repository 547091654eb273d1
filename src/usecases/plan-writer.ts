import type { Finding } from "#plan/finding.ts";
import type { Action, Agency, KeptColumn, PlanVersion, Recommendation } from "#plan/plan.ts";
import type { NewAgency, NewPlan } from "#plan/new-plan.ts";

/** Something with a key that follows from what it is, so that writing it twice adds it once. */
export type Keyed<T> = T & { readonly key: string };

export interface Written {
  /** The item of each key, whether it was added now or stood there before. */
  readonly ids: ReadonlyMap<string, number>;
  readonly added: number;
}

/** Called after each batch with how many stand in the list now. */
export type OnWritten = (written: number) => void;

/** Where plans are defined; the plan's owner, or the app, may write here. */
export interface PlanWriter {
  /** Makes what is missing for each agency: its item, its group, its folders. */
  ensureAgencies(agencies: readonly NewAgency[]): Promise<readonly Agency[]>;
  ensurePlan(
    plan: Keyed<NewPlan["plan"]>,
  ): Promise<{ readonly id: number; readonly added: boolean }>;
  addRecommendations(
    planId: number,
    items: readonly Keyed<Omit<Recommendation, "id">>[],
    on?: OnWritten,
  ): Promise<Written>;
  addActions(
    planId: number,
    items: readonly Keyed<Omit<Action, "id">>[],
    on?: OnWritten,
  ): Promise<Written>;
  /** Adds what the plan does not have. Throws RefusedError where the site has no list for findings yet. */
  addFindings(planId: number, items: readonly Keyed<Finding>[], on?: OnWritten): Promise<Written>;
  addVersions(planId: number, items: readonly Keyed<PlanVersion>[]): Promise<Written>;
  /**
   * Changes those fields of a recommendation from what `is` says to what `to` says. Nothing is written where they say
   * that already. Throws ConflictError where they say something else by now.
   */
  changeRecommendation(is: Recommendation, to: Partial<Recommendation>): Promise<void>;
  /** The same of an action. */
  changeAction(is: Action, to: Partial<Action>): Promise<void>;
  /** Keeps, in the plan's settings, what the headings of its documents mean; of one heading the newest word counts. */
  keepColumns(planId: number, columns: readonly KeptColumn[]): Promise<void>;
  /** Lets an agency be found by another name too, from now on. */
  nameAlso(agency: Agency, otherName: string): Promise<void>;
}
