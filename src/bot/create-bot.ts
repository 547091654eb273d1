import type { Post } from "#usecases/card-ports.ts";
import type { BotOptions } from "./bot-options.ts";
import { ChangeWatch } from "./change-watch.ts";
import { ClosedConversations } from "./closed-conversations.ts";
import { guardMessages } from "./guard.ts";
import type { Handling } from "./handling.ts";
import { onCardAction } from "./on-card-action.ts";
import { onInstalled } from "./on-installed.ts";
import { onMessage } from "./on-message.ts";
import { onMessageChanged, onMessageDeleted } from "./on-message-changed.ts";
import { onMakeOfMessage, onSendMade } from "./on-message-action.ts";
import { onClosed, onOpened } from "./on-place-changed.ts";
import { onLink, onSearch } from "./on-search.ts";
import { onSignedIn } from "./on-signed-in.ts";
import { postMinutes } from "./post-minutes.ts";
import { PostedCards } from "./posted-cards.ts";
import { RefreshablePeople } from "./refreshable-people.ts";
import { messagingPath, sdkApp } from "./sdk-app.ts";
import { SendQueue } from "./send-queue.ts";
import { Threads, type Thread } from "./threads.ts";

export interface Bot {
  /**
   * Posts an action's card into its plan's channel. `by` is the user principal name of who asked.
   * Throws NotAllowedError, NotFoundError, RefusedError, UnavailableError.
   */
  postActionCard(planId: number, actionId: number, by: string): Promise<Post>;
  /** Brings every posted card of an action up to date, for everybody. */
  refreshActionCards(planId: number, actionId: number): Promise<void>;
  /** The thread of a recommendation, made where there is none. Throws as `postActionCard`. */
  openThread(planId: number, recommendationId: number): Promise<Thread>;
  /** Posts the minutes of a meeting that has ended into the plan's channel, once. Throws as `postActionCard`. */
  postMinutes(planId: number, meetingId: number): Promise<void>;
  /** Something in the plan may have changed: looks, and brings what was posted up to date. Answers at once. */
  lookAtChanges(): void;
  /** Looks now, for what happened while no process ran, and every minute from now on. */
  watch(): void;
  /** Stops looking, and resolves once nothing is under way any more; before the process stops. */
  settled(): Promise<void>;
}

/** Makes the bot answer at `/api/messages` of `web`. Nothing reaches the SDK but through the guard. */
export async function createBot(options: BotOptions): Promise<Bot> {
  const { web, configuration, log } = options;
  guardMessages(web, messagingPath, { configuration, log });
  const app = sdkApp(options);
  const { inBackground, idle } = backgroundWork(log);
  const handling = assembled(options, app, inBackground);
  const { cards, threads, watch } = handling;
  listen(app, handling);
  await app.initialize();
  return {
    postActionCard: (planId, actionId, by) => cards.postToChannel(planId, actionId, by),
    async refreshActionCards(planId, actionId) {
      watch.poke();
      await cards.refresh([{ planId, actionId }]);
    },
    openThread: (planId, recommendationId) => threads.open(planId, recommendationId),
    postMinutes: (planId, meetingId) => postMinutes(handling, planId, meetingId),
    lookAtChanges: () => watch.poke(),
    watch: () => watch.start(),
    async settled() {
      watch.stop();
      await idle();
    },
  };
}

function listen(app: ReturnType<typeof sdkApp>, handling: Handling): void {
  const { inBackground } = handling;
  app.on("card.action", ({ activity }) => onCardAction(handling, activity));
  app.on("message.ext.query", ({ activity }) => onSearch(handling, activity));
  app.on("message.ext.query-link", ({ activity }) => onLink(handling, activity));
  app.on("message.ext.open", ({ activity }) => onMakeOfMessage(handling, activity));
  app.on("message.ext.submit", ({ activity }) => onSendMade(handling, activity));
  app.on("signin.token-exchange", ({ activity }) => onSignedIn(handling, activity));
  app.on("signin.verify-state", ({ activity }) => onSignedIn(handling, activity));
  // Answered at once: Teams sends again what takes long, and the cards would be posted twice.
  app.on("message", ({ activity }) =>
    inBackground("answer a message", () => onMessage(handling, activity)),
  );
  app.on("install.add", ({ activity }) =>
    inBackground("say hello", async () => {
      await onOpened(handling, activity);
      await onInstalled(handling, activity);
    }),
  );
  listenToChanges(app, handling);
}

/** What happens to messages and to the places that they stand in. */
function listenToChanges(app: ReturnType<typeof sdkApp>, handling: Handling): void {
  const { inBackground } = handling;
  app.on("messageDelete", ({ activity }) =>
    inBackground("see that a message was deleted", () => onMessageDeleted(handling, activity)),
  );
  for (const event of ["editMessage", "undeleteMessage"] as const) {
    app.on(event, ({ activity }) =>
      inBackground("see that a message changed", () => onMessageChanged(handling, activity)),
    );
  }
  app.on("install.remove", ({ activity }) => onClosed(handling, activity));
  for (const event of ["teamArchived", "teamDeleted", "channelDeleted"] as const) {
    app.on(event, ({ activity }) => onClosed(handling, activity));
  }
  for (const event of ["teamUnarchived", "teamRestored", "channelRestored"] as const) {
    app.on(event, ({ activity }) =>
      inBackground("bring cards up to date", () => onOpened(handling, activity)),
    );
  }
}

function assembled(
  options: BotOptions,
  app: ReturnType<typeof sdkApp>,
  inBackground: Handling["inBackground"],
): Handling & { readonly watch: ChangeWatch } {
  const queue = new SendQueue((conversation, activity) => app.send(conversation, activity));
  const people = new RefreshablePeople({
    ...options,
    api: app.api,
    members: options.appStores.members,
  });
  const closed = new ClosedConversations(options.now);
  const cards = new PostedCards({ ...options, queue, people, closed });
  const threads = new Threads({ ...options, cards });
  const parts = {
    ...options,
    api: app.api,
    send: queue.post,
    cards,
    threads,
    closed,
    inBackground,
  };
  return { ...parts, watch: new ChangeWatch(parts) };
}

/** Work that goes on after an answer was given. */
function backgroundWork(log: BotOptions["log"]) {
  const running = new Set<Promise<void>>();
  return {
    inBackground: (what: string, work: () => Promise<void>): void => {
      const done = work()
        .catch((cause: unknown) => {
          log("warn", what, { error: cause instanceof Error ? cause.name : "unknown" });
        })
        .finally(() => running.delete(done));
      running.add(done);
    },
    idle: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
