import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { botClientId, tabClientId } from "#local/apps.ts";
import { personById, tenant } from "#local/people.ts";
import type { Product } from "#local/product.ts";
import type { Authority } from "#local/sign-in/authority.ts";
import { apiToken, appOnlyToken, connectorToken, sharePointToken } from "#local/sign-in/tokens.ts";
import { channel as planChannel } from "#local/teams/team.ts";
import { connectSharePoint } from "#sharepoint/connect.ts";
import { actionPlan } from "#tests/commands/a-command.ts";
import { freePorts } from "#tests/support/a-start.ts";
import { type SampleProduct, sampleProduct } from "#tests/support/sample-product.ts";

const program = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

let sample: SampleProduct;
let folder: string;
let product: Product;
let authority: Authority;
let settings: NodeJS.ProcessEnv;
let second: ChildProcess;
let roundRobin: Server;
/** Where both processes are reached, by turns. */
let both: string;
const servers: string[] = [];

beforeAll(async () => {
  sample = await sampleProduct("processes");
  ({ folder, product, authority } = sample);
  settings = { ...process.env, ...parseEnv(readFileSync(join(folder, "settings.env"), "utf8")) };
  const port = await freePorts();
  second = spawn(process.execPath, [program("server/main.ts")], {
    env: { ...settings, PORT: String(port) },
    stdio: "ignore",
  });
  servers.push(product.appUrl, `http://127.0.0.1:${port}`);
  await vi.waitFor(() => fetch(`${servers[1]}/healthz`), { timeout: 15_000, interval: 100 });
  roundRobin = await byTurns(servers);
  const address = roundRobin.address();
  both = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});
afterAll(async () => {
  roundRobin.close();
  const ended = once(second, "exit");
  second.kill("SIGTERM");
  await ended;
  await sample.close();
});

/** As a load balancer without sticky sessions: each request goes to the next. */
async function byTurns(targets: readonly string[]): Promise<Server> {
  let turn = 0;
  const server = createServer((request, response) => {
    const target = targets[turn++ % targets.length];
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { authorization = "", "content-type": type = "application/json" } = request.headers;
      const pass = async () => {
        const answer = await fetch(`${target}${request.url}`, {
          method: request.method ?? "GET",
          headers: { authorization, "content-type": type },
          body: Buffer.concat(parts),
        });
        response.writeHead(answer.status, { "content-type": "application/json" });
        response.end(await answer.text());
      };
      void pass();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function person(id: string) {
  const found = personById(id);
  if (!found) throw new Error(`Nobody is called ${id}.`);
  return found;
}

async function storesOf(who: string) {
  const audience = product.sharePointOrigin;
  const asked = { audience, clientId: tabClientId };
  const { token } = await sharePointToken(authority, person(who), asked);
  return connectSharePoint({ siteUrl: `${audience}/sites/plan`, token: async () => token });
}

const messages = z.array(
  z.looseObject({ id: z.string(), root: z.string().optional(), text: z.string() }),
);

async function messagesIn(where: "channel" | "personal", who = "owner") {
  const answer = await fetch(`${product.address}/as/${who}/api/messages?in=${where}`, {
    headers: { origin: product.address },
  });
  return messages.parse(await answer.json());
}

async function pressByTurns(data: object, at = both) {
  const lead = person("lead-a");
  const serviceUrl = settings["BOT_SERVICE_URL"] ?? "";
  const { token } = await connectorToken(authority, { botClientId, serviceUrl });
  const audience = `api://${botClientId}`;
  const signOn = await apiToken(authority, lead, { audience, clientId: botClientId });
  const answer = await fetch(`${at}/api/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({
      type: "invoke",
      name: "adaptiveCard/action",
      id: randomUUID(),
      channelId: "msteams",
      serviceUrl,
      from: { id: lead.mri, name: lead.name, aadObjectId: lead.objectId },
      recipient: { id: `28:${botClientId}` },
      conversation: { id: planChannel.id, conversationType: "channel", tenantId: tenant.id },
      channelData: { tenant: { id: tenant.id } },
      value: {
        action: { type: "Action.Execute", verb: "proposeRating", data },
        trigger: "manual",
        authentication: { id: "1", connectionName: "sharepoint", token: signOn.token },
      },
    }),
  });
  return answer.text();
}

/** An action that lead officer A speaks for alone. */
async function ownAction() {
  const stores = await storesOf("lead-a");
  const open = await stores.plans.open(1);
  const action = open.actions.find(
    ({ agencies }) => agencies.filter((each) => open.me.agencies.includes(each)).length === 1,
  );
  if (!action) throw new Error("Lead officer A has no action.");
  return { stores, action, rating: open.plan.scheme.ratings[1]?.id ?? "" };
}

it("a press that Teams sends to both, and again, is saved once and told once", async () => {
  const { stores, action, rating } = await ownAction();
  const thread = `${both}/api/plans/1/recommendations/${action.recommendationId}/thread`;
  const asked = { audience: `api://${tabClientId}`, clientId: tabClientId };
  const { token } = await apiToken(authority, person("lead-a"), asked);
  const headers = { authorization: `Bearer ${token}` };
  const opened = await Promise.all(
    [1, 2, 3, 4].map(async () => (await fetch(thread, { method: "POST", headers })).json()),
  );
  const roots = new Set(opened.map((each) => String(Object(each).message)));
  expect(roots.size).toBe(1);
  const [root = ""] = roots;

  const saveKey = randomUUID();
  const data = { planId: 1, actionId: action.id, saveKey, rating, note: "By turns." };
  const answers = await Promise.all([1, 2, 3, 4].map(() => pressByTurns(data)));
  for (const answer of answers) expect(answer).toContain("By turns.");
  // Both are told of the change, twice each, while they look at it of their own accord too.
  await Promise.all([...servers, ...servers].map(noticeTo));

  await vi.waitFor(
    async () => {
      const all = await messagesIn("channel");
      expect(JSON.stringify(all.find(({ id }) => id === root))).toContain("Updated today");
      expect(
        all.filter((each) => each.root === root && each.text.includes("proposes")),
      ).toHaveLength(1);
    },
    { timeout: 15_000, interval: 200 },
  );
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const all = await messagesIn("channel");
  expect(all.filter((each) => each.root === root && each.text.includes("proposes"))).toHaveLength(
    1,
  );
  const said = await stores.record.forAction(action.id);
  expect(said.filter(({ key }) => key === saveKey)).toHaveLength(1);
});

/** As SharePoint tells of a change; the secret follows from the app's own key. */
async function noticeTo(server: string): Promise<void> {
  const key = readFileSync(settings["BOT_PRIVATE_KEY_FILE"] ?? "", "utf8");
  const clientState = createHmac("sha256", key).update("sharepoint changes").digest("hex");
  const answer = await fetch(`${server}/api/webhooks/sharepoint`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ value: [{ clientState }] }),
  });
  expect(answer.status).toBe(204);
}

