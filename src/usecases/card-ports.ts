import type { Me } from "#plan/permissions.ts";
import type { Action, Agency, Plan, Recommendation } from "#plan/plan.ts";
import type { Entry } from "#plan/record.ts";

/** A recommendation as one card needs it, read without the rest of the plan. */
export interface OpenRecommendation {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly recommendation: Recommendation;
  /** Its own, in its order. */
  readonly actions: readonly Action[];
  /** All that was said of it and of them, with words and authors. */
  readonly record: readonly Entry[];
  readonly me: Me;
}

export interface RecommendationStore {
  /** Throws NotFoundError where it is not there, or not to be seen by this person. */
  open(planId: number, recommendationId: number): Promise<OpenRecommendation>;
}

/** What a posted card shows: an action, a recommendation or a challenge to one of its agencies. */
export interface CardSubject {
  readonly planId: number;
  readonly actionId?: number | undefined;
  readonly recommendationId?: number | undefined;
  readonly challengeId?: number | undefined;
}

/** A card that the bot posted: where it stands, so that it can be kept true. */
export interface Post extends CardSubject {
  /** Teams conversation id; of a thread, with its `;messageid=`. */
  readonly conversation: string;
  readonly message: string;
}

export interface PostStore {
  add(post: Post): Promise<void>;
  /** Every posted copy of that very card, oldest first. */
  of(subject: CardSubject): Promise<readonly Post[]>;
  /** Cards of the plan's recommendations and challenges, and of its actions: all of them, oldest first. */
  ofPlan(planId: number): Promise<readonly Post[]>;
  /** The message is gone, so there is nothing more to keep true. */
  forget(post: Post): Promise<void>;
  /**
   * The cards in a message that changed: those that had been forgotten, which are remembered again, and those that still
   * stand. None in a message that is not of ours.
   */
  bringBack(
    planId: number,
    message: string,
  ): Promise<{ readonly back: readonly Post[]; readonly standing: readonly Post[] }>;
  /** True the first time, false for whoever comes second, in this process or another. */
  first(what: string): Promise<boolean>;
}

/** A recommendation's thread: its conversation id with `;messageid=`, as Teams names it. */
export interface ThreadPlace {
  /** The thread; or, while somebody is making it, "making" and since when. */
  readonly written: string | undefined;
  /** For changing it. */
  readonly version: string;
}

export interface ThreadStore {
  of(planId: number, recommendationId: number): Promise<ThreadPlace>;
  /** Writes it over `place`; undefined takes it away. Throws ConflictError where somebody else wrote since. */
  write(recommendationId: number, place: ThreadPlace, written: string | undefined): Promise<void>;
}

/** One item that changed, and what it is about. */
export interface ChangedItem extends CardSubject {
  readonly list: "Recommendations" | "Actions" | "Updates" | "Challenges" | "Decisions";
  readonly id: number;
  readonly created: string;
  /** The agency that spoke; of updates. */
  readonly folder?: string | undefined;
}

export interface Changes {
  /** Where the next look starts. */
  readonly position: string;
  /** "unknown" where it was too much, too long ago, or something was deleted. */
  readonly changed: readonly ChangedItem[] | "unknown";
}

/** What anybody changed, by whatever way. */
export interface ChangeFeed {
  /** Where every process stands; undefined where nobody has looked yet. */
  position(): Promise<string | undefined>;
  remember(position: string): Promise<void>;
  /** What changed since that position; at the first look, without one, nothing. */
  since(position: string | undefined): Promise<Changes>;
}

export interface ChangeNotices {
  /** Has SharePoint tell that address when a list changes, and goes on having it told. `secret` comes with each notice. */
  ask(address: string, secret: string): Promise<void>;
}
