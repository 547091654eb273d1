import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express, { type Express } from "express";
import type { BotConfiguration } from "#bot/bot-options.ts";
import { createBot } from "#bot/create-bot.ts";
import { sdkApp } from "#bot/sdk-app.ts";
import { tenant } from "#local/people.ts";
import { type Authority, openAuthority } from "#local/sign-in/authority.ts";
import { connectorToken } from "#local/sign-in/tokens.ts";
import { startTeams } from "#local/teams/service.ts";
import { deepLinks } from "#server/links.ts";
import type { BenchRow } from "./bench-row.ts";
import { aBotKey } from "../local/sign-in/a-sign-in.ts";
import { type Person, somePeople } from "./bot-people.ts";
import { BenchPlan } from "./bot-plan.ts";
import { type BotServices, botServices } from "./bot-services.ts";

const clientId = "7a4d2c10-0000-4000-8000-0000000000b1";
const peopleCount = 200;
const pressesASecond = 50;
const seconds = 10;

interface Bench {
  readonly authority: Authority;
  readonly configuration: BotConfiguration;
  readonly services: BotServices;
  readonly people: readonly Person[];
}

interface Run {
  /** Milliseconds of each press, less what was waited for SharePoint; sorted. */
  readonly own: readonly number[];
  readonly errors: number;
  /** Milliseconds of processor time a press, with what pressing costs itself. */
  readonly processor: number;
  /** What the heap grew from the first seconds to the end, in MB. */
  readonly grown: number;
}

/**
 * 200 people save ratings, 50 a second for ten seconds, every tenth press sent twice as Teams does; SharePoint takes 50 ms a
 * request. Beside it a bot of the SDK alone that answers a constant card.
 */
export async function bench(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "action-plan-bench-"));
  const people = somePeople(peopleCount);
  const services = await botServices(people);
  const teams = await startTeams({
    port: 0,
    dataFolder: folder,
    staticFolder: folder,
    appUrl: "http://127.0.0.1:9",
    sharePointOrigin: "http://127.0.0.1:9",
    appId: clientId,
    tabClientId: clientId,
    botClientId: clientId,
    botPublicKey: aBotKey().publicKey,
  });
  const authority = await openAuthority({ origin: teams.origin, dataFolder: folder });
  const configuration = {
    clientId,
    tenantId: tenant.id,
    openIdMetadataUrl: teams.openIdMetadataUrl,
    serviceHosts: [new URL(services.url).host],
    serviceUrl: services.url,
    tokenServiceUrl: services.url.replace(/\/$/, ""),
    loginEndpoint: teams.authority,
    oauthConnection: "sharepoint",
  };
  const parts = { authority, configuration, services, people };
  try {
    const floor = await constantBot(parts);
    return rows(await ourBot(parts), floor);
  } finally {
    await Promise.all([teams.close(), services.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ourBot(
  parts: Bench,
): Promise<Run & { readonly lost: number; readonly twice: number }> {
  const plan = new BenchPlan(parts.people);
  const { web, url, close } = await aWeb();
  // Before the bot's own route: what the press waits for is counted in here.
  const waited = new Map<string, number>();
  web.post("/api/messages", (request, response, next) => {
    const name = String(request.headers["x-press"]);
    void plan
      .waiting(
        () =>
          new Promise<void>((resolve) => {
            response.on("finish", () => resolve());
            next();
          }),
      )
      .then(({ milliseconds }) => waited.set(name, milliseconds));
  });
  const bot = await createBot({
    web,
    configuration: parts.configuration,
    appToken: async () => aToken,
    storesFor: (token) => plan.storesFor(token),
    appStores: plan.appStores(),
    links: deepLinks({
      TEAMS_APP_ID: clientId,
      BASE_URL: "https://plan.example",
      TENANT_ID: tenant.id,
    }),
    newKey: randomUUID,
    now: () => new Date(),
    log: () => undefined,
  });
  const keys: string[] = [];
  const run = await load(parts, url, { waited, keys });
  await bot.settled();
  await close();
  const saved = plan.updates.map(({ key }) => key);
  const lost = keys.filter((key) => !saved.includes(key)).length;
  return { ...run, lost, twice: saved.length - new Set(saved).size };
}

/** What the SDK itself costs: token checked, card answered. */
async function constantBot(parts: Bench): Promise<Run> {
  const { web, url, close } = await aWeb();
  const app = sdkApp({
    web,
    configuration: parts.configuration,
    appToken: async () => aToken,
    log: () => undefined,
  });
  app.on("card.action", () => ({
    statusCode: 200,
    type: "application/vnd.microsoft.card.adaptive",
    value: { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: '"Saved"' }] },
  }));
  await app.initialize();
  const run = await load(parts, url, { waited: new Map(), keys: [] });
  await close();
  return run;
}

/** Presses as they come, whether or not the ones before were answered. */
async function load(
  parts: Bench,
  url: string,
  noted: { readonly waited: ReadonlyMap<string, number>; readonly keys: string[] },
): Promise<Run> {
  const { token } = await connectorToken(parts.authority, {
    botClientId: clientId,
    serviceUrl: parts.configuration.serviceUrl,
  });
  const pressed: Promise<{ readonly own: number; readonly fine: boolean }>[] = [];
  const warm = 25;
  const presses = pressesASecond * seconds;
  let early = 0;
  const busy = process.cpuUsage();
  const start = performance.now();
  for (let nth = -warm; nth < presses; nth += 1) {
    const due = start + ((nth + warm) * 1000) / pressesASecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    if (nth === pressesASecond) early = process.memoryUsage().heapUsed;
    const key = randomUUID();
    noted.keys.push(key);
    const person = parts.people[(nth + warm) % parts.people.length];
    if (!person) continue;
    const sends = Array.from({ length: nth % 10 === 0 ? 2 : 1 }, () =>
      onePress(parts, { url, token, person, key, waited: noted.waited }),
    );
    if (nth >= 0) pressed.push(...sends);
    else await Promise.all(sends);
  }
  const done = await Promise.all(pressed);
  const { user, system } = process.cpuUsage(busy);
  return {
    processor: (user + system) / 1000 / done.length,
    own: done.map(({ own }) => own).toSorted((one, other) => one - other),
    errors: done.filter(({ fine }) => !fine).length,
    grown: (process.memoryUsage().heapUsed - early) / 1_048_576,
  };
}

async function onePress(
  { configuration }: Bench,
  press: {
    readonly url: string;
    readonly token: string;
    readonly person: Person;
    readonly key: string;
    readonly waited: ReadonlyMap<string, number>;
  },
): Promise<{ readonly own: number; readonly fine: boolean }> {
  const { url, token, person, key, waited } = press;
  const name = randomUUID();
  const started = performance.now();
  const answer = await fetch(`${url}/api/messages`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "x-press": name,
    },
    body: JSON.stringify(activity(configuration, person, key)),
  });
  const text = await answer.text();
  const total = performance.now() - started;
  await new Promise((resolve) => setImmediate(resolve));
  return { own: total - (waited.get(name) ?? 0), fine: answer.ok && text.includes("Saved") };
}

