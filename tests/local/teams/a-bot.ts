import { createServer } from "node:http";
import { ExpressAdapter, App } from "@microsoft/teams.apps";
import { PUBLIC, withOverrides } from "@microsoft/teams.api";
import type { ILogger } from "@microsoft/teams.common";
import express, { type Express } from "express";
import type { KeyObject } from "node:crypto";
import { openAuthority, type Authority } from "#local/sign-in/authority.ts";
import { startTeams, type Teams } from "#local/teams/service.ts";
import {
  aBotKey,
  aDataFolder,
  anAssertion,
  askForToken,
  botClientId,
  tabClientId,
} from "../sign-in/a-sign-in.ts";

export const appId = "7a4d2c10-0000-4000-8000-0000000000a0";

/** Teams and a bot of the official SDK, each on a free port, talking to each other. */
export interface TeamsWithBot extends AsyncDisposable {
  readonly teams: Teams;
  readonly bot: App;
  readonly botKey: KeyObject;
  /** Where more of the app, such as a tab, can be served from. */
  readonly web: Express;
  readonly appUrl: string;
  /** The same sign-in as that of Teams, to make tokens that it would not give. */
  readonly authority: () => Promise<Authority>;
  /** All activities that got past the SDK's check of their token, oldest first. */
  readonly received: Record<string, unknown>[];
  /** Ends Teams and starts it again on the same port and data. */
  restart(): Promise<void>;
}

export async function teamsWithBot(
  options: { staticFolder?: string; sharePointOrigin?: string } = {},
): Promise<TeamsWithBot> {
  const folder = await aDataFolder();
  const key = aBotKey();
  const web = express();
  const server = createServer(web);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const appUrl = `http://127.0.0.1:${address.port}`;
  const start = (port: number) =>
    startTeams({
      port,
      dataFolder: folder.path,
      appUrl,
      sharePointOrigin: options.sharePointOrigin ?? "http://127.0.0.1:9",
      appId,
      tabClientId,
      botClientId,
      botPublicKey: key.publicKey,
      staticFolder: options.staticFolder ?? folder.path,
    });
  let teams = await start(0);
  const received: Record<string, unknown>[] = [];
  const bot = await aBot(web, teams, key.privateKey, received);
  return {
    get teams() {
      return teams;
    },
    bot,
    botKey: key.privateKey,
    web,
    appUrl,
    received,
    authority: () => openAuthority({ origin: teams.origin, dataFolder: folder.path }),
    async restart() {
      await teams.close();
      teams = await start(Number(new URL(teams.origin).port));
    },
    async [Symbol.asyncDispose]() {
      await teams.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await folder[Symbol.asyncDispose]();
    },
  };
}

const nothing = () => undefined;

/** What the SDK says about refusals is what these tests provoke. */
const quiet: ILogger = {
  error: nothing,
  warn: nothing,
  info: nothing,
  debug: nothing,
  trace: nothing,
  log: nothing,
  child: () => quiet,
};

/** The official SDK with all its checks on, as the product configures it. */
async function aBot(
  web: Express,
  teams: Teams,
  key: KeyObject,
  received: Record<string, unknown>[],
): Promise<App> {
  const bot = new App({
    httpServerAdapter: new ExpressAdapter(web),
    clientId: botClientId,
    cloud: withOverrides(PUBLIC, {
      loginEndpoint: teams.authority,
      openIdMetadataUrl: teams.openIdMetadataUrl,
      tokenServiceUrl: teams.tokenServiceUrl,
    }),
    serviceUrl: teams.serviceUrl,
    logger: quiet,
    token: async (scope) => botToken(teams, key, [scope].flat().join(" ")),
  });
  bot.use(async ({ activity, next }) => {
    received.push({ ...activity });
    return next();
  });
  await bot.initialize();
  return bot;
}

/** A token of the bot itself, by client credentials. */
export async function botToken(teams: Teams, key: KeyObject, scope: string): Promise<string> {
  const tenantId = "7a4d2c10-0000-4000-8000-000000000001";
  const endpoint = `${teams.authority}/${tenantId}/oauth2/v2.0/token`;
  const answer = await askForToken(endpoint, await anAssertion(key, endpoint), scope);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return String(answer.body["access_token"]);
}

/** What the page's script does: asks as a person, from the page's own origin. */
export async function asPage(
  teams: Teams,
  person: string,
  route: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${teams.origin}/as/${person}/api/${route}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { origin: teams.origin, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}
