import type { Client as ApiClient } from "@microsoft/teams.api";
import type { BotOptions, PersonStores } from "./bot-options.ts";
import type { CardAnswer } from "./card-answer.ts";
import type { CardPress } from "./card-press.ts";
import type { ChangeWatch } from "./change-watch.ts";
import type { ClosedConversations } from "./closed-conversations.ts";
import type { Within } from "./deadline.ts";
import type { PostedCards } from "./posted-cards.ts";
import type { Send } from "./send-queue.ts";
import type { Threads } from "./threads.ts";

/** What every handler works with. */
export interface Handling extends Omit<BotOptions, "web" | "appToken"> {
  readonly api: ApiClient;
  readonly send: Send;
  readonly cards: PostedCards;
  readonly threads: Threads;
  readonly closed: ClosedConversations;
  readonly watch: Pick<ChangeWatch, "poke">;
  /** Work that goes on after the answer was given; a failure is logged under `what`. */
  readonly inBackground: (what: string, work: () => Promise<void>) => void;
}

/** One press, with the stores of the person who pressed and the time there is to answer. */
export interface Pressed {
  readonly press: CardPress;
  readonly stores: PersonStores;
  readonly within: Within;
}

export type OnVerb = (handling: Handling, pressed: Pressed) => Promise<CardAnswer>;
