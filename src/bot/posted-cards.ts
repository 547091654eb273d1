import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { actionReadCard } from "#cards/action-read-card.ts";
import { challengeCard, challengeIn } from "#cards/challenge-card.ts";
import { recommendationCard } from "#cards/recommendation-card.ts";
import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import type { CardSubject, OpenRecommendation, Post } from "#usecases/card-ports.ts";
import type { OpenAction } from "#usecases/ports/plans.ts";
import type { AppStores, Links, Log } from "./bot-options.ts";
import { cardMessage } from "./card-message.ts";
import { closedChannel } from "./closed-channel.ts";
import type { ClosedConversations } from "./closed-conversations.ts";
import { isLoginOf } from "./login-name.ts";
import type { RefreshablePeople } from "./refreshable-people.ts";
import { statusOf } from "./send-again.ts";
import type { SendQueue } from "./send-queue.ts";

export interface PostedCardsParts {
  readonly queue: SendQueue;
  readonly people: Pick<RefreshablePeople, "of">;
  readonly closed: ClosedConversations;
  readonly appStores: Pick<AppStores, "actions" | "recommendations" | "posts" | "members">;
  readonly links: Pick<Links, "action" | "recommendation">;
  readonly now: () => Date;
  readonly log: Log;
}

/** The cards that stand in conversations for everybody to see, and what keeps them true. */
export class PostedCards {
  readonly #parts: PostedCardsParts;
  /** What this process sent last for a message, for a moment. */
  readonly #sent = new Map<string, { readonly json: string; readonly at: number }>();

  constructor(parts: PostedCardsParts) {
    this.#parts = parts;
  }

  /** Posts a card of an action that has been opened, and remembers where it stands. */
  async post(conversation: string, open: OpenAction): Promise<Post> {
    const subject = { planId: open.plan.id, actionId: open.action.id };
    return this.#post(conversation, subject, await this.#actionCard(conversation, open));
  }

  /** Posts a recommendation's card, which becomes the root of a thread where it goes into a channel. */
  async postRecommendation(conversation: string, open: OpenRecommendation): Promise<Post> {
    const subject = { planId: open.plan.id, recommendationId: open.recommendation.id };
    return this.#post(conversation, subject, this.#recommendationCard(open));
  }

  /** Posts the card of a challenge that stands in what was opened. */
  async postChallenge(
    conversation: string,
    open: OpenRecommendation,
    challengeId: number,
  ): Promise<Post | undefined> {
    const card = await this.#challengeCard(conversation, open, challengeId);
    const subject = { planId: open.plan.id, recommendationId: open.recommendation.id, challengeId };
    return card && this.#post(conversation, subject, card);
  }

  /**
   * Posts an action's card into its plan's channel, as a new thread. `by` is the user principal name
   * of whoever asked; throws NotAllowedError where they are in no group of the plan, RefusedError where
   * the plan has no channel yet.
   */
  async postToChannel(planId: number, actionId: number, by: string): Promise<Post> {
    const { appStores } = this.#parts;
    const [open, members] = await Promise.all([
      appStores.actions.open(planId, actionId),
      appStores.members.of(planId),
    ]);
    if (!members.everybody.some((loginName) => isLoginOf(loginName, by))) {
      throw new NotAllowedError("Only people of the plan can post its cards.");
    }
    if (open.plan.channel === undefined) throw new RefusedError(noChannel);
    return this.post(open.plan.channel, open);
  }

  /** Brings every posted copy of these up to date. One that cannot be reached is logged; the others go on. */
  async refresh(subjects: readonly CardSubject[]): Promise<void> {
    const { posts } = this.#parts.appStores;
    const found = await Promise.all(subjects.map((subject) => posts.of(subject)));
    await Promise.all(found.flat().map((post) => this.bringUpToDate(post)));
  }

  /** Brings everything that was posted of a plan up to date. */
  async refreshAll(planId: number): Promise<void> {
    const all = await this.#parts.appStores.posts.ofPlan(planId);
    await Promise.all(all.map((post) => this.bringUpToDate(post)));
  }

