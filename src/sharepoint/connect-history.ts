import type { HistoryStores } from "#usecases/ports/history.ts";
import { SharePointDefinitionHistory } from "./definition-history.ts";
import { SharePointPlanHistory } from "./plan-history.ts";
import { SharePointRemovalStore } from "./removal-store.ts";
import { site, type Site, type SiteOptions } from "./site.ts";
import { SharePointVersionStore } from "./version-store.ts";

/** The stores of what a plan was as the owner of the token may see and change them. */
export function connectHistory(options: SiteOptions): HistoryStores {
  return historyOf(site(options));
}

/** The same of a site that is connected already. */
export function historyOf(connected: Site): HistoryStores {
  return {
    history: new SharePointPlanHistory(connected),
    definitions: new SharePointDefinitionHistory(connected),
    versions: new SharePointVersionStore(connected),
    removals: new SharePointRemovalStore(connected),
  };
}
