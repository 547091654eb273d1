import * as v from "valibot";
import type { CardSubject, Post, PostStore } from "#usecases/card-ports.ts";
import { isDuplicateValue, rethrow } from "./errors.ts";
import { whole } from "./whole.ts";
import { furtherRows, rowsOf } from "./queries.ts";
import { finite, number, optionalNumber, optionalText, read } from "./row.ts";
import type { Site } from "./site.ts";

const postRow = v.object({
  Id: finite,
  PlanId: finite,
  ActionId: optionalNumber,
  RecommendationId: optionalNumber,
  ChallengeId: optionalNumber,
  Conversation: optionalText,
  Message: optionalText,
});

/** Before the id of a message that was deleted: whoever deleted it may bring it back. */
const goneMark = "gone:";

const columns = Object.keys(postRow.entries);

interface StoredPost extends Post {
  readonly id: number;
}

/** The cards that the bot posted, and what it did once, in a list that only the app writes. */
export class SharePointPostStore implements PostStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async add({ conversation, message, ...subject }: Post): Promise<void> {
    await this.#items()
      .add({
        Title: titleOf(subject),
        Key: crypto.randomUUID(),
        PlanId: whole(subject.planId),
        ActionId: subject.actionId,
        RecommendationId: subject.recommendationId,
        ChallengeId: subject.challengeId,
        Conversation: conversation,
        Message: message,
      })
      .catch(rethrow("remember a posted card"));
  }

  async of(subject: CardSubject): Promise<readonly Post[]> {
    const rows = await rowsOf(this.#site.sp, "Posts", columns, filterOf(subject)).catch(
      rethrow("find the posted cards"),
    );
    return rows.flatMap(toPost).filter((post) => isSame(post, subject));
  }

  async ofPlan(planId: number): Promise<readonly Post[]> {
    const filter = `PlanId eq ${whole(planId)}`;
    const first = await rowsOf(this.#site.sp, "Posts", columns, filter);
    const rows = await furtherRows(this.#site.sp, "Posts", columns, { first, filter });
    return rows.flatMap(toPost);
  }

  async forget(post: Post): Promise<void> {
    const rows = await rowsOf(this.#site.sp, "Posts", columns, filterOf(post)).catch(
      rethrow("forget a posted card"),
    );
    const gone = rows.flatMap(toPost).filter(({ message }) => message === post.message);
    for (const { id, message } of gone) {
      await this.#items()
        .getById(id)
        .update({ Message: `${goneMark}${message}` })
        .catch(rethrow("forget a posted card"));
    }
  }

  async bringBack(planId: number, message: string): ReturnType<PostStore["bringBack"]> {
    const filter = `PlanId eq ${whole(planId)}`;
    const first = await rowsOf(this.#site.sp, "Posts", columns, filter);
    const rows = await furtherRows(this.#site.sp, "Posts", columns, { first, filter });
    const gone = rows
      .map((row) => read("Posts", postRow, row))
      .filter((item) => item.Message === `${goneMark}${message}`);
    for (const { Id } of gone) {
      await this.#items()
        .getById(Id)
        .update({ Message: message })
        .catch(rethrow("remember a card that came back"));
    }
    return {
      back: gone.flatMap((item) => toPost({ ...item, Message: message })),
      standing: rows.flatMap(toPost).filter((post) => post.message === message),
    };
  }

  /** SharePoint refuses a second item with the same key, whichever process asks. */
  async first(what: string): Promise<boolean> {
    try {
      await this.#items().add({ Title: "Done once", Key: what, PlanId: 0 });
      return true;
    } catch (cause) {
      if (isDuplicateValue(cause)) return false;
      return rethrow("remember what was done")(cause);
    }
  }

  #items() {
    return this.#site.sp.web.lists.getByTitle("Posts").items;
  }
}

function filterOf({ planId, actionId, recommendationId, challengeId }: CardSubject): string {
  if (challengeId !== undefined) return `ChallengeId eq ${whole(challengeId)}`;
  if (actionId !== undefined) return `ActionId eq ${whole(actionId)}`;
  if (recommendationId !== undefined) return `RecommendationId eq ${whole(recommendationId)}`;
  return `PlanId eq ${whole(planId)}`;
}

function isSame(post: CardSubject, subject: CardSubject): boolean {
  return (
    post.planId === subject.planId &&
    post.actionId === subject.actionId &&
    post.challengeId === subject.challengeId
  );
}

function titleOf({ actionId, recommendationId, challengeId }: CardSubject): string {
  if (challengeId !== undefined) return `Challenge ${challengeId}`;
  return actionId === undefined ? `Recommendation ${recommendationId}` : `Action ${actionId}`;
}

/** None where the item is no card but something that was done once, or the card's message is gone. */
function toPost(row: unknown): StoredPost[] {
  const item = read("Posts", postRow, row);
  if (!item.Message || !item.Conversation || item.Message.startsWith(goneMark)) return [];
  return [
    {
      id: item.Id,
      planId: item.PlanId,
      actionId: number(item.ActionId),
      recommendationId: number(item.RecommendationId),
      challengeId: number(item.ChallengeId),
      conversation: item.Conversation,
      message: item.Message,
    },
  ];
}
