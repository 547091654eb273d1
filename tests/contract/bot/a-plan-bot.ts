import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import express, { type Express } from "express";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { createBot, type Bot } from "#bot/create-bot.ts";
import type { BotConfiguration, BotOptions } from "#bot/bot-options.ts";
import { people, tenant, type Person } from "#local/people.ts";
import { openAuthority, type Authority } from "#local/sign-in/authority.ts";
import { startTeams, type Teams } from "#local/teams/service.ts";
import { aBotKey, aDataFolder, botClientId, tabClientId } from "../../local/sign-in/a-sign-in.ts";
import { deepLinks } from "#server/links.ts";
import { appId, asPage, botToken } from "../../local/teams/a-bot.ts";
import { RememberedPlan } from "./remembered-plan.ts";

export const sharePointOrigin = "http://127.0.0.1:9";
export const planChannel = "19:plan@thread.tacv2";

export interface BotInTeams {
  readonly bot: Bot;
  readonly teams: Teams;
  readonly messages: string;
  /** The same keys as the sign-in and the connector sign with: for telling lies properly signed. */
  readonly authority: Authority;
  readonly logged: string[];
  /** What it was made with: another process is made with the same. */
  readonly options: Omit<BotOptions, "web">;
}

export interface PlanBot extends BotInTeams {
  readonly plan: RememberedPlan;
}

/** The product's bot and the local Teams, speaking to each other over HTTP, in a channel it has adopted. */
export async function aPlanBot({ adopted = true } = {}): Promise<PlanBot> {
  const plan = new RememberedPlan();
  if (adopted) plan.channel = planChannel;
  const stores = {
    storesFor: (token: () => Promise<string>) => plan.storesFor(token),
    appStores: plan.appStores(),
  };
  return { ...(await aBotInTeams(sharePointOrigin, async () => stores)), plan };
}

/** As `aPlanBot`, with whatever stores are made of Teams and the app's own tokens. */
export async function aBotInTeams(
  origin: string,
  storesOf: (
    teams: Teams,
    appToken: (scope: string) => Promise<string>,
  ) => Promise<Pick<BotOptions, "storesFor" | "appStores">>,
): Promise<BotInTeams> {
  const folder = await aDataFolder();
  const key = aBotKey();
  const { web, url } = await aWeb();
  const teams = await startTeams({
    port: 0,
    dataFolder: folder.path,
    appUrl: url,
    sharePointOrigin: origin,
    appId,
    tabClientId,
    botClientId,
    botPublicKey: key.publicKey,
    staticFolder: folder.path,
  });
  onTestFinished(async () => {
    await teams.close();
    await folder[Symbol.asyncDispose]();
  });
  const logged: string[] = [];
  const appToken = (scope: string) => botToken(teams, key.privateKey, scope);
  const options = {
    ...(await storesOf(teams, appToken)),
    configuration: configurationOf(teams),
    appToken,
    links: deepLinks({
      TEAMS_APP_ID: appId,
      BASE_URL: "https://plan.marlshire.example",
      TENANT_ID: tenant.id,
    }),
    newKey: randomUUID,
    now: () => new Date(),
    log: (level, event, ids) => void logged.push(JSON.stringify({ level, event, ...ids })),
  } satisfies Omit<BotOptions, "web">;
  const bot = await createBot({ ...options, web });
  bot.watch();
  onTestFinished(() => bot.settled());
  const authority = await openAuthority({ origin: teams.origin, dataFolder: folder.path });
  return { bot, teams, messages: `${url}/api/messages`, authority, logged, options };
}

/** Another process of the same app: it shares what stands in the lists, and nothing else. */
export async function aSecondBot({ options }: BotInTeams) {
  const { web, url } = await aWeb();
  const bot = await createBot({ ...options, web });
  onTestFinished(() => bot.settled());
  return { bot, messages: `${url}/api/messages` };
}

async function aWeb(): Promise<{ web: Express; url: string }> {
  const web = express();
  const server = createServer(web);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { web, url: `http://127.0.0.1:${address.port}` };
}

