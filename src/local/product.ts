import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type AppKey, appKey } from "./app-key.ts";
import { appId, botClientId, tabClientId } from "./apps.ts";
import { buildWhereStale, teamsPage } from "./builds.ts";
import { runServing, runToEnd } from "./children.ts";
import { people, personById, tenant } from "./people.ts";
import { type Ports, threePorts } from "./ports.ts";
import { type SharePoint, type SharePointOptions, startSharePoint } from "./sharepoint/service.ts";
import type { StartOptions } from "./start-options.ts";
import { startTeams, type Teams } from "./teams/service.ts";

/** Everything on this machine, from the Teams page to the lists. */
export interface Product {
  /** Where a browser finds the Teams page. */
  readonly address: string;
  readonly sharePointOrigin: string;
  /** Where the app itself answers: its tab at `/tab/`. */
  readonly appUrl: string;
  /** Settles when it is over: with a sentence where the app ended by itself, with nothing where it was told to stop. */
  readonly ended: Promise<string | undefined>;
  close(): Promise<void>;
}

type Start = StartOptions & {
  readonly signal: AbortSignal;
  /** The app under another name of this machine: to a browser it is another site than the Teams page, as in Teams. */
  readonly appHost?: "127.0.0.1" | "localhost";
  /** Whether the folder is of a site that was filled by this same product: there is nothing to make in it. */
  readonly filled?: boolean;
  /** Told of every request to SharePoint, for who counts them. */
  readonly onSharePointRequest?: SharePointOptions["onRequest"];
};

interface Services {
  readonly teams: Teams;
  readonly sharePoint: SharePoint;
}

/**
 * Starts Microsoft 365's stand-ins and, as its own process with the same settings as in production, the app. The first
 * start on a folder makes the lists and fills them. Rejects with one sentence where a port or the folder can't be had.
 */
export async function startProduct(options: Start): Promise<Product> {
  const ports = await threePorts(options.port);
  const key = await appKey(options.dataFolder);
  const services = await startServices(options, ports, key);
  const close = async () =>
    void (await Promise.all([services.teams.close(), services.sharePoint.close()]));
  try {
    const environment = settingsFor(options, ports, key, services.teams);
    await Promise.all([buildWhereStale(options.signal), fillLists(options, environment)]);
    const logFile = join(options.dataFolder, "server.log");
    const server = runServing(program("server/main.ts"), environment, logFile);
    await answering(server, `${environment["BASE_URL"]}/healthz`, logFile);
    await services.teams.appAdded;
    return {
      address: services.teams.origin,
      sharePointOrigin: services.sharePoint.origin,
      appUrl: appOrigin(options, ports),
      ended: ending(server, options.signal, logFile),
      async close() {
        await endOf(server);
        await close();
      },
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}

async function startServices(options: Start, ports: Ports, key: AppKey): Promise<Services> {
  const { dataFolder, clientServiceUrl, onSharePointRequest: onRequest } = options;
  const sharePointOrigin = originAt(ports.sharePoint);
  const teams = await startTeams({
    port: ports.teams,
    dataFolder,
    appUrl: appOrigin(options, ports),
    appId,
    tabClientId,
    botClientId,
    botPublicKey: key.publicKey,
    sharePointOrigin,
    staticFolder: teamsPage.folder,
    clientServiceUrl,
  });
  const directory = people.map(({ loginName, name, upn }) => ({ loginName, name, email: upn }));
  const { authenticate } = teams;
  try {
    return {
      teams,
      sharePoint: await startSharePoint({
        port: ports.sharePoint,
        dataFolder,
        authenticate,
        directory,
        ...(onRequest ? { onRequest } : {}),
      }),
    };
  } catch (cause) {
    await teams.close();
    throw cause;
  }
}

/** The app's settings, also left in a file so that commands beside it find the same site. */
function settingsFor(options: Start, ports: Ports, key: AppKey, teams: Teams): NodeJS.ProcessEnv {
  const settings = {
    SHAREPOINT_SITE_URL: `${originAt(ports.sharePoint)}/sites/plan`,
    AUTHORITY: teams.authority,
    TENANT_ID: tenant.id,
    TAB_CLIENT_ID: tabClientId,
    BOT_CLIENT_ID: botClientId,
    TEAMS_APP_ID: appId,
    BOT_PRIVATE_KEY_FILE: key.file,
    BOT_OPENID_METADATA_URL: teams.openIdMetadataUrl,
    BOT_SERVICE_URL: teams.serviceUrl,
    BOT_SERVICE_HOSTS: teams.serviceHosts.join(","),
    BOT_TOKEN_SERVICE_URL: teams.tokenServiceUrl,
    TEAMS_HOST_ORIGINS: teams.origin,
    HOST: "127.0.0.1",
    PORT: String(ports.app),
    BASE_URL: appOrigin(options, ports),
  };
  const all = { ...settings, ...ownBotServices() };
  const file = join(options.dataFolder, "settings.env");
  const lines = Object.entries(all).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, lines.join(""), { mode: 0o600 });
  return { ...process.env, ...all };
}

/** Settings of the environment for whoever brings a connector, an issuer or a token service of their own. */
const botServices = [
  "BOT_OPENID_METADATA_URL",
  "BOT_TOKEN_ISSUER",
  "BOT_SERVICE_URL",
  "BOT_SERVICE_HOSTS",
  "BOT_TOKEN_SERVICE_URL",
];

function ownBotServices(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    botServices.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
}

/** The lists, and in them the plan that was asked for; what is there already stays as it is. */
async function fillLists(
  { planFile, empty, filled, signal }: Start,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  if (filled) return;
  const roles = [
    "--owner",
    signInName("owner"),
    "--challenge",
    signInName("chair"),
    signInName("secretary"),
    signInName("independent"),
    "--scrutiny",
    signInName("scrutiny"),
    "--reader",
    signInName("reader"),
  ];
  const leads = ["--lead", signInName("lead-a"), signInName("lead-b"), signInName("lead-c")];
  const run = (...words: string[]) =>
    runToEnd(program("cli/main.ts"), words, { environment, signal });
  await run("provision", ...roles);
  if (empty) return;
  await (planFile ? run("import", planFile, ...leads) : run("sample", ...leads));
}

function signInName(id: string): string {
  return personById(id)?.upn ?? id;
}

/** Waits until the server answers. Rejects with the end of its log where it ended instead. */
async function answering(server: ChildProcess, url: string, logFile: string): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    const up = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The app did not start. ${logFile} says why.`);
}

async function ending(
  server: ChildProcess,
  signal: AbortSignal,
  logFile: string,
): Promise<string | undefined> {
  const told = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  const crashed = once(server, "close").then(() =>
    signal.aborted ? undefined : `The app ended by itself. ${logFile} says why.`,
  );
  return Promise.race([told, crashed]);
}

async function endOf(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const closed = once(server, "close");
  server.kill("SIGTERM");
  await closed;
}

function appOrigin({ appHost = "127.0.0.1" }: Start, { app }: Ports): string {
  return `http://${appHost}:${app}`;
}

function originAt(port: number): string {
  return `http://127.0.0.1:${port}`;
}

function program(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
