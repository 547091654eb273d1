import { z } from "zod";
import { fileMissing } from "../errors.ts";
import { serverRelative } from "../files/place.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { textArgument, type Segment } from "../odata/address.ts";
import { Complex, value, type Answer } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import { visibleLists } from "../permissions/visible-lists.ts";
import type { Session, Site } from "../session.ts";
import { isLibrary, type List } from "../store/list.ts";
import { listState } from "../store/list-store.ts";
import { deepestWeb, enterWeb, rootOf } from "../webs/web-book.ts";
import { changeWebSettings } from "../webs/web-settings.ts";
import type { Resource } from "./resource.ts";

/** Static methods of SP.Web and SP.Site that clients ask before they know where they are. */
export function siteServiceSteps(session: Session): NonNullable<Resource["steps"]> {
  return {
    "sp.site.exists": () => ({
      post: (request) => {
        const { url } = parseBody(z.object({ url: z.string() }), request);
        return value("Exists", "Edm.Boolean", isOwn(session, url));
      },
    }),
    siteiconmanager: () => ({
      steps: { setsitelogo: () => ({ post: (request) => setLogo(session, request) }) },
    }),
    "sp.site.geturlbyid": () => ({
      post: (request) => {
        const { siteId } = parseBody(z.object({ siteId: z.guid() }), request);
        const { site } = session;
        const own = siteId.toLowerCase() === site.siteId;
        return own ? value("GetUrlById", "Edm.String", rootOf(session).url) : absent("GetUrlById");
      },
    }),
    "sp.web.getdocumentlibraries": (segment) => ({ get: () => libraries(session, segment) }),
    "sp.web.getweburlfrompageurl": (segment) => ({
      get: () => value("GetWebUrlFromPageUrl", "Edm.String", webOf(session, segment).url),
    }),
  };
}

const absent = (name: string): Answer => ({ kind: "null", name });

const logo = z.object({
  relativeLogoUrl: z.string().max(1024),
  type: z.number().int().default(0),
  aspect: z.number().int().default(1),
});

/** The logo of the web that was asked; which shape it has makes no difference here. */
function setLogo(session: Session, request: ApiRequest): Answer {
  session.access.require(session.site.scope, right.manageWeb);
  const { relativeLogoUrl: url } = parseBody(logo, request);
  changeWebSettings(session.database, session.site.web, { SiteLogoUrl: url === "" ? null : url });
  return absent("SetSiteLogo");
}

function isOwn(session: Session, url: string): boolean {
  return url.replace(/\/+$/, "").toLowerCase() === rootOf(session).url.toLowerCase();
}

function webOf(session: Session, segment: Segment): Site {
  const path = serverRelative(session, textArgument(segment));
  const root = rootOf(session);
  if (!`${path.toLowerCase()}/`.startsWith(`${root.path.toLowerCase()}/`)) throw fileMissing(path);
  return root.webs.at(root, path) ?? deepestWeb(root, path);
}

function libraries(session: Session, segment: Segment): Answer {
  const web = enterWeb(session, webOf(session, segment).path) ?? session;
  const found = visibleLists(web).filter((list) => isLibrary(list) && !list.settings.hidden);
  return value(
    "GetDocumentLibraries",
    "Collection(SP.DocumentLibraryInformation)",
    found.map((list) => libraryInformation(web, list)),
  );
}

function libraryInformation({ site, database }: Session, list: List): Complex {
  const { modified } = listState(database, list);
  return new Complex("SP.DocumentLibraryInformation", {
    AbsoluteUrl: `${site.origin}${list.root}`,
    Modified: modified,
    ModifiedFriendlyDisplay: modified.slice(0, 10),
    ServerRelativeUrl: list.root,
    Title: list.title,
  });
}
