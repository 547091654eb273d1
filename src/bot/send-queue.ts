import type { MessageActivityInput } from "@microsoft/teams.api";
import { channelOf } from "./channel-of.ts";
import { realClock, sendAgain, type Clock } from "./send-again.ts";

/** Sends to a conversation; an activity with an id takes the place of that message. */
export type Send = (
  conversation: string,
  activity: MessageActivityInput,
) => Promise<{ readonly id: string }>;

/** Makes what a message shows now; undefined where it is to stay as it is. */
export type MakeMessage = () => Promise<MessageActivityInput | undefined>;

/**
 * What one bot may send into one conversation (learn.microsoft.com: Optimize your bot with rate limiting in Teams): so many
 * messages in so many milliseconds, all of these at once.
 */
const limits = [
  { milliseconds: 1_000, most: 7 },
  { milliseconds: 2_000, most: 8 },
  { milliseconds: 30_000, most: 60 },
  { milliseconds: 3_600_000, most: 1_800 },
] as const;

const longest = Math.max(...limits.map(({ milliseconds }) => milliseconds));

interface Job {
  readonly conversation: string;
  /** The message that it changes; undefined for a new one. */
  readonly message?: string;
  readonly work: () => Promise<void>;
  readonly done: Promise<void>;
}

interface Lane {
  jobs: Job[];
  /** When the last messages were sent, oldest first. */
  sent: number[];
  running: boolean;
}

/**
 * A queue a conversation, so that the documented limits hold. New messages go before changes of old ones, because
 * somebody waits for them; a change that waits is not asked for twice, and its content is made when its turn comes.
 */
export class SendQueue {
  readonly #send: Send;
  readonly #clock: Clock;
  readonly #lanes = new Map<string, Lane>();

  constructor(send: Send, clock: Clock = realClock) {
    this.#send = send;
    this.#clock = clock;
  }

  /** Posts a message. Rejects with what the connector said, once trying again has not helped. */
  readonly post: Send = async (conversation, activity) => {
    let id = "";
    await this.#add({ conversation }, async () => {
      ({ id } = await this.#sendOnce(conversation, activity));
    });
    return { id };
  };

  /** Changes a message to what `make` gives when its turn comes. Rejects as `post` does. */
  async change(conversation: string, message: string, make: MakeMessage): Promise<void> {
    const waiting = this.#lane(conversation).jobs.find(
      (job) => job.message === message && job.conversation === conversation,
    );
    if (waiting) return waiting.done;
    return this.#add({ conversation, message }, async () => {
      const activity = await make();
      if (!activity) return;
      activity.id = message;
      await this.#sendOnce(conversation, activity);
    });
  }

  #sendOnce(conversation: string, activity: MessageActivityInput) {
    return sendAgain(() => this.#send(conversation, activity), this.#clock);
  }

  /** A channel's threads share what the channel may be sent. */
  #lane(conversation: string): Lane {
    const name = channelOf(conversation);
    const lane = this.#lanes.get(name) ?? { jobs: [], sent: [], running: false };
    this.#lanes.set(name, lane);
    return lane;
  }

  #add(about: Pick<Job, "conversation" | "message">, work: () => Promise<void>): Promise<void> {
    const lane = this.#lane(about.conversation);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    lane.jobs.push({ ...about, done: promise, work: () => work().then(resolve, reject) });
    if (!lane.running) void this.#run(lane);
    return promise;
  }

  async #run(lane: Lane): Promise<void> {
    lane.running = true;
    while (lane.jobs.length > 0) {
      const wait = pauseBefore(lane.sent, this.#clock.now());
      if (wait > 0) {
        await this.#clock.pause(wait);
        continue;
      }
      const next = lane.jobs.find(({ message }) => message === undefined) ?? lane.jobs[0];
      lane.jobs = lane.jobs.filter((job) => job !== next);
      const now = this.#clock.now();
      lane.sent = [...lane.sent.filter((at) => at > now - longest), now];
      await next?.work();
    }
    lane.running = false;
  }
}

/** Milliseconds until one more message breaks none of the limits. */
function pauseBefore(sent: readonly number[], now: number): number {
  return Math.max(
    0,
    ...limits.map(({ milliseconds, most }) => {
      const first = sent.at(-most);
      return first === undefined ? 0 : first + milliseconds - now;
    }),
  );
}
