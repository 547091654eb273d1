import type { IsoDate } from "#plan/iso-date.ts";
import type { Me } from "#plan/permissions.ts";
import type { Action, Agency, Plan, PlanVersion, Recommendation } from "#plan/plan.ts";
import type { RatingId } from "#plan/rating-scheme.ts";
import type { Entry, EvidenceLink, Update } from "#plan/record.ts";

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
}

export interface PlanSummary {
  readonly id: number;
  readonly title: string;
  readonly regulator?: string | undefined;
  readonly published?: IsoDate | undefined;
  /** The Teams conversation id of the channel its cards are posted to. */
  readonly channel?: string | undefined;
}

export interface NewestPlan {
  readonly open: OpenPlan;
  readonly plans: readonly PlanSummary[];
}

export interface PlanStore {
  /** The plans of this site, newest first. */
  list(): Promise<readonly PlanSummary[]>;
  /** The newest plan and the names of all, in one round trip too; undefined where the site has no plan. */
  openNewest(): Promise<NewestPlan | undefined>;
  /** One round trip for plans of up to 5,000 items a list. Throws NotFoundError. */
  open(planId: number): Promise<OpenPlan>;
  /** What others changed since; undefined where nothing did. One small request where nothing did. */
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

export interface NewUpdate {
  readonly key: string;
  readonly planId: number;
  readonly actionId: number;
  /** The agency that speaks; the update goes into its folder. */
  readonly agency: Agency;
  readonly kind: Update["kind"];
  readonly rating?: RatingId | undefined;
  readonly note: string;
  readonly evidence: readonly EvidenceLink[];
  readonly revisedDate?: IsoDate | undefined;
  readonly challengeId?: number | undefined;
}

export interface ActionStore {
  /** Throws NotFoundError where the action is not there, or not to be seen by this person. */
  open(planId: number, actionId: number): Promise<OpenAction>;
}

export interface RecordStore {
  /** Everything said about one action, with notes, evidence and authors, oldest first. */
  forAction(actionId: number): Promise<readonly Entry[]>;
  /** Appends once, however often it is tried with the same key. Throws NotAllowedError, UnavailableError. */
  append(update: NewUpdate): Promise<{ readonly id: number }>;
}

/** What a document of a plan says beyond the first screen. */
export interface PlanHistory {
  /** Everything said about the plan, with notes, evidence and authors, oldest first. */
  readonly record: readonly Entry[];
  /** In the order in which they were entered. */
  readonly versions: readonly PlanVersion[];
}

export interface PlanHistoryStore {
  /** Empty for a plan of which nothing was said; one round trip for up to 5,000 items a list. */
  forPlan(planId: number): Promise<PlanHistory>;
}

/** A card of an action that the bot posted: where it stands, so that it can be kept true. */
export interface Post {
  readonly planId: number;
  readonly actionId: number;
  /** Teams conversation id; of a thread, with its `;messageid=`. */
  readonly conversation: string;
  readonly message: string;
}

export interface PostStore {
  add(post: Post): Promise<void>;
  /** Every posted copy, oldest first. */
  forAction(actionId: number): Promise<readonly Post[]>;
}

/** The login names in a plan's SharePoint groups. */
export interface Members {
  readonly agencies: readonly {
    readonly agency: string;
    readonly loginNames: readonly string[];
  }[];
  readonly owners: readonly string[];
  /** Everybody in any group of the plan: agencies, owners, challenge, scrutiny, readers. */
  readonly everybody: readonly string[];
}

export interface MemberStore {
  of(planId: number): Promise<Members>;
}

export interface ChannelStore {
  /** Remembers the channel on a plan that has none. Throws ConflictError where it has one by now. */
  adopt(planId: number, conversation: string): Promise<void>;
}
