import { type SPFI, spfi } from "@pnp/sp/fi.js";
import { DefaultHeaders, DefaultInit } from "@pnp/sp/behaviors/defaults.js";
import { DefaultParse, InjectHeaders } from "@pnp/queryable";
import "@pnp/sp/batching.js";
import "@pnp/sp/webs/index.js";
import "@pnp/sp/lists/index.js";
import "@pnp/sp/items/index.js";
import "@pnp/sp/site-users/web.js";
import { ResilientSend, type SharePointToken } from "./resilient-send.ts";

export interface SiteOptions {
  /** Absolute address of the site, `https://place.sharepoint.com/sites/plan`. */
  readonly siteUrl: string;
  readonly token: SharePointToken;
}

/** The site as one person, or the app, sees it. */
export interface Site {
  readonly url: string;
  /** `/sites/plan` */
  readonly path: string;
  readonly sp: SPFI;
}

/** One batch may carry this many requests (SharePoint Online's limit). */
export const batchSize = 100;

/** The most items that one query may return. */
export const pageSize = 5000;

export function site({ siteUrl, token }: SiteOptions): Site {
  const url = siteUrl.replace(/\/+$/, "");
  const sp = spfi(url).using(
    DefaultHeaders(),
    InjectHeaders({ Accept: "application/json;odata=nometadata" }),
    DefaultInit(),
    ResilientSend(token),
    DefaultParse(),
  );
  return { url, path: new URL(url).pathname, sp };
}
