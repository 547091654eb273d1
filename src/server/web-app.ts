import { randomUUID } from "node:crypto";
import express, { type ErrorRequestHandler, type Express } from "express";
import type { Logger } from "pino";
import type { AppStores, BotConfiguration } from "#bot/bot-options.ts";
import { type Bot, createBot } from "#bot/create-bot.ts";
import {
  SharePointChannelStore,
  SharePointMemberStore,
  SharePointPostStore,
} from "#sharepoint/app-stores.ts";
import { connectSharePoint } from "#sharepoint/connect.ts";
import { site } from "#sharepoint/site.ts";
import { aboutPages } from "./about-pages.ts";
import { apiCallers } from "./api-caller.ts";
import { type AppToken, appTokens } from "./app-token.ts";
import { cardApi } from "./card-api.ts";
import type { ServerConfiguration } from "./configuration.ts";
import { deepLinks } from "./links.ts";
import { tabPages } from "./tab-pages.ts";

export interface WebAppParts {
  readonly configuration: ServerConfiguration;
  /** Where the built tab is. */
  readonly folder: string;
  readonly log: Logger;
}

export interface WebApp {
  readonly web: Express;
  readonly bot: Bot;
}

/** Everything this server answers: health, the tab, privacy and terms, the bot, and the tab's own API. */
export async function webApp({ configuration, folder, log }: WebAppParts): Promise<WebApp> {
  const web = express();
  web.disable("x-powered-by");
  web.get("/healthz", (_request, response) => void response.json({ ok: true }));
  web.use("/tab", tabPages(configuration, folder));
  web.use(aboutPages());

  const token = appTokens(configuration);
  const siteUrl = configuration.SHAREPOINT_SITE_URL;
  const appStores = storesOfApp(siteUrl, token);
  const bot = await createBot({
    web,
    configuration: botConfiguration(configuration),
    appToken: (scope) => token(scope.replace(/\/\.default$/, "")),
    storesFor: (personToken) => connectSharePoint({ siteUrl, token: personToken }),
    appStores,
    links: deepLinks(configuration),
    newKey: randomUUID,
    now: () => new Date(),
    log: (level, event, ids) => log[level]({ ...ids }, event),
  });
  web.use(
    "/api",
    cardApi({ bot, members: appStores.members, callerOf: apiCallers(configuration) }),
  );
  web.use((_request, response) => {
    response
      .status(404)
      .json({ error: { code: "not-found", message: "There is nothing at this address." } });
  });
  web.use(failed(log));
  return { web, bot };
}

function storesOfApp(siteUrl: string, token: AppToken): AppStores {
  const options = { siteUrl, token: (fresh?: boolean) => token(new URL(siteUrl).origin, fresh) };
  const connected = site(options);
  return {
    ...connectSharePoint(options),
    posts: new SharePointPostStore(connected),
    members: new SharePointMemberStore(connected),
    channels: new SharePointChannelStore(connected),
  };
}

function botConfiguration(configuration: ServerConfiguration): BotConfiguration {
  return {
    clientId: configuration.BOT_CLIENT_ID,
    tenantId: configuration.TENANT_ID,
    openIdMetadataUrl: configuration.BOT_OPENID_METADATA_URL,
    serviceHosts: configuration.BOT_SERVICE_HOSTS,
    serviceUrl: configuration.BOT_SERVICE_URL,
    tokenServiceUrl: configuration.BOT_TOKEN_SERVICE_URL,
    loginEndpoint: configuration.AUTHORITY,
    oauthConnection: configuration.OAUTH_CONNECTION,
  };
}

function failed(log: Logger): ErrorRequestHandler {
  return (cause, _request, response, next) => {
    log.error(whereItFailed(cause));
    if (response.headersSent) next(cause);
    else
      response
        .status(500)
        .json({ error: { code: "failed", message: "Something went wrong here. Try again." } });
  };
}

/** What went wrong and where in our code; never the message, which may quote what somebody wrote. */
function whereItFailed(cause: unknown): { readonly error: string; readonly at: readonly string[] } {
  if (!(cause instanceof Error)) return { error: typeof cause, at: [] };
  const lines = cause.stack?.split("\n") ?? [];
  return {
    error: cause.name,
    at: lines.map((line) => line.trim()).filter((line) => line.startsWith("at ")),
  };
}
