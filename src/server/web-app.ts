import { randomUUID } from "node:crypto";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import type { AppStores, Log } from "#bot/bot-options.ts";
import { type Bot, createBot } from "#bot/create-bot.ts";
import { SharePointChangeNotices } from "#sharepoint/change-notices.ts";
import { site } from "#sharepoint/site.ts";
import { ensureAgencies } from "#sharepoint/agencies.ts";
import type { NewAgency } from "#plan/new-plan.ts";
import { aboutPages } from "./about-pages.ts";
import { agencyApi } from "./agency-api.ts";
import { apiCallers } from "./api-caller.ts";
import { type AppToken, appTokens } from "./app-token.ts";
import { botConfiguration } from "./bot-configuration.ts";
import { appStores as storesOfApp, personStores } from "./bot-stores.ts";
import { callersFault } from "./api-errors.ts";
import { cardApi } from "./card-api.ts";
import { changeWebhook } from "./change-webhook.ts";
import type { ServerConfiguration } from "./configuration.ts";
import { deepLinks } from "./links.ts";
import { readiness } from "./readiness.ts";
import { tabPages } from "./tab-pages.ts";
import type { Telemetry } from "./telemetry.ts";

export interface WebAppParts {
  readonly configuration: ServerConfiguration;
  /** Where the built tab is. */
  readonly folder: string;
  readonly log: Logger;
  /** Where traces and metrics go; nothing is measured where it is left out. */
  readonly telemetry?: Telemetry | undefined;
}

export interface WebApp {
  readonly web: Express;
  readonly bot: Bot;
  /** Starts what this server does without being asked: looking at what changed. `settled` of the bot ends it. */
  start(): void;
}

/** Everything this server answers: health, the tab, privacy and terms, the bot, and the tab's own API. */
export async function webApp(parts: WebAppParts): Promise<WebApp> {
  const { configuration, folder, log, telemetry } = parts;
  const web = express();
  web.disable("x-powered-by");
  web.get("/healthz", (_request, response) => void response.json({ ok: true }));
  const token = appTokens(configuration);
  const siteUrl = configuration.SHAREPOINT_SITE_URL;
  const asApp = { siteUrl, token: (fresh?: boolean) => token(new URL(siteUrl).origin, fresh) };
  const appStores = storesOfApp(asApp);
  const tell: Log = (level, event, ids) => log[level]({ ...ids }, event);
  web.get("/readyz", whenReady(appStores, token));
  if (telemetry) web.use(telemetry.onRequest);
  web.use("/tab", tabPages(configuration, folder));
  web.use(aboutPages());

  const bot = await createBot({
    web,
    configuration: botConfiguration(configuration),
    appToken: (scope) => token(scope.replace(/\/\.default$/, "")),
    storesFor: (personToken) => personStores({ siteUrl, token: personToken }),
    appStores,
    links: deepLinks(configuration),
    newKey: randomUUID,
    now: () => new Date(),
    log: tell,
  });
  const webhook = changeWebhook({
    baseUrl: configuration.BASE_URL,
    privateKey: configuration.botPrivateKey,
    notices: new SharePointChangeNotices(site(asApp)),
    onChange: () => bot.lookAtChanges(),
    log: tell,
  });
  web.use("/api", webhook.router);
  const asked = { members: appStores.members, callerOf: apiCallers(configuration) };
  web.use("/api", cardApi({ bot, ...asked }));
  const makeAgencies = (agencies: readonly NewAgency[]) => ensureAgencies(site(asApp), agencies);
  web.use("/api", agencyApi({ ensureAgencies: makeAgencies, ...asked }));
  web.use(nothingHere);
  web.use(failed(log));
  return {
    web,
    bot,
    start() {
      bot.watch();
      webhook.subscribe();
    },
  };
}

const nothingHere: RequestHandler = (_request, response) => {
  response
    .status(404)
    .json({ error: { code: "not-found", message: "There is nothing at this address." } });
};

/** What this server can do nothing without; each is asked at most every 15 seconds. */
function whenReady(stores: AppStores, token: AppToken) {
  const dependencies = [
    { name: "sharepoint", check: () => stores.plans.list() },
    { name: "bot token", check: () => token("https://api.botframework.com") },
  ];
  return readiness(dependencies, () => new Date());
}

function failed(log: Logger): ErrorRequestHandler {
  return (cause, _request, response, next) => {
    const status = callersFault(cause);
    if (status === undefined) log.error(whereItFailed(cause));
    if (response.headersSent) return next(cause);
    const error =
      status === undefined
        ? { code: "failed", message: "Something went wrong here. Try again." }
        : { code: "not-readable", message: "What was sent cannot be read, or is too large." };
    return response.status(status ?? 500).json({ error });
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
