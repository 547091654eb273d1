import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BrowserFetch, DefaultParse, InjectHeaders } from "@pnp/queryable";
import { DefaultHeaders, DefaultInit, spfi, type SPFI } from "@pnp/sp";
import "@pnp/sp/batching.js";
import "@pnp/sp/context-info/index.js";
import "@pnp/sp/fields/index.js";
import "@pnp/sp/files/index.js";
import "@pnp/sp/folders/index.js";
import "@pnp/sp/items/index.js";
import "@pnp/sp/lists/index.js";
import "@pnp/sp/security/index.js";
import "@pnp/sp/site-groups/web.js";
import "@pnp/sp/site-users/web.js";
import "@pnp/sp/webs/index.js";
import { startSharePoint, type Caller, type SharePointOptions } from "#local/sharepoint/service.ts";

/** Tokens here are simply the names of people. */
const people: Readonly<Record<string, Caller>> = {
  admin: person("admin", true),
  alpha: person("alpha"),
  beta: person("beta"),
  reader: person("reader"),
  outsider: person("outsider"),
};

export interface LocalSite {
  readonly origin: string;
  readonly api: string;
  /** PnPjs as somebody. */
  as(name: string): SPFI;
  /** One raw call, with JSON in and out. */
  call(name: string, method: string, path: string, options?: CallOptions): Promise<RawAnswer>;
}

interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

export function loginOf(name: string): string {
  return `i:0#.f|membership|${name}@marlshire.example`;
}

/** Runs the service on a free port with a fresh folder, and takes both away again. */
export async function withSite(
  work: (site: LocalSite) => Promise<void>,
  options: Partial<SharePointOptions> = {},
): Promise<void> {
  const { site, stop } = await startSite(options);
  try {
    await work(site);
  } finally {
    await stop();
  }
}

/** As withSite, for tests that share one; whoever starts it stops it. */
export async function startSite(
  options: Partial<SharePointOptions> = {},
): Promise<{ readonly site: LocalSite; readonly stop: () => Promise<void> }> {
  const own = await mkdtemp(join(tmpdir(), "local-sharepoint-"));
  const service = await startSharePoint({
    port: 0,
    dataFolder: own,
    authenticate: (bearer) => Promise.resolve(people[bearer]),
    directory: Object.values(people).map(({ loginName, name, email }) => ({
      loginName,
      name,
      email: email ?? "",
    })),
    ...options,
  });
  const stop = async () => {
    await service.close();
    await rm(own, { recursive: true, force: true });
  };
  return { site: siteAt(service.origin), stop };
}

export function siteAt(origin: string): LocalSite {
  const url = `${origin}/sites/plan`;
  return {
    origin,
    api: `${url}/_api`,
    as: (name) =>
      spfi(url).using(
        DefaultHeaders(),
        DefaultInit(),
        BrowserFetch(),
        DefaultParse(),
        InjectHeaders({ Authorization: `Bearer ${name}` }),
      ),
    call: (name, method, path, given) => rawCall(`${url}/_api/${path}`, name, method, given ?? {}),
  };
}

async function rawCall(
  url: string,
  name: string,
  method: string,
  { body, headers }: CallOptions,
): Promise<RawAnswer> {
  const response = await fetch(url, {
    method,
    headers: {
      Accept: "application/json",
      "Content-Type": "application/json",
      ...(name === "" ? {} : { Authorization: `Bearer ${name}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: tryParse(text) };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function person(name: string, siteAdmin = false): Caller {
  return {
    loginName: loginOf(name),
    name: `Officer ${name}`,
    email: `${name}@marlshire.example`,
    siteAdmin,
  };
}
