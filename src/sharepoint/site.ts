import { type SPFI, spfi } from "@pnp/sp/fi.js";
import { DefaultHeaders, DefaultInit } from "@pnp/sp/behaviors/defaults.js";
import { DefaultParse, InjectHeaders } from "@pnp/queryable";
import "@pnp/sp/batching.js";
import "@pnp/sp/webs/index.js";
import "@pnp/sp/lists/index.js";
import "@pnp/sp/items/index.js";
import "@pnp/sp/site-users/web.js";
import { type SiteOptions, type SiteReads, siteReads } from "./reads.ts";
import { ResilientSend } from "./resilient-send.ts";

export type { SiteOptions } from "./reads.ts";

/** The site as one person, or the app, sees it. */
export interface Site extends SiteReads {
  /** `/sites/plan` */
  readonly path: string;
  readonly sp: SPFI;
}

/** One batch may carry this many requests (SharePoint Online's limit). */
export const batchSize = 100;

export function site(options: SiteOptions): Site {
  const reads = siteReads(options);
  const sp = spfi(reads.url).using(
    DefaultHeaders(),
    InjectHeaders({ Accept: "application/json;odata=nometadata" }),
    DefaultInit(),
    ResilientSend(options.token),
    DefaultParse(),
  );
  return { ...reads, path: new URL(reads.url).pathname, sp };
}
