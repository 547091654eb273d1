import type { Server } from "node:http";
import { purgeExpired } from "./bin/purge.ts";
import { entityBook } from "./entities/entity-book.ts";
import { ensureSite } from "./fresh-site.ts";
import { Deliveries, type DeliveryTimes } from "./hooks/deliveries.ts";
import { createHttpServer, type Seen } from "./http/server.ts";
import { toSecond } from "./items/instant.ts";
import { AccessBook, webScope } from "./permissions/access.ts";
import { momentOf, type Person, type Session, type Site } from "./session.ts";
import { Catalogue } from "./store/catalogue.ts";
import { openDatabase, type Database } from "./store/database.ts";
import { readMeta } from "./store/meta.ts";
import { WebBook } from "./webs/web-book.ts";
import { rootWeb } from "./webs/web-record.ts";
import { insertUser, updatePrincipal, userByLogin, type Principal } from "./store/principals.ts";

export interface Caller {
  readonly loginName: string;
  readonly name: string;
  readonly email?: string;
  readonly siteAdmin: boolean;
}

export interface SharePointOptions {
  /** 0 is any free one. */
  readonly port: number;
  /** Holds `sharepoint.sqlite`. */
  readonly dataFolder: string;
  /** `/sites/plan` where nothing is said. */
  readonly sitePath?: string;
  /** Whose token this is; undefined is answered with 401. */
  readonly authenticate: (bearer: string) => Promise<Caller | undefined>;
  /** Whom `ensureuser` can find. */
  readonly directory: readonly Person[];
  /** Told of every request after it was answered. */
  readonly onRequest?: (seen: Seen) => void;
  /** When webhooks are told of changes; a quarter of a second after them where nothing is said. */
  readonly webhooks?: DeliveryTimes;
}

export interface SharePoint {
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts the service on 127.0.0.1. Rejects with an Error for people where the port or the folder is not to be had. */
export async function startSharePoint(options: SharePointOptions): Promise<SharePoint> {
  const database = openDatabase(options.dataFolder);
  const sitePath = options.sitePath ?? "/sites/plan";
  try {
    ensureSite(database, sitePath, secondsOf(new Date()));
    let site: Site | undefined;
    let deliveries: Deliveries | undefined;
    const server = createHttpServer({
      sitePath,
      onRequest: (seen) => {
        if (seen.method !== "GET") deliveries?.poke();
        options.onRequest?.(seen);
      },
      open: async (bearer) => {
        const caller = await options.authenticate(bearer);
        return caller && site ? openSession(site, caller) : undefined;
      },
    });
    database.transaction(() => purgeExpired(database, secondsOf(new Date())));
    const port = await listen(server, options.port);
    site = describeSite(database, `http://127.0.0.1:${port}`, sitePath, options.directory);
    const told = new Deliveries(site, options.webhooks);
    deliveries = told;
    told.poke();
    return {
      origin: site.origin,
      close: () => {
        told.close();
        return stop(server, database);
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function describeSite(
  database: Database,
  origin: string,
  path: string,
  directory: readonly Person[],
): Site {
  return {
    web: rootWeb,
    scope: webScope,
    ownScope: true,
    above: [],
    webs: new WebBook(),
    database,
    catalogue: new Catalogue(database),
    accessBook: new AccessBook(database),
    origin,
    path,
    url: `${origin}${path}`,
    api: `${origin}${path}/_api`,
    siteId: readMeta(database, "site") ?? "",
    webId: readMeta(database, "web") ?? "",
    created: readMeta(database, "created") ?? "",
    directory,
  };
}

function openSession(site: Site, caller: Caller): Session {
  const { database, catalogue } = site;
  const principal = knownCaller(database, caller);
  return {
    site,
    database,
    catalogue,
    entities: entityBook,
    caller: principal,
    access: site.accessBook.of(principal),
    ...momentOf(new Date()),
  };
}

/** Administrators are written down when they first come; others when somebody grants them something. */
function knownCaller(database: Database, caller: Caller): Principal {
  const known = userByLogin(database, caller.loginName);
  if (known) {
    if (known.siteAdmin || !caller.siteAdmin) return known;
    updatePrincipal(database, known, { siteAdmin: true });
    return { ...known, siteAdmin: true };
  }
  if (caller.siteAdmin) return insertUser(database, caller);
  return {
    id: 0,
    kind: "user",
    login: caller.loginName,
    title: caller.name,
    email: caller.email ?? "",
    guid: "",
    siteAdmin: false,
    description: null,
    owner: null,
    settings: {},
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      const taken = "code" in cause && cause.code === "EADDRINUSE";
      reject(
        new Error(taken ? `The port ${port} is taken.` : `The port ${port} cannot be opened.`, {
          cause,
        }),
      );
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

async function stop(server: Server, database: Database): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  database.close();
}

function secondsOf(time: Date): string {
  return toSecond(time) ?? time.toISOString();
}