function configurationOf(teams: Teams): BotConfiguration {
  return {
    clientId: botClientId,
    tenantId: tenant.id,
    openIdMetadataUrl: teams.openIdMetadataUrl,
    tokenIssuer: "https://api.botframework.com",
    serviceHosts: [new URL(teams.serviceUrl).host],
    serviceUrl: teams.serviceUrl,
    tokenServiceUrl: teams.tokenServiceUrl,
    loginEndpoint: teams.authority,
    oauthConnection: "sharepoint",
  };
}

export function person(id: string): Person {
  const found = people.find((each) => each.id === id);
  if (!found) throw new Error(`Nobody is called ${id}.`);
  return found;
}

export interface ShownMessage {
  readonly id: string;
  readonly root?: string;
  readonly text: string;
  readonly cards: readonly object[];
  readonly from: { readonly isApp: boolean };
}

/** What stands in the channel, or in somebody's chat with the app. */
export async function messagesOf(
  { teams }: BotInTeams,
  who: string,
  where: "channel" | "personal" = "channel",
): Promise<ShownMessage[]> {
  const { body } = await asPage(teams, who, `messages?in=${where}`);
  if (!Array.isArray(body)) throw new Error(JSON.stringify(body));
  return body;
}

const outcome = z.object({
  kind: z.enum(["card", "message", "failure"]),
  text: z.string().default(""),
  card: z
    .object({
      actions: z.array(
        z.object({
          verb: z.string().optional(),
          url: z.string().optional(),
          data: z.object({ saveKey: z.string().default("") }).optional(),
        }),
      ),
    })
    .default({ actions: [] }),
});

export type Outcome = z.infer<typeof outcome> & {
  /** All of it as text, for looking whether something is said. */
  readonly words: string;
  /** The key that Save would send. */
  readonly key: string;
};

/** Presses a button as Teams does: with single sign-on where the app asks for it. */
export async function press(
  { teams }: BotInTeams,
  who: string,
  pressed: { message: string; verb: string; data: unknown; trigger?: "manual" | "automatic" },
): Promise<Outcome> {
  const { message, verb, data, trigger = "manual" } = pressed;
  const action = { type: "Action.Execute", verb, data };
  const { body } = await asPage(teams, who, "card-actions", { message, trigger, action });
  const seen = outcome.parse(body);
  const save = seen.card.actions.find((each) => each.data?.saveKey);
  return {
    ...seen,
    words: JSON.stringify(body)
      .replaceAll(/[\u200B\u2066-\u2069]/g, "")
      .replaceAll("\u00A0", " "),
    key: save?.data?.saveKey ?? "",
  };
}

/** What somebody writes: in the channel, in a thread of it, or to the app alone. */
export async function write(
  { teams }: BotInTeams,
  who: string,
  text: string,
  at: { in?: "channel" | "personal"; root?: string } = {},
): Promise<string> {
  const { body } = await asPage(teams, who, "messages", { in: "channel", ...at, text });
  return z.object({ id: z.string() }).parse(body).id;
}

const found = z.object({
  kind: z.enum(["results", "dialog", "message"]),
  text: z.string().default(""),
  items: z
    .array(z.object({ title: z.string(), text: z.string(), card: z.looseObject({}) }))
    .default([]),
  card: z.looseObject({ actions: z.array(z.looseObject({})) }).optional(),
});

/** Calls the app's message extension as Teams does, signing in where it asks. */
export async function extension(
  { teams }: BotInTeams,
  who: string,
  asked: object,
  route: "search" | "action" = "search",
) {
  const search = { in: "channel", command: "find", parameter: "words", words: "", skip: 0 };
  const body = route === "search" ? { ...search, ...asked } : asked;
  const answer = await asPage(teams, who, `extension/${route}`, body);
  const words = JSON.stringify(answer.body).replaceAll(/[\u200B\u2066-\u2069]/g, "");
  return { ...found.parse(answer.body), words: words.replaceAll("\u00A0", " ") };
}