it("reminders that run twice at once come once", async () => {
  const before = await messagesIn("personal", "lead-a");
  const runs = await Promise.all(
    [1, 2].map(() => actionPlan(folder, "remind", "--date", "2026-11-23")),
  );
  const sent = runs.flatMap(({ out }) => out.match(/lead-a@\S+: sent/g) ?? []);
  expect(sent).toHaveLength(1);
  expect(await messagesIn("personal", "lead-a")).toHaveLength(before.length + 1);
});

/** A process of its own with a collector; everything that came there, as text. */
async function aThirdProcess() {
  const measured: string[] = [];
  const collector = createServer((request, response) => {
    request.resume();
    measured.push(request.url ?? "");
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  }).listen(0, "127.0.0.1");
  await once(collector, "listening");
  const at = collector.address();
  const port = await freePorts();
  const child = spawn(process.execPath, [program("server/main.ts")], {
    env: {
      ...settings,
      PORT: String(port),
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${typeof at === "object" ? at?.port : 0}`,
    },
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  onTestFinished(() => {
    child.kill("SIGKILL");
    collector.close();
  });
  const address = `http://127.0.0.1:${port}`;
  await vi.waitFor(() => fetch(`${address}/healthz`), { timeout: 15_000, interval: 100 });
  return { child, ended, address, measured };
}

it("a process that is told to stop answers the press that it began, and ends after it is saved", async () => {
  const { stores, action, rating } = await ownAction();
  const { child, ended, address, measured } = await aThirdProcess();
  const app = await appOnlyToken(authority, {
    audience: product.sharePointOrigin,
    clientId: botClientId,
    roles: ["Sites.Selected"],
  });
  const faults = (method: string, body?: string) =>
    fetch(`${product.sharePointOrigin}/_local/faults`, {
      method,
      headers: { authorization: `Bearer ${app.token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body }),
    });
  const slow = JSON.stringify({ seed: 1, faults: [{ kind: "latency", milliseconds: 400 }] });
  expect((await faults("PUT", slow)).status).toBe(200);
  onTestFinished(async () => void (await faults("DELETE")));
  const saveKey = randomUUID();
  const data = { planId: 1, actionId: action.id, saveKey, rating, note: "Said while it stops." };
  const answer = pressByTurns(data, address);
  await new Promise((resolve) => setTimeout(resolve, 500));
  child.kill("SIGTERM");
  expect(await answer).toMatch(/Said while it stops\.|goes on being saved/);
  expect(await ended).toEqual([0, null]);
  await faults("DELETE");
  const said = await stores.record.forAction(action.id);
  expect(said.filter(({ key }) => key === saveKey)).toHaveLength(1);
  // What was measured goes out before it ends; the other two processes were given no collector and measure nothing.
  expect(new Set(measured)).toEqual(new Set(["/v1/traces", "/v1/metrics"]));
});
