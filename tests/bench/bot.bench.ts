import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BotConfiguration } from "#bot/bot-options.ts";
import { tenant } from "#local/people.ts";
import { openAuthority } from "#local/sign-in/authority.ts";
import { connectorToken } from "#local/sign-in/tokens.ts";
import { startTeams } from "#local/teams/service.ts";
import { aBotKey } from "../local/sign-in/a-sign-in.ts";
import type { BenchRow } from "./bench-row.ts";
import { press } from "./bot-load.ts";
import { type Person, somePeople } from "./bot-people.ts";
import type { Measured, Question } from "./bot-server.ts";
import { botServices } from "./bot-services.ts";

const clientId = "7a4d2c10-0000-4000-8000-0000000000b1";
const peopleCount = 200;
const pressesASecond = 50;
/** A minute; `SHORT=1` while developing. */
const seconds = process.env["SHORT"] ? 10 : 60;
const serverFile = fileURLToPath(new URL("bot-server.ts", import.meta.url));

interface Run {
  /** Milliseconds of each press, less what was waited for SharePoint; sorted. */
  readonly own: readonly number[];
  readonly errors: number;
  /** Milliseconds of the server's processor time a press. */
  readonly processor: number;
  /** What the heap grew after the first two seconds, in MB. */
  readonly grown: number;
  readonly lost: number;
  readonly twice: number;
}

/**
 * 200 people save ratings, 50 a second for a minute, every tenth press sent twice as Teams does; SharePoint takes 50 ms a
 * request. Beside it a bot of the SDK alone that answers a constant card. Each bot is a process of its own.
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
  const { url: serviceUrl } = services;
  const { token } = await connectorToken(authority, { botClientId: clientId, serviceUrl });
  const configuration = {
    clientId,
    tenantId: tenant.id,
    openIdMetadataUrl: teams.openIdMetadataUrl,
    tokenIssuer: "https://api.botframework.com",
    serviceHosts: [new URL(serviceUrl).host],
    serviceUrl,
    tokenServiceUrl: serviceUrl.replace(/\/$/, ""),
    loginEndpoint: teams.authority,
    oauthConnection: "sharepoint",
  };
  try {
    const floor = await run("constant", { configuration, people, token });
    return rows(await run("ours", { configuration, people, token }), floor);
  } finally {
    await Promise.all([teams.close(), services.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(
  bot: "ours" | "constant",
  parts: {
    readonly configuration: BotConfiguration;
    readonly people: readonly Person[];
    readonly token: string;
  },
): Promise<Run> {
  const given = { bot, configuration: parts.configuration, people: parts.people };
  const profile = process.env["PROFILE"]
    ? ["--cpu-prof", `--cpu-prof-name=bot-${bot}.cpuprofile`]
    : [];
  const server = fork(serverFile, [JSON.stringify(given)], {
    execArgv: ["--expose-gc", ...profile],
  });
  try {
    const { port } = await told<{ readonly port: number }>(server);
    let early: Measured | undefined;
    const onWarm = async () => void (early = await ask(server, "measure"));
    const url = `http://127.0.0.1:${port}`;
    const { pressed, keys } = await press({ ...parts, url, pressesASecond, seconds, onWarm });
    const late = await ask(server, "end");
    const waited = new Map(late.waited);
    const saved = new Set(late.saved);
    return {
      own: pressed
        .map(({ name, milliseconds }) => milliseconds - (waited.get(name) ?? 0))
        .toSorted((one, other) => one - other),
      errors: pressed.filter(({ fine }) => !fine).length,
      processor: (late.cpuMicroseconds - (early?.cpuMicroseconds ?? 0)) / 1000 / pressed.length,
      grown: (late.heapBytes - (early?.heapBytes ?? 0)) / 1_048_576,
      lost: bot === "ours" ? keys.filter((key) => !saved.has(key)).length : 0,
      twice: late.saved.length - saved.size,
    };
  } finally {
    const ended = once(server, "exit");
    server.disconnect();
    await ended;
  }
}

function ask(server: ChildProcess, question: Question): Promise<Measured> {
  server.send(question);
  return told<Measured>(server);
}

/** The next thing that the server says. Rejects where it ended instead. */
async function told<Said>(server: ChildProcess): Promise<Said> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error("The measured server ended."));
    server.once("exit", onExit);
    server.once("message", (said: Said) => {
      server.off("exit", onExit);
      resolve(said);
    });
  });
}

function rows(ours: Run, floor: Run): BenchRow[] {
  return [
    row("own time of a press, middle", at(ours.own, 0.5), at(floor.own, 0.5), "ms"),
    row("own time of a press, p95", at(ours.own, 0.95), at(floor.own, 0.95), "ms"),
    row("processor time of a press", ours.processor, floor.processor, "ms"),
    row(`heap grown in ${seconds} seconds`, ours.grown, floor.grown, "MB"),
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
