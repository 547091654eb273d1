// Everything of PnPjs that works on lists and files, for tests that go through its methods one by one.
import "@pnp/sp/attachments/index.js";
import "@pnp/sp/column-defaults/index.js";
import "@pnp/sp/comments/item.js";
import "@pnp/sp/content-types/index.js";
import "@pnp/sp/forms/list.js";
import "@pnp/sp/recycle-bin/index.js";
import "@pnp/sp/regional-settings/index.js";
import "@pnp/sp/sharing/index.js";
import "@pnp/sp/sites/index.js";
import "@pnp/sp/subscriptions/index.js";
import "@pnp/sp/user-custom-actions/index.js";
import "@pnp/sp/views/index.js";
import type { SPFI } from "@pnp/sp";
import { Web, type IWeb } from "@pnp/sp/webs/index.js";
import { startSite, type LocalSite } from "./site.ts";

export interface Surface {
  readonly site: LocalSite;
  readonly sp: SPFI;
  readonly web: IWeb;
  /** The web's server-relative path. */
  readonly path: string;
  readonly stop: () => Promise<void>;
}

/** A site with a subsite, and PnPjs as its administrator; PnPjs's own tests run in a subsite, too. */
export async function startSurface(where: "root" | "subsite"): Promise<Surface> {
  const { site, stop } = await startSite();
  const sp = site.as("admin");
  if (where === "root") return { site, sp, web: sp.web, path: "/sites/plan", stop };
  await sp.web.webs.add("Team", "team", "", "STS", 1033, false);
  const web = Web([sp.web, `${site.origin}/sites/plan/team`]);
  return { site, sp, web, path: "/sites/plan/team", stop };
}

let count = 0;
/** A title that nothing else has. */
export const fresh = (what: string) => `${what} ${++count}`;
