import { accessDenied } from "../errors.ts";
import { noRights } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { contextInfoResource } from "./context-info.ts";
import { menuSteps } from "./menu-state.ts";
import { moveCopySteps } from "./relocation.ts";
import { relatedItemSteps } from "./related-items.ts";
import { peopleServiceSteps } from "./people-services.ts";
import { reputationSteps } from "./reputation.ts";
import type { Resource } from "./resource.ts";
import { siteResource } from "./site.ts";
import { siteServiceSteps } from "./site-services.ts";
import { webResource } from "./web.ts";

/** What stands right below `_api/`. Whoever has no right on the web gets no further. */
export function rootResource(session: Session): Resource {
  if (session.access.rights(session.site.scope) === noRights) throw accessDenied();
  return {
    steps: {
      web: () => webResource(session),
      site: () => siteResource(session),
      contextinfo: () => contextInfoResource(session),
    },
    more: [
      () => moveCopySteps(session),
      () => siteServiceSteps(session),
      () => peopleServiceSteps(session),
      () => reputationSteps(session),
      () => relatedItemSteps(session),
      () => menuSteps(session),
    ],
  };
}