  /** False where the message is gone, and forgotten from now on. */
  async bringUpToDate(post: Post): Promise<boolean> {
    const { queue, appStores, closed, log } = this.#parts;
    if (closed.has(post.conversation)) return true;
    try {
      await queue.change(post.conversation, post.message, async () => {
        const card = await this.#cardNow(post);
        return card && this.#isNews(post, card) ? cardMessage(card) : undefined;
      });
      // What changed while nothing could be sent there is said now.
      if (closed.reopen(post.conversation)) await this.refreshAll(post.planId);
      return true;
    } catch (cause) {
      const status = statusOf(cause);
      log("warn", "card not refreshed", {
        planId: post.planId,
        message: post.message,
        error: cause instanceof Error ? cause.name : "unknown",
        status,
      });
      this.#sent.delete(post.message);
      if (status === 403) closed.close(post.conversation);
      if (status !== 404) return true;
      await appStores.posts.forget(post);
      return false;
    }
  }

  /** Sends the card as it is now even where it was sent just before: somebody else changed the message. */
  async putRight(post: Post): Promise<void> {
    this.#sent.delete(post.message);
    await this.bringUpToDate(post);
  }

  /** A save is told twice, by the press and by SharePoint; the same card need not be sent twice for that. */
  #isNews({ message }: Post, card: IAdaptiveCard): boolean {
    const at = this.#parts.now().getTime();
    const json = JSON.stringify(card);
    const last = this.#sent.get(message);
    for (const [old, sent] of this.#sent) {
      if (at - sent.at > sameMilliseconds) this.#sent.delete(old);
    }
    this.#sent.set(message, { json, at });
    return last?.json !== json || at - last.at > sameMilliseconds;
  }

  async #post(conversation: string, subject: CardSubject, card: IAdaptiveCard): Promise<Post> {
    const { id } = await this.#parts.queue
      .post(conversation, cardMessage(card))
      .catch((cause: unknown) => {
        const words = closedChannel(cause);
        throw words === undefined ? cause : new RefusedError(words, { cause });
      });
    const post = { ...subject, conversation, message: id };
    await this.#parts.appStores.posts.add(post);
    return post;
  }

  async #cardNow(post: Post): Promise<IAdaptiveCard | undefined> {
    const { actions, recommendations } = this.#parts.appStores;
    const { planId, actionId, recommendationId, challengeId, conversation } = post;
    if (actionId !== undefined) {
      return this.#actionCard(conversation, await actions.open(planId, actionId));
    }
    if (recommendationId === undefined) return undefined;
    const open = await recommendations.open(planId, recommendationId);
    return challengeId === undefined
      ? this.#recommendationCard(open)
      : this.#challengeCard(conversation, open, challengeId);
  }

  async #actionCard(conversation: string, open: OpenAction): Promise<IAdaptiveCard> {
    const { people, links, now } = this.#parts;
    const refreshFor = await people.of(conversation, open.plan.id, open.action.agencies);
    const link = links.action(open.plan.id, open.action.id);
    return actionReadCard(open, { now: now(), link, refreshFor, canPropose: true });
  }

  #recommendationCard(open: OpenRecommendation): IAdaptiveCard {
    const { links, now } = this.#parts;
    const link = links.recommendation(open.plan.id, open.recommendation.id);
    return recommendationCard(open, { now: now(), link, refreshFor: [] });
  }

  async #challengeCard(
    conversation: string,
    open: OpenRecommendation,
    challengeId: number,
  ): Promise<IAdaptiveCard | undefined> {
    const { people, links, now } = this.#parts;
    const state = challengeIn(open, challengeId);
    if (!state) return undefined;
    const refreshFor = await people.of(conversation, open.plan.id, [state.challenge.agency]);
    const link = links.recommendation(open.plan.id, open.recommendation.id);
    return challengeCard(open, state, { now: now(), link, refreshFor });
  }
}

const sameMilliseconds = 10_000;

export const noChannel =
  "This plan has no channel yet. In its channel, write “use this channel” to the app.";
