import type { Fault } from "#plan/fault.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { Me } from "#plan/permissions.ts";
import type { Action, Agency, Plan, PlanSettings, Recommendation } from "#plan/plan.ts";
import type { Entry } from "#plan/record.ts";

/** A plan with what the first screen shows. Its record carries no notes: an action's own record does. */
export interface OpenPlan {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly recommendations: readonly Recommendation[];
  readonly actions: readonly Action[];
  readonly record: readonly Entry[];
  readonly me: Me;
  /** Where the watch goes on from; opaque. */
  readonly changeToken: string;
  /** Items that say of no plan that they are its, and stand with nothing of this one. */
  readonly astray?: readonly Fault[] | undefined;
}

export interface PlanSummary {
  readonly id: number;
  readonly title: string;
  readonly regulator?: string | undefined;
  readonly published?: IsoDate | undefined;
  /** The Teams conversation id of the channel its cards are posted to. */
  readonly channel?: string | undefined;
  readonly settings?: PlanSettings | undefined;
  /** Why the plan cannot be opened, and what to do about it; absent where it can be. */
  readonly unreadable?: string | undefined;
}

export interface NewestPlan {
  readonly open: OpenPlan;
  readonly plans: readonly PlanSummary[];
}

export interface PlanStore {
  /** The plans of this site, newest first; those that cannot be read too. */
  list(): Promise<readonly PlanSummary[]>;
  /**
   * The newest plan and the names of all, in one round trip too; undefined where the site has no plan. Throws
   * UnreadableError where that one cannot be read: which other one is meant is for somebody to say.
   */
  openNewest(): Promise<NewestPlan | undefined>;
  /** One round trip for plans of up to 5,000 items a list. Throws NotFoundError, UnreadableError. */
  open(planId: number): Promise<OpenPlan>;
  /**
   * The same with what belongs to it though somebody emptied the column that says so; undefined where there is none.
   * `open` leaves that out, because most sites have none. One request.
   */
  withStrays(open: OpenPlan): Promise<OpenPlan | undefined>;
  /** What others changed since; undefined where nothing did. Throws TakenOutError where the plan itself is gone. One small request where nothing did. */
  changesSince(open: OpenPlan): Promise<OpenPlan | undefined>;
}

/** An action as one card needs it, read without the rest of the plan. */
export interface OpenAction {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly recommendation: Recommendation;
  readonly action: Action;
  readonly record: readonly Entry[];
  readonly me: Me;
}

export interface ActionStore {
  /** Throws NotFoundError where the action is not there, or not to be seen by this person. */
  open(planId: number, actionId: number): Promise<OpenAction>;
}
