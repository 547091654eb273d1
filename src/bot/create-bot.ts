import { PUBLIC, withOverrides } from "@microsoft/teams.api";
import { App, ExpressAdapter } from "@microsoft/teams.apps";
import type { Post } from "#usecases/ports.ts";
import { ActionCards, type Send } from "./action-cards.ts";
import type { BotOptions } from "./bot-options.ts";
import { guardMessages } from "./guard.ts";
import type { Handling } from "./handling.ts";
import { onCardAction } from "./on-card-action.ts";
import { onInstalled } from "./on-installed.ts";
import { onMessage } from "./on-message.ts";
import { RefreshablePeople } from "./refreshable-people.ts";
import { sdkLog } from "./sdk-log.ts";
import { sendAgain } from "./send-again.ts";

const path = "/api/messages";

/** How long the connector or the token service may take. */
const patienceMilliseconds = 10_000;

export interface Bot {
  /**
   * Posts an action's card into its plan's channel. `by` is the user principal name of who asked.
   * Throws NotAllowedError, NotFoundError, RefusedError, UnavailableError.
   */
  postActionCard(planId: number, actionId: number, by: string): Promise<Post>;
  /** Brings every posted card of an action up to date, for everybody. */
  refreshActionCards(planId: number, actionId: number): Promise<void>;
  /** Resolves once nothing is under way any more; before the process stops. */
  settled(): Promise<void>;
}

/** Makes the bot answer at `/api/messages` of `web`. Nothing reaches the SDK but through the guard. */
export async function createBot(options: BotOptions): Promise<Bot> {
  const { web, configuration, log } = options;
  guardMessages(web, path, { configuration, log });
  const app = sdkApp(options);
  const send: Send = (conversation, activity) =>
    sendAgain(async () => app.send(conversation, activity));
  const people = new RefreshablePeople({
    ...options,
    api: app.api,
    members: options.appStores.members,
  });
  const cards = new ActionCards({ ...options, send, people });
  const background = new Set<Promise<void>>();
  const handling: Handling = {
    ...options,
    api: app.api,
    send,
    cards,
    inBackground(what, work) {
      const done = work()
        .catch((cause: unknown) => {
          log("warn", what, { error: cause instanceof Error ? cause.name : "unknown" });
        })
        .finally(() => background.delete(done));
      background.add(done);
    },
  };
  app.on("card.action", ({ activity }) => onCardAction(handling, activity));
  // Answered at once: Teams sends again what takes long, and the cards would be posted twice.
  app.on("message", ({ activity }) =>
    handling.inBackground("answer a message", () => onMessage(handling, activity)),
  );
  app.on("install.add", ({ activity }) =>
    handling.inBackground("say hello", () => onInstalled(handling, activity)),
  );
  await app.initialize();
  return {
    postActionCard: (planId, actionId, by) => cards.postToChannel(planId, actionId, by),
    refreshActionCards: (planId, actionId) => cards.refresh(planId, actionId),
    async settled() {
      while (background.size > 0) await Promise.all(background);
    },
  };
}

function sdkApp({ web, configuration, appToken, log }: BotOptions): App {
  const { clientId, tenantId, loginEndpoint, openIdMetadataUrl, serviceUrl, tokenServiceUrl } =
    configuration;
  return new App({
    clientId,
    tenantId,
    token: (scope) => appToken([scope].flat().join(" ")),
    cloud: withOverrides(PUBLIC, { loginEndpoint, openIdMetadataUrl }),
    serviceUrl,
    client: { timeout: patienceMilliseconds },
    apiClientSettings: { oauthUrl: tokenServiceUrl },
    httpServerAdapter: new ExpressAdapter(web, { logger: sdkLog(log) }),
    messagingEndpoint: path,
    activity: { mentions: { stripText: true } },
    logger: sdkLog(log),
    // Said outright, because left out the SDK would take it from an environment variable.
    dangerouslyAllowUnauthenticatedRequests: false,
  });
}
