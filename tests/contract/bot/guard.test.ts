import { createPublicKey, createSecretKey, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { SignJWT } from "jose";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { tenant } from "#local/people.ts";
import { apiToken, connectorToken, sharePointToken } from "#local/sign-in/tokens.ts";
import { botClientId, tabClientId } from "../../local/sign-in/a-sign-in.ts";
import {
  aPlanBot,
  messagesOf,
  person,
  planChannel,
  sharePointOrigin,
  type PlanBot,
} from "./a-plan-bot.ts";
import { ofHealth } from "./remembered-plan.ts";

const victim = person("lead-a");
const mallory = person("lead-b");

/** A server that nothing may be sent to, and what was. */
async function anotherService() {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(`${request.url} ${request.headers.authorization ?? ""}`);
    response.end("{}");
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}/`, calls };
}

interface Lies {
  readonly from?: object;
  readonly serviceUrl?: string;
  readonly tenantId?: string;
  readonly channelId?: string;
  readonly verb?: string;
  readonly data?: object;
}

function aPress({ teams }: PlanBot, lies: Lies = {}) {
  const { serviceUrl = teams.serviceUrl, tenantId = tenant.id, channelId = "msteams" } = lies;
  const data = lies.data ?? { planId: 3, actionId: ofHealth };
  return {
    type: "invoke",
    name: "adaptiveCard/action",
    id: "1",
    channelId,
    serviceUrl,
    from: lies.from ?? { id: victim.mri, name: victim.name, aadObjectId: victim.objectId },
    recipient: { id: `28:${botClientId}` },
    conversation: { id: planChannel, conversationType: "channel", tenantId },
    channelData: { tenant: { id: tenantId } },
    value: {
      action: { type: "Action.Execute", verb: lies.verb ?? "showAction", data },
      trigger: "manual",
    },
  };
}

async function post({ messages }: PlanBot, token: string | undefined, body: unknown) {
  const answer = await fetch(messages, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: token }),
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text() };
}

async function connectors({ authority, teams }: PlanBot, serviceUrl = teams.serviceUrl) {
  const { token } = await connectorToken(authority, { botClientId, serviceUrl });
  return `Bearer ${token}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

/** All that the connector would say, with the id of its key, signed with something else. */
async function signedWithAnother({ authority, teams }: PlanBot, alg: "RS256" | "HS256") {
  const [key] = authority.connector.keys.keys;
  if (!key) throw new Error("The connector publishes no key.");
  const pem = createPublicKey({ key: { ...key }, format: "jwk" }).export({
    type: "spki",
    format: "pem",
  });
  const secret =
    alg === "HS256"
      ? createSecretKey(Buffer.from(pem))
      : generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const token = await new SignJWT({ serviceurl: teams.serviceUrl })
    .setProtectedHeader({ alg, ...(key.kid ? { kid: key.kid } : {}) })
    .setIssuer("https://api.botframework.com")
    .setAudience(botClientId)
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(secret);
  return `Bearer ${token}`;
}

/** Tokens that are truly signed, or nearly, and prove nothing about Teams having sent what comes with them. */
const others: Readonly<Record<string, (all: PlanBot) => Promise<string | undefined>>> = {
  "no token": async () => undefined,
  "no JWT": async () => "Bearer abc",
  "a person's token for the bot": async ({ authority }) =>
    `Bearer ${(await apiToken(authority, mallory, { audience: botClientId, clientId: tabClientId })).token}`,
  "a person's single sign-on token": async ({ authority }) =>
    `Bearer ${(await apiToken(authority, mallory, { audience: `api://${botClientId}`, clientId: botClientId })).token}`,
  "a person's SharePoint token": async ({ authority }) =>
    `Bearer ${(await sharePointToken(authority, mallory, { audience: sharePointOrigin, clientId: tabClientId })).token}`,
  "a connector's token for another bot": async ({ authority, teams }) =>
    `Bearer ${(await connectorToken(authority, { botClientId: tabClientId, serviceUrl: teams.serviceUrl })).token}`,
  "the connector's name on a token that the tenant signed": async ({ authority, teams }) => {
    const { token } = await authority.entra.issue({
      aud: botClientId,
      serviceurl: teams.serviceUrl,
    });
    const [header = "", payload = "", signature = ""] = token.split(".");
    const claims = {
      ...JSON.parse(Buffer.from(payload, "base64url").toString()),
      iss: "https://api.botframework.com",
    };
    return `Bearer ${[header, encoded(claims), signature].join(".")}`;
  },
  "an unsigned token": async ({ teams }) => {
    const claims = {
      iss: "https://api.botframework.com",
      aud: botClientId,
      exp: 9e9,
      serviceurl: teams.serviceUrl,
    };
    return `Bearer ${encoded({ alg: "none" })}.${encoded(claims)}.`;
  },
  "the connector's name on a token of another key": (all) => signedWithAnother(all, "RS256"),
  "a token signed with the connector's public key as if that were a secret": (all) =>
    signedWithAnother(all, "HS256"),
  "a token of a tenant that the app is not in": async ({ teams }) => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const tid = "7a4d2c10-0000-4000-8000-000000000002";
    const claims = { aud: botClientId, tid, oid: mallory.objectId, serviceurl: teams.serviceUrl };
    return `Bearer ${await new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256" })
      .setIssuer(`https://sts.windows.net/${tid}/`)
      .setExpirationTime("1h")
      .sign(privateKey)}`;
  },
  "a connector's token that is not good yet": async (all) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 26 * 3_600_000 });
    try {
      return await connectors(all);
    } finally {
      vi.useRealTimers();
    }
  },
  "a connector's token without Bearer": async (all) =>
    (await connectors(all)).slice("Bearer ".length),
  "a connector's token for another service": (all) =>
    connectors(all, "https://smba.trafficmanager.net/uk/"),
  "a connector's token that ran out": async (all) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 26 * 3_600_000 });
    try {
      return await connectors(all);
    } finally {
      vi.useRealTimers();
    }
  },
  "a connector's token in a list": async (all) => `${await connectors(all)}, x`,
};

describe("an activity is refused that comes with", () => {
  it.each(Object.entries(others))("%s", async (_what, token) => {
    const all = await aPlanBot();
    const answer = await post(all, await token(all), aPress(all));
    expect(answer.status).toBe(401);
    expect(answer.text).not.toContain("card");
  });
});

describe("a message extension answers nobody but the connector", () => {
  it.each(["query", "queryLink", "fetchTask", "submitAction"])("%s", async (name) => {
    const all = await aPlanBot();
    const invoke = {
      ...aPress(all),
      name: `composeExtension/${name}`,
      value: { commandId: "find" },
    };
    const token = await others["a person's token for the bot"]?.(all);
    expect((await post(all, token, invoke)).status).toBe(401);
    const answer = await post(all, await connectors(all), invoke);
    expect(answer.text).not.toContain("Action number");
  });
});

describe("with a true token of the connector, an activity", () => {
  it("is answered", async () => {
    const all = await aPlanBot();
    const answer = await post(all, await connectors(all), aPress(all));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("loginRequest");
  });

  it("that names another service is refused, and no token leaves", async () => {
    const all = await aPlanBot();
    const { url, calls } = await anotherService();
    for (const serviceUrl of [
      url,
      `http://${new URL(all.teams.serviceUrl).host}@${new URL(url).host}/`,
      "https://x@y/",
    ]) {
      const lie = aPress(all, { serviceUrl });
      const answer = await post(all, await connectors(all, serviceUrl), lie);
      expect([401, 403]).toContain(answer.status);
    }
    const message = { ...aPress(all, { serviceUrl: url }), type: "message", text: "4.2" };
    expect((await post(all, await connectors(all, url), message)).status).toBe(403);
    await all.bot.settled();
    expect(calls).toEqual([]);
  });

  it.each([
    ["of another tenant", { tenantId: "7a4d2c10-0000-4000-8000-000000000002" }],
    ["of another channel than Teams", { channelId: "directline" }],
  ])("%s is refused", async (_what, lies) => {
    const all = await aPlanBot();
    expect((await post(all, await connectors(all), aPress(all, lies))).status).toBe(403);
  });

  it.each([
    ["of 300 KB", JSON.stringify({ text: "x".repeat(300_000) }), 413],
    ["that is no JSON", "{", 400],
    ["that is a list", "[]", 403],
  ])("%s is refused", async (_what, body, status) => {
    const all = await aPlanBot();
    const answer = await post(all, await connectors(all), body);
    expect([status, 400]).toContain(answer.status);
    expect(answer.text).not.toContain(" at ");
  });
});

