import type { Action, Recommendation } from "#plan/plan.ts";

/** A definition as it stands, with what tells SharePoint that nobody has changed it since. */
export interface Versioned<T> {
  readonly is: T;
  readonly version: string;
}

export interface DefinitionStore {
  /** Throws NotFoundError. */
  action(actionId: number): Promise<Versioned<Action>>;
  /** Throws NotFoundError. */
  recommendation(recommendationId: number): Promise<Versioned<Recommendation>>;
  /** Changes those fields of it. Throws ConflictError where somebody changed it since, NotAllowedError. */
  changeAction(was: Versioned<Action>, to: Partial<Action>): Promise<void>;
  /** The same for a recommendation. */
  changeRecommendation(was: Versioned<Recommendation>, to: Partial<Recommendation>): Promise<void>;
}
