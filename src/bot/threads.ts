import { randomUUID } from "node:crypto";
import { ConflictError, RefusedError, UnavailableError } from "#plan/errors.ts";
import type { OpenRecommendation, Post, ThreadPlace } from "#usecases/card-ports.ts";
import { channelOf } from "./channel-of.ts";
import type { AppStores, Links } from "./bot-options.ts";
import { noChannel, type PostedCards } from "./posted-cards.ts";
import { realClock, type Clock } from "./send-again.ts";

/** A recommendation's thread in the plan's channel. */
export interface Thread {
  /** The thread's conversation id, with `;messageid=`. */
  readonly conversation: string;
  /** Its first message, which is the recommendation's card. */
  readonly message: string;
  readonly deepLink: string;
}

export interface ThreadsParts {
  readonly appStores: Pick<AppStores, "recommendations" | "threads">;
  readonly cards: Pick<PostedCards, "postRecommendation" | "bringUpToDate">;
  readonly links: Pick<Links, "thread">;
  readonly now: () => Date;
  readonly clock?: Clock;
}

/** Whoever makes a thread has this long; after that somebody else may. */
const makingMilliseconds = 30_000;
const lookAgainMilliseconds = 200;
/** How long it is waited to hear whether the first message is still there. */
const checkMilliseconds = 1_500;

const made = /^(?<channel>[^;]+);messageid=(?<message>\w+)$/;
const making = /^making (?<since>\S+) /;

/** The one thread of each recommendation, made when somebody first wants to discuss it. */
export class Threads {
  readonly #parts: ThreadsParts;
  readonly #clock: Clock;

  constructor(parts: ThreadsParts) {
    this.#parts = parts;
    this.#clock = parts.clock ?? realClock;
  }

  /** The thread where there is one; reading is all it does. */
  async find(planId: number, recommendationId: number): Promise<Thread | undefined> {
    return this.#read(await this.#parts.appStores.threads.of(planId, recommendationId));
  }

  /**
   * The thread, made where there is none or its first message was deleted. However many ask at once, here and in other
   * processes, one is made: whoever writes the claim first posts. Throws RefusedError where the plan has no channel,
   * UnavailableError where somebody else goes on making it.
   */
  async open(planId: number, recommendationId: number): Promise<Thread> {
    const { recommendations, threads } = this.#parts.appStores;
    const end = this.#clock.now() + 2 * makingMilliseconds;
    while (this.#clock.now() < end) {
      const place = await threads.of(planId, recommendationId);
      const thread = this.#read(place);
      if (thread && (await this.#isThere(planId, recommendationId, thread))) return thread;
      if (!thread && this.#isBeingMade(place)) {
        await this.#clock.pause(lookAgainMilliseconds);
        continue;
      }
      const open = await recommendations.open(planId, recommendationId);
      const own = await this.#claim(open, place);
      if (own) return this.#make(open, own);
    }
    throw new UnavailableError("The thread is being made by somebody else. Try again in a minute.");
  }

  /** Its first message was deleted: there is no thread any more, if it was this one. */
  async forget({ planId, recommendationId = 0, message }: Post): Promise<void> {
    const { threads } = this.#parts.appStores;
    const place = await threads.of(planId, recommendationId);
    if (this.#read(place)?.message !== message) return;
    await threads.write(recommendationId, place, undefined).catch((cause: unknown) => {
      // Somebody else has noticed it too.
      if (!(cause instanceof ConflictError)) throw cause;
    });
  }

  /** Its first message, which had been deleted, is there again: it is the thread, unless there is another by now. */
  async restore({
    planId,
    recommendationId,
    challengeId,
    conversation,
    message,
  }: Post): Promise<void> {
    if (recommendationId === undefined || challengeId !== undefined) return;
    const { threads } = this.#parts.appStores;
    const place = await threads.of(planId, recommendationId);
    if (place.written !== undefined) return;
    await threads
      .write(recommendationId, place, `${channelOf(conversation)};messageid=${message}`)
      .catch((cause: unknown) => {
        if (!(cause instanceof ConflictError)) throw cause;
      });
  }

  #read({ written }: ThreadPlace): Thread | undefined {
    const { channel, message } = made.exec(written ?? "")?.groups ?? {};
    if (!channel || !message) return undefined;
    const conversation = `${channel};messageid=${message}`;
    return { conversation, message, deepLink: this.#parts.links.thread(channel, message) };
  }

  #isBeingMade({ written }: ThreadPlace): boolean {
    const since = making.exec(written ?? "")?.groups?.["since"];
    return (
      since !== undefined && this.#parts.now().getTime() - Date.parse(since) < makingMilliseconds
    );
  }

  /** Its card is brought up to date, by which the connector says whether it is there. No answer in time means yes. */
  async #isThere(planId: number, recommendationId: number, thread: Thread): Promise<boolean> {
    const conversation = channelOf(thread.conversation);
    const post = { planId, recommendationId, conversation, message: thread.message };
    const late = this.#clock.pause(checkMilliseconds).then(() => true);
    return Promise.race([this.#parts.cards.bringUpToDate(post), late]);
  }

  /** What was written as the claim; undefined where somebody else was first. */
  async #claim(open: OpenRecommendation, place: ThreadPlace): Promise<string | undefined> {
    if (open.plan.channel === undefined) throw new RefusedError(noChannel);
    const claim = `making ${this.#parts.now().toISOString()} ${randomUUID()}`;
    try {
      await this.#parts.appStores.threads.write(open.recommendation.id, place, claim);
      return claim;
    } catch (cause) {
      if (cause instanceof ConflictError) return undefined;
      throw cause;
    }
  }

  async #make(open: OpenRecommendation, claim: string): Promise<Thread> {
    const { channel = "" } = open.plan;
    try {
      const { message } = await this.#parts.cards.postRecommendation(channel, open);
      const conversation = `${channel};messageid=${message}`;
      await this.#replace(open, claim, conversation);
      return { conversation, message, deepLink: this.#parts.links.thread(channel, message) };
    } catch (cause) {
      await this.#replace(open, claim, undefined);
      throw cause;
    }
  }

  /** Over our own claim only; an owner who edits the recommendation meanwhile changes the version, not the claim. */
  async #replace({ plan, recommendation }: OpenRecommendation, claim: string, by?: string) {
    const { threads } = this.#parts.appStores;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const place = await threads.of(plan.id, recommendation.id);
      if (place.written !== claim) return;
      try {
        await threads.write(recommendation.id, place, by);
        return;
      } catch (cause) {
        if (!(cause instanceof ConflictError)) throw cause;
      }
    }
  }
}
