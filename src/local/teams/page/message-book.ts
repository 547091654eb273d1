import type { Message } from "../message.ts";

/** A post of the channel with its replies, oldest first. */
export interface Thread {
  readonly first: Message;
  readonly replies: readonly Message[];
}

/** All messages that this page knows of, each in its newest state whatever order they came in. */
export interface MessageBook {
  /** True when it was news. */
  put(message: Message): boolean;
  threads(conversation: string): Thread[];
}

export function messageBook(): MessageBook {
  const known = new Map<string, Message>();
  return {
    put(message) {
      const newer = message.version > (known.get(message.id)?.version ?? -1);
      if (newer) known.set(message.id, message);
      return newer;
    },
    threads(conversation) {
      const all = [...known.values()]
        .filter((message) => message.conversation === conversation)
        .toSorted((one, other) => Number(one.id) - Number(other.id));
      return all
        .filter((message) => message.root === undefined)
        .map((first) => ({ first, replies: all.filter(({ root }) => root === first.id) }));
    },
  };
}
