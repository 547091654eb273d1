import type { Me } from "#plan/permissions.ts";

/** Whether plans can be kept on a site, as somebody who may only read it sees it. */
export interface SiteState {
  /** What is missing for a plan, in words; empty where everything is there. */
  readonly missing: readonly string[];
  /** Who is looking; they belong to no agency here. */
  readonly roles: Me["roles"];
  /** They may set the site up themselves. */
  readonly administers: boolean;
}

export interface SiteStore {
  /** Throws NotAllowedError for whoever may not see the site at all. */
  look(): Promise<SiteState>;
}
