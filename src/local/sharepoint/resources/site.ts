import { Complex, type Entity } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { entityResource, type Resource } from "./resource.ts";
import { webResource } from "./web.ts";

export function siteResource(session: Session): Resource {
  return entityResource(() => siteEntity(session), {
    steps: { rootweb: () => webResource(session) },
  });
}

function siteEntity(session: Session): Entity {
  const { site, entities } = session;
  return {
    type: "SP.Site",
    path: "Site",
    properties: {
      Classification: "",
      GroupId: "00000000-0000-0000-0000-000000000000",
      HubSiteId: "00000000-0000-0000-0000-000000000000",
      Id: site.siteId,
      IsHubSite: false,
      MaxItemsPerThrottledOperation: 5000,
      PrimaryUri: site.url,
      ReadOnly: false,
      ResourcePath: new Complex("SP.ResourcePath", { DecodedUrl: site.url }),
      ServerRelativeUrl: site.path,
      ShareByEmailEnabled: false,
      Url: site.url,
    },
    links: { RootWeb: () => entities.web(session) },
  };
}