describe("a forged sender", () => {
  const data = {
    planId: 3,
    actionId: ofHealth,
    key: "0f9b6a52-6c1d-4f0e-8a3e-51d2a7c4e9b0",
    rating: "blue",
    note: "All done.",
  };

  /** As if the victim had pressed before: the token service holds their token. */
  async function afterVictimSignedIn() {
    const all = await aPlanBot();
    const audience = `api://${botClientId}`;
    const { token } = await apiToken(all.authority, victim, { audience, clientId: botClientId });
    const first = aPress(all);
    const value = {
      ...first.value,
      authentication: { id: "1", connectionName: "sharepoint", token },
    };
    expect((await post(all, await connectors(all), { ...first, value })).text).toContain(
      "Rating you",
    );
    return all;
  }

  it.each([
    ["whose Teams id is another's", { id: victim.mri, aadObjectId: mallory.objectId }],
    ["without an Entra id", { id: victim.mri }],
    ["whose Entra id is another's", { id: mallory.mri, aadObjectId: victim.objectId }],
  ])("%s writes nothing", async (_what, from) => {
    const all = await afterVictimSignedIn();
    await post(all, await connectors(all), aPress(all, { from, verb: "proposeRating", data }));
    expect(all.plan.tries).toBe(0);
    expect(all.plan.updates).toEqual([]);
  });

  it("who brings another's single sign-on token writes nothing", async () => {
    const all = await afterVictimSignedIn();
    const audience = `api://${botClientId}`;
    const { token } = await apiToken(all.authority, victim, { audience, clientId: botClientId });
    const from = { id: mallory.mri, aadObjectId: mallory.objectId };
    const forged = aPress(all, { from, verb: "proposeRating", data });
    const value = {
      ...forged.value,
      authentication: { id: "1", connectionName: "sharepoint", token },
    };
    const answer = await post(all, await connectors(all), { ...forged, value });
    expect(answer.text).toContain("preconditionFailed");
    expect(all.plan.updates).toEqual([]);
  });
});

it("logs no text of an activity, whatever is wrong with it", async () => {
  const all = await aPlanBot();
  const secret = "Child X was seen";
  const lie = aPress(all, {
    verb: "proposeRating",
    data: { planId: 3, actionId: 27, note: secret },
  });
  await post(all, await connectors(all), lie);
  await post(all, "Bearer abc", { ...lie, text: secret });
  await post(all, await connectors(all), { ...lie, channelId: "x" });
  expect(all.logged.join()).not.toContain(secret);
  expect(await messagesOf(all, "owner")).not.toContainEqual(
    expect.objectContaining({ text: secret }),
  );
});
