import { listMissing, notImplemented } from "../errors.ts";
import { numberArgument, textArgument } from "../odata/address.ts";
import { value } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { isPeopleList } from "../store/people-list.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import { inWeb, rootOf } from "../webs/web-book.ts";
import { webWords } from "../webs/web-record.ts";
import { contentTypesResource } from "./content-types.ts";
import { noReceivers } from "./event-receivers.ts";
import { featuresResource } from "./features.ts";
import { navigationResource } from "./navigation.ts";
import type { Resource } from "./resource.ts";
import { siteColumnsResource } from "./site-columns.ts";
import { templateSteps } from "./templates.ts";
import { userActionsResource } from "./user-actions.ts";
import { webOddmentSteps } from "./web-oddments.ts";
import { cultureSteps } from "./words-of-culture.ts";

/** The picture that stands for a kind of file, as pages name it; the generic one for kinds without their own. */
function iconOf(name: string): string {
  const kind = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return pictured.has(kind) ? `ic${kind}.png` : "icgen.gif";
}

const pictured = new Set(["docx", "xlsx", "pptx", "pdf", "txt", "zip", "one", "vsdx", "mpp"]);

/** The people of a site are one list, whichever of its webs they are asked in. */
function peopleList(
  session: Session,
  listResource: (session: Session, list: List) => Resource,
): Resource {
  const root = inWeb(session, rootOf(session));
  const list = root.catalogue.all().find(isPeopleList);
  if (!list || !mayViewList(root, list)) throw listMissing("User Information List", root.site.url);
  return listResource(root, list);
}

/** What a web knows that lists make use of: content types, columns, its library of documents. */
export function webSideSteps(
  session: Session,
  listResource: (session: Session, list: List) => Resource,
): NonNullable<Resource["steps"]> {
  return {
    contenttypes: (segment) => contentTypesResource(session, undefined, segment),
    availablecontenttypes: (segment) => contentTypesResource(session, undefined, segment),
    fields: (segment) => siteColumnsResource(session, segment),
    availablefields: (segment) => siteColumnsResource(session, segment),
    ...webOddmentSteps(session),
    ...templateSteps,
    ...cultureSteps({
      title: () => webWords(session.database, session.site.web).title,
      description: () => webWords(session.database, session.site.web).description,
    }),
    eventreceivers: () => noReceivers,
    navigation: () => navigationResource(session),
    features: (segment) =>
      featuresResource(session, { place: session.site.web, path: "Web" }, segment),
    maptoicon: (segment) => ({
      get: () => value("MapToIcon", "Edm.String", iconOf(textArgument(segment, "filename"))),
    }),
    usercustomactions: (segment) =>
      userActionsResource(
        session,
        {
          web: session.site.web,
          list: null,
          path: "Web",
          scope: 3,
          mayManage: () => session.access.require(session.site.scope, right.manageWeb),
        },
        segment,
      ),
    hubsitedata: () => ({ get: () => ({ kind: "null", name: "HubSiteData" }) }),
    synchubsitetheme: () => ({ post: () => ({ kind: "null", name: "SyncHubSiteTheme" }) }),
    ...listsOfWeb(session, listResource),
  };
}

/** The lists of a web that have a name of their own. */
function listsOfWeb(
  session: Session,
  listResource: (session: Session, list: List) => Resource,
): NonNullable<Resource["steps"]> {
  return {
    siteuserinfolist: () => peopleList(session, listResource),
    getcatalog: (segment) => {
      const wanted = numberArgument(segment, "typecatalog");
      if (!isPeopleList({ template: wanted }))
        throw notImplemented("GET", `_api/web/getCatalog(${wanted})`);
      return peopleList(session, listResource);
    },
    defaultdocumentlibrary: () => {
      const root = `${session.site.path}/Shared Documents`.toLowerCase();
      const list = session.catalogue.all().find((each) => each.root.toLowerCase() === root);
      if (!list) throw listMissing("Documents", session.site.url);
      return listResource(session, list);
    },
  };
}
