import { fileMissing } from "../errors.ts";
import { siteOwner } from "../entities/site-owner.ts";
import { textArgument } from "../odata/address.ts";
import { Complex, type Entity } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { enterWebById, inWeb, rootOf } from "../webs/web-book.ts";
import { changesAnswer } from "./changes.ts";
import { copyJobSteps } from "./copy-jobs.ts";
import { featuresResource } from "./features.ts";
import { noReceivers } from "./event-receivers.ts";
import { recycleBinItems, recycleBinResource } from "./recycle-bin.ts";
import { entityResource, type Resource } from "./resource.ts";
import { userActionsResource } from "./user-actions.ts";
import { webResource } from "./web.ts";

/** The site collection: the same from whichever of its webs it is asked. */
export function siteResource(asked: Session): Resource {
  const session = inWeb(asked, rootOf(asked));
  return entityResource(() => siteEntity(session), {
    steps: {
      rootweb: () => webResource(session),
      eventreceivers: () => noReceivers,
      features: (segment) => featuresResource(session, { place: 0, path: "Site" }, segment),
      usercustomactions: (segment) =>
        userActionsResource(
          session,
          {
            web: 0,
            list: null,
            path: "Site",
            scope: 2,
            mayManage: () => session.access.require(session.site.scope, right.manageWeb),
          },
          segment,
        ),
      recyclebin: (segment) => recycleBinResource(session, "site", segment),
      getrecyclebinitems: (segment) => recycleBinItems(session, "site", segment),
      ...copyJobSteps(session),
      getchanges: () => ({ post: (request) => changesAnswer(session, request) }),
      openwebbyid: (segment) => {
        const web = webById(session, textArgument(segment));
        return {
          ...webResource(web),
          post: () => ({ kind: "entity", entity: session.entities.web(web) }),
        };
      },
    },
  });
}

function webById(session: Session, asked: string): Session {
  const web = enterWebById(session, asked);
  if (!web) throw fileMissing(asked);
  return web;
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
    links: { Owner: () => siteOwner(session), RootWeb: () => entities.web(session) },
  };
}
