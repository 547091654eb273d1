import { accessSync, constants, mkdirSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import express, { type Express } from "express";
import { openAuthority, type Authority } from "../sign-in/authority.ts";
import { signInRoutes } from "../sign-in/routes.ts";
import { sharePointCallers, type SharePointCaller } from "../sign-in/sharepoint-callers.ts";
import type { Registrations } from "../sign-in/tokens.ts";
import { addAppToTeam } from "./add-to-team.ts";
import { appExtension } from "./app-manifest.ts";
import { announcements as newAnnouncements } from "./announcements.ts";
import { botClient } from "./bot-client.ts";
import { clientGateway, clientSignOn } from "./client-gateway.ts";
import { buildTeamsPage } from "./build-page.ts";
import { connector } from "./connector.ts";
import { conversations as newConversations } from "./conversations.ts";
import { ownHostOnly } from "./own-page-only.ts";
import { notImplemented } from "./not-implemented.ts";
import { pageApi, type PageApiParts } from "./page-api.ts";
import { pageFiles } from "./page-files.ts";
import { errorAnswers } from "./request-refused.ts";
import { botMri, channel, team } from "./team.ts";
import { openTeamsStore, type TeamsStore } from "./teams-store.ts";
import { tokenService } from "./token-service.ts";

export interface TeamsOptions extends Registrations {
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataFolder: string;
  /** Where the app server answers: its bot at `/api/messages`, its tab at `/tab/`. */
  readonly appUrl: string;
  readonly appId: string;
  readonly appName?: string;
  /** The page as `buildTeamsPage` made it; built into the data folder when left out. */
  readonly staticFolder?: string;
  /** Where a client of another maker answers as the connector, if the app is to talk to that instead of the Teams page. */
  readonly clientServiceUrl?: string | undefined;
  /** Where the unexpected is told; standard error when left out. */
  readonly report?: (problem: string) => void;
}

/** Sign-in, bot services and the Teams page of this machine, and how to stop them. */
export interface Teams {
  readonly origin: string;
  /** Settles when the app has heard that it is in the team; it may not be up for long. */
  readonly appAdded: Promise<void>;
  readonly authority: string;
  readonly openIdMetadataUrl: string;
  readonly tokenServiceUrl: string;
  readonly serviceUrl: string;
  /** Hosts that activities may name as their service. */
  readonly serviceHosts: readonly string[];
  /** Whom SharePoint takes the bearer of a token for; undefined means 401. */
  readonly authenticate: (bearer: string) => Promise<SharePointCaller | undefined>;
  close(): Promise<void>;
}

/**
 * Starts everything of Microsoft 365 on this machine except SharePoint, as one HTTP server on
 * 127.0.0.1. Rejects with one sentence when the port is taken or the folder cannot be written.
 */
export async function startTeams(options: TeamsOptions): Promise<Teams> {
  prepareFolder(options.dataFolder);
  const server = await listening(options.port);
  try {
    const staticFolder = options.staticFolder ?? join(options.dataFolder, "teams-page");
    if (options.staticFolder === undefined) await buildTeamsPage(staticFolder);
    return await serve(server, { ...options, staticFolder });
  } catch (cause) {
    server.close();
    throw cause;
  }
}

async function serve(
  server: Server,
  options: TeamsOptions & { readonly staticFolder: string },
): Promise<Teams> {
  const origin = originOf(server);
  const authority = await openAuthority({ origin, dataFolder: options.dataFolder });
  const store = openTeamsStore(options.dataFolder);
  const stopping = new AbortController();
  const parts = assembled(options, { origin, authority, store, stopping: stopping.signal });
  server.off("request", notYet).on("request", web(options, parts));
  // Another client says for itself that the app was added.
  const appAdded = options.clientServiceUrl ? Promise.resolve() : addAppToTeam(parts);
  return {
    origin,
    appAdded,
    authority: authority.base,
    openIdMetadataUrl: `${authority.base}/botframework/v1/.well-known/openidconfiguration`,
    tokenServiceUrl: `${origin}/token-service`,
    serviceUrl: options.clientServiceUrl ?? parts.addressing.serviceUrl,
    serviceHosts: [options.clientServiceUrl, parts.addressing.serviceUrl].flatMap((url) =>
      url === undefined ? [] : new URL(url).host,
    ),
    authenticate: sharePointCallers(authority, options),
    async close() {
      stopping.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      store.close();
    },
  };
}

/** All parts of the service, wired; nothing is answered yet. */
function assembled(
  options: TeamsOptions,
  base: {
    readonly origin: string;
    readonly authority: Authority;
    readonly store: TeamsStore;
    readonly stopping: AbortSignal;
  },
): PageApiParts {
  const { botClientId, sharePointOrigin, appUrl, appId } = options;
  const botId = botMri(botClientId);
  const name = options.appName ?? "Action plan";
  const serviceUrl = `${base.origin}/connector/`;
  const addressing = { botClientId, appName: name, serviceUrl };
  const announcements = newAnnouncements();
  const endpoint = `${appUrl}/api/messages`;
  return {
    ...base,
    addressing,
    announcements,
    registrations: options,
    conversations: newConversations({ ...base, announcements, app: { id: botId, name } }),
    bot: botClient({ ...base, addressing, endpoint }),
    settings: {
      app: { id: appId, name, botId },
      tabs: [{ id: "plan", name: "Action plan", entityId: "plan", url: `${appUrl}/tab/` }],
      configurationUrl: `${appUrl}/tab/configure`,
      team: { ...team, siteUrl: `${sharePointOrigin}/sites/plan` },
      channel,
      extension: appExtension(),
    },
  };
}

function web(
  options: TeamsOptions & { readonly staticFolder: string },
  parts: PageApiParts,
): Express {
  const { staticFolder, appUrl, botClientId, report } = options;
  const { authority, registrations, conversations, addressing } = parts;
  const { serviceUrl } = addressing;
  const app = express();
  app.disable("x-powered-by");
  app.use(ownHostOnly(parts.origin));
  app.use((_request, response, next) => {
    response.set("x-content-type-options", "nosniff");
    next();
  });
  app.use("/sign-in", signInRoutes(authority, registrations));
  app.use("/connector", connector({ authority, botClientId, conversations, serviceUrl }));
  app.use("/token-service", tokenService(parts));
  app.use(clientSignOn(parts));
  if (options.clientServiceUrl) {
    app.use(clientGateway({ ...parts, endpoint: `${appUrl}/api/messages` }));
  }
  app.use(pageApi(parts));
  app.use(pageFiles(staticFolder, new URL(appUrl).origin));
  app.use(notImplemented("Teams"));
  app.use(errorAnswers(report ?? ((problem) => void process.stderr.write(`${problem}\n`))));
  return app;
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new Error(`The folder ${folder} cannot be written.`, { cause });
  }
}

/** Until all parts are ready; a request that nobody answers would wait for ever. */
function notYet(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { "retry-after": "1" }).end();
}

function listening(port: number): Promise<Server> {
  const server = createServer(notYet);
  return new Promise((resolve, reject) => {
    server.once("error", (cause: Error & { code?: string }) => {
      const taken = `Port ${port} is taken: choose another with --port, or end what uses it.`;
      reject(cause.code === "EADDRINUSE" ? new Error(taken, { cause }) : cause);
    });
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Not listening on a port.");
  return `http://127.0.0.1:${address.port}`;
}
