// A process of its own for the bot that is measured, so that what presses it does not slow it down. Its parent says which bot.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import express, { type Express } from "express";
import { UnsecuredJWT } from "jose";
import { z } from "zod";
import { createBot } from "#bot/create-bot.ts";
import { sdkApp } from "#bot/sdk-app.ts";
import { deepLinks } from "#server/links.ts";
import { person } from "./bot-people.ts";
import { BenchPlan } from "./bot-plan.ts";

const asked = z.object({
  bot: z.enum(["ours", "constant"]),
  configuration: z.object({
    clientId: z.string(),
    tenantId: z.string(),
    openIdMetadataUrl: z.string(),
    tokenIssuer: z.string(),
    serviceHosts: z.array(z.string()),
    serviceUrl: z.string(),
    tokenServiceUrl: z.string(),
    loginEndpoint: z.string(),
    oauthConnection: z.string(),
  }),
  people: z.array(person),
});

/** What the parent may ask once the bot listens. */
export type Question = "measure" | "end";

/** What is told at "end", and at "measure" without the rest. */
export interface Measured {
  readonly heapBytes: number;
  readonly cpuMicroseconds: number;
  /** Milliseconds that each press waited for SharePoint, by its name. */
  readonly waited: readonly (readonly [string, number])[];
  /** The keys of everything that was saved. */
  readonly saved: readonly string[];
}

const given = asked.parse(JSON.parse(process.argv[2] ?? ""));
const web = express();
const waited = new Map<string, number>();
const { saved, settled } = given.bot === "ours" ? await ourBot(web) : await constantBot(web);
const server = createServer(web);
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : undefined });
});
process.on("message", (question) => void answer(question));
process.once("disconnect", () => process.exit());

async function answer(question: unknown): Promise<void> {
  if (question === "end") await settled();
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({
    heapBytes: process.memoryUsage().heapUsed,
    cpuMicroseconds: user + system,
    waited: question === "end" ? [...waited] : [],
    saved: question === "end" ? saved() : [],
  } satisfies Measured);
}

async function ourBot(on: Express) {
  const plan = new BenchPlan(given.people);
  // Before the bot's own route: what the press waits for is counted in here.
  on.post("/api/messages", (request, response, next) => {
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
    web: on,
    configuration: given.configuration,
    appToken: async () => aToken(),
    storesFor: (token) => plan.storesFor(token),
    appStores: plan.appStores(),
    links: deepLinks({
      TEAMS_APP_ID: given.configuration.clientId,
      BASE_URL: "https://plan.example",
      TENANT_ID: given.configuration.tenantId,
    }),
    newKey: randomUUID,
    now: () => new Date(),
    log: () => undefined,
  });
  return { saved: () => plan.updates.map(({ key }) => key), settled: () => bot.settled() };
}

/** What the SDK itself costs: token checked, card answered. */
async function constantBot(on: Express) {
  const app = sdkApp({
    web: on,
    configuration: given.configuration,
    appToken: async () => aToken(),
    log: () => undefined,
  });
  app.on("card.action", () => ({
    statusCode: 200,
    type: "application/vnd.microsoft.card.adaptive",
    value: { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: '"Saved"' }] },
  }));
  await app.initialize();
  return { saved: (): string[] => [], settled: async () => undefined };
}

/** The connector of this bench looks at no token; the SDK only wants one that is still good. */
function aToken(): string {
  return new UnsecuredJWT({ exp: 4_102_444_800 }).encode();
}
