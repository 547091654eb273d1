import { channelOf } from "./channel-of.ts";

/** After this long it is tried again: not everything that opens a channel again is told to an app. */
const closedMilliseconds = 15 * 60_000;

/**
 * Channels, with all their threads, and chats that Teams lets this app write to no more, because it was taken out or they are archived. What nobody
 * waits for is not sent there meanwhile. Each process finds out for itself: nothing is written down, so nothing can be
 * left behind that silences the app for good.
 */
export class ClosedConversations {
  readonly #until = new Map<string, number>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  close(conversation: string): void {
    this.#until.set(channelOf(conversation), this.#now().getTime() + closedMilliseconds);
  }

  /** True where it was closed, now or before it was tried again. */
  reopen(conversation: string): boolean {
    return this.#until.delete(channelOf(conversation));
  }

  has(conversation: string): boolean {
    return (this.#until.get(channelOf(conversation)) ?? 0) > this.#now().getTime();
  }
}