function activity(
  { serviceUrl }: BotConfiguration,
  { teamsId, objectId, agency }: Person,
  key: string,
) {
  const data = {
    planId: 3,
    actionId: agency.id,
    key,
    rating: "green",
    note: "All but three have had it.",
  };
  return {
    type: "invoke",
    name: "adaptiveCard/action",
    id: randomUUID(),
    channelId: "msteams",
    serviceUrl,
    from: { id: teamsId, name: "Somebody", aadObjectId: objectId },
    recipient: { id: `28:${clientId}` },
    conversation: { id: "19:plan", conversationType: "channel", tenantId: tenant.id },
    channelData: { tenant: { id: tenant.id } },
    value: {
      action: { type: "Action.Execute", verb: "proposeRating", data },
      trigger: "manual",
    },
  };
}

function rows(
  ours: Run & { readonly lost: number; readonly twice: number },
  floor: Run,
): BenchRow[] {
  return [
    row("own time of a press, middle", at(ours.own, 0.5), at(floor.own, 0.5), "ms"),
    row("own time of a press, p95", at(ours.own, 0.95), at(floor.own, 0.95), "ms"),
    row("processor time of a press", ours.processor, floor.processor, "ms"),
    row("heap grown in nine seconds", ours.grown, floor.grown, "MB"),
    count(`errors in ${ours.own.length} presses`, ours.errors),
    count("lost", ours.lost),
    count("saved twice", ours.twice),
  ];
}

function row(name: string, value: number, least: number, unit: string): BenchRow {
  return {
    name,
    value: `${value.toFixed(1)} ${unit}`,
    floor: `${least.toFixed(1)} ${unit}`,
    ratio: least > 0 ? `${(value / least).toFixed(1)} ×` : "–",
  };
}

function count(name: string, value: number): BenchRow {
  return { name, value: String(value), floor: "0", ratio: "–" };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

// The connector of this bench looks at no token; the SDK only wants one that is still good.
const aToken = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from('{"exp":4102444800}').toString("base64url")}.`;

async function aWeb(): Promise<{ web: Express; url: string; close: () => Promise<void> }> {
  const web = express();
  const server = createServer(web);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    web,
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
