import type { ChangedItem, CardSubject, OpenRecommendation } from "#usecases/card-ports.ts";
import { UnavailableError } from "#plan/errors.ts";
import type { AppStores, Log } from "./bot-options.ts";
import type { ClosedConversations } from "./closed-conversations.ts";
import type { PostedCards } from "./posted-cards.ts";
import { say } from "./say.ts";
import type { Send } from "./send-queue.ts";
import { toldInThread } from "./told-in-thread.ts";
import type { Thread, Threads } from "./threads.ts";

export interface ChangeWatchParts {
  readonly appStores: AppStores;
  readonly cards: PostedCards;
  readonly threads: Threads;
  readonly closed: Pick<ClosedConversations, "has">;
  readonly send: Send;
  readonly now: () => Date;
  readonly log: Log;
  readonly inBackground: (what: string, work: () => Promise<void>) => void;
}

/** How often it is looked without being told: a webhook may be late, or never come. */
const everyMilliseconds = 60_000;

const dayMilliseconds = 86_400_000;
/** What is older than this when it is seen is no news in a thread. */
const newsMilliseconds = dayMilliseconds;
/** A question that nobody saw for longer than this is not posted any more; reminders tell of it. */
const questionMilliseconds = 14 * dayMilliseconds;
/** More new questions at once than this would bury the channel; their recommendations' cards show them. */
const mostQuestions = 30;

/**
 * Keeps what was posted true whoever changed the plan, and wherever: told by a webhook, by our own saves, and by looking
 * once a minute. How far it has looked stands in SharePoint, so a process that was down catches up, and what is done
 * once is claimed there, so several processes do it once.
 */
export class ChangeWatch {
  readonly #parts: ChangeWatchParts;
  #looking = false;
  #again = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: ChangeWatchParts) {
    this.#parts = parts;
  }

  start(): void {
    this.poke();
    this.#timer = setInterval(() => this.poke(), everyMilliseconds);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Something may have changed. Answers at once; looks that would overlap become one. */
  poke(): void {
    this.#again = true;
    if (this.#looking) return;
    this.#looking = true;
    this.#parts.inBackground("look at what changed", async () => {
      try {
        while (this.#again) {
          this.#again = false;
          await this.#look();
        }
      } finally {
        this.#looking = false;
      }
    });
  }

  async #look(): Promise<void> {
    const { changes } = this.#parts.appStores;
    const from = await changes.position();
    const { position, changed } = await changes.since(from);
    if (changed === "unknown") await this.#refreshEverything();
    else await this.#tell(changed);
    // After the work: a process that ends in between does it again, and what is done once is claimed.
    if (from === undefined || changed.length > 0) await changes.remember(position);
  }

  async #refreshEverything(): Promise<void> {
    const { appStores, cards, log } = this.#parts;
    log("info", "everything posted is brought up to date");
    for (const { id } of await appStores.plans.list()) await cards.refreshAll(id);
  }

  async #tell(changed: readonly ChangedItem[]): Promise<void> {
    const { cards, inBackground } = this.#parts;
    const subjects = subjectsOf(changed);
    // The queue may have to wait for its turn; what is told in threads does not wait for that.
    if (subjects.length > 0) inBackground("refresh cards", () => cards.refresh(subjects));
    const newQuestions = changed
      .filter((item) => this.#isNewQuestion(item))
      .slice(0, mostQuestions);
    for (const item of newQuestions) await this.#orLog(item, this.#postQuestion(item));
    const news = changed.filter((item) => this.#isNews(item));
    // A recommendation is read once, however much was said of it.
    for (const items of Map.groupBy(news, placeOf).values()) {
      const [first] = items;
      if (first) await this.#orLog(first, this.#sayInThread(first, items));
    }
  }

  /** One item that cannot be told must not keep the others back for ever; a SharePoint that is busy is tried again. */
  async #orLog({ list, id }: ChangedItem, work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (cause) {
      if (cause instanceof UnavailableError) throw cause;
      const error = cause instanceof Error ? cause.name : "unknown";
      this.#parts.log("warn", "change not told", { list, id, error });
    }
  }

  #isNewQuestion({ list, created }: ChangedItem): boolean {
    return list === "Challenges" && this.#age(created) < questionMilliseconds;
  }

  #isNews({ list, created }: ChangedItem): boolean {
    const said = list === "Updates" || list === "Decisions";
    return said && this.#age(created) < newsMilliseconds;
  }

  #age(created: string): number {
    return this.#parts.now().getTime() - Date.parse(created);
  }

  /** The question's card goes into the recommendation's thread, which is made for it where there is none. */
  async #postQuestion({ id, planId, recommendationId }: ChangedItem): Promise<void> {
    const { appStores, cards, threads, closed, log } = this.#parts;
    if (recommendationId === undefined) return;
    const open = await appStores.recommendations.open(planId, recommendationId);
    if (!open.plan.channel || closed.has(open.plan.channel)) return;
    const thread = await threads.open(planId, recommendationId);
    if (!(await appStores.posts.first(`challenge-${id}`))) return;
    await cards.postChallenge(thread.conversation, open, id);
    log("info", "challenge posted", { planId, challenge: id });
  }

  async #sayInThread(
    { planId, recommendationId }: ChangedItem,
    items: readonly ChangedItem[],
  ): Promise<void> {
    const { appStores, threads, closed } = this.#parts;
    if (recommendationId === undefined) return;
    const thread = await threads.find(planId, recommendationId);
    if (!thread || closed.has(thread.conversation)) return;
    const open = await appStores.recommendations.open(planId, recommendationId);
    for (const item of items) {
      const words = wordsFor(open, item);
      if (words) await this.#orLog(item, this.#reply(thread, item, words));
    }
  }

  async #reply(thread: Thread, { list, id }: ChangedItem, words: string): Promise<void> {
    const { appStores, send } = this.#parts;
    if (!(await appStores.posts.first(`told-${list}-${id}`))) return;
    await say(send, thread.conversation, words).catch((cause: unknown) => {
      const error = cause instanceof Error ? cause.name : "unknown";
      this.#parts.log("warn", "thread not told", { message: thread.message, error });
    });
  }
}

function wordsFor(open: OpenRecommendation, { list, id }: ChangedItem): string | undefined {
  const type = list === "Updates" ? "update" : "decision";
  const entry = open.record.find((each) => each.type === type && each.id === id);
  return entry && toldInThread(open, entry);
}

function placeOf({ planId, recommendationId }: ChangedItem): string {
  return `${planId} ${recommendationId}`;
}

/** Each card once, however many changes it has to do with. */
function subjectsOf(changed: readonly ChangedItem[]): readonly CardSubject[] {
  const subjects = new Map<string, CardSubject>();
  for (const { planId, actionId, recommendationId, challengeId } of changed) {
    for (const subject of [{ actionId }, { recommendationId }, { challengeId }]) {
      const [name, id] = Object.entries(subject)[0] ?? [];
      if (id !== undefined) subjects.set(`${planId} ${name} ${id}`, { planId, ...subject });
    }
  }
  return [...subjects.values()];
}
