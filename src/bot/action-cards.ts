import { MessageActivityInput } from "@microsoft/teams.api";
import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { actionReadCard } from "#cards/action-read-card.ts";
import { plain } from "#cards/plain.ts";
import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import type { OpenAction, Post } from "#usecases/ports.ts";
import type { AppStores, Links, Log } from "./bot-options.ts";
import { isLoginOf } from "./login-name.ts";
import type { RefreshablePeople } from "./refreshable-people.ts";

/** Sends to a conversation; an activity with an id takes the place of that message. */
export type Send = (
  conversation: string,
  activity: MessageActivityInput,
) => Promise<{ readonly id: string }>;

export interface ActionCardsParts {
  readonly send: Send;
  readonly people: RefreshablePeople;
  readonly appStores: Pick<AppStores, "actions" | "posts" | "members">;
  readonly links: Links;
  readonly now: () => Date;
  readonly log: Log;
}

/** The cards of actions that stand in conversations for everybody to see. */
export class ActionCards {
  readonly #parts: ActionCardsParts;

  constructor(parts: ActionCardsParts) {
    this.#parts = parts;
  }

  /** Posts a card of an action that has been opened, and remembers where it stands. */
  async post(conversation: string, open: OpenAction): Promise<Post> {
    const card = await this.#cardFor(open, conversation);
    const { id } = await this.#parts.send(conversation, messageWith(card));
    const post = { planId: open.plan.id, actionId: open.action.id, conversation, message: id };
    await this.#parts.appStores.posts.add(post);
    return post;
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
    if (open.plan.channel === undefined) {
      throw new RefusedError(
        "This plan has no channel yet. In its channel, write “use this channel” to the app.",
      );
    }
    return this.post(open.plan.channel, open);
  }

  /** Brings every posted copy up to date. One that cannot be reached is logged; the others go on. */
  async refresh(planId: number, actionId: number): Promise<void> {
    const { appStores, log } = this.#parts;
    const posts = await appStores.posts.forAction(actionId);
    if (posts.length === 0) return;
    const open = await appStores.actions.open(planId, actionId);
    for (const post of posts.filter((each) => each.planId === planId)) {
      await this.#replace(post, open).catch((cause: unknown) => {
        log("warn", "card not refreshed", {
          actionId,
          message: post.message,
          error: cause instanceof Error ? cause.name : "unknown",
        });
      });
    }
  }

  async #replace(post: Post, open: OpenAction): Promise<void> {
    const message = messageWith(await this.#cardFor(open, post.conversation));
    message.id = post.message;
    await this.#parts.send(post.conversation, message);
  }

  async #cardFor(open: OpenAction, conversation: string): Promise<IAdaptiveCard> {
    const { people, links, now } = this.#parts;
    const refreshFor = await people.of(conversation, open.plan.id, open.action.agencies);
    const link = links.action(open.plan.id, open.action.id);
    return actionReadCard(open, { now: now(), link, refreshFor, canPropose: true });
  }
}

function messageWith(card: IAdaptiveCard): MessageActivityInput {
  // What a notification and a list of chats show instead of the card.
  const summary = plain(card.fallbackText ?? "", 200);
  return new MessageActivityInput("", { summary }).addCard("adaptive", card);
}
