import type { Entity, Linked, Value } from "../odata/entity.ts";
import { noRights } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { associatedGroup, type Association } from "../webs/associated-groups.ts";
import { enterWeb, enterWebNumber } from "../webs/web-book.ts";
import { rootWeb, webAt, websBelow, type WebRecord } from "../webs/web-record.ts";
import { siteTypes } from "../store/content-types.ts";
import { siteColumns } from "../store/site-columns.ts";
import { contentTypeEntity, siteHome } from "./content-type-entity.ts";
import { fieldEntity } from "./field-entity.ts";
import { webFolderEntity } from "./folder-entity.ts";
import { openedAtAddress } from "./opened-at-address.ts";
import { webAuthor } from "./site-owner.ts";
import { groupEntity } from "./principal-entity.ts";

/** What a web leads to besides its lists and people. */
export function webLinks(session: Session): Record<string, () => Linked> {
  return {
    AllProperties: () => webProperties(session),
    AssociatedMemberGroup: () => group(session, "member"),
    AssociatedOwnerGroup: () => group(session, "owner"),
    AssociatedVisitorGroup: () => group(session, "visitor"),
    Author: () => webAuthor(session),
    ...openedAtAddress("Web", [
      "DescriptionResource",
      "EventReceivers",
      "Features",
      "ListTemplates",
      "Navigation",
      "RecycleBin",
      "SiteUserInfoList",
      "ThemeInfo",
      "TitleResource",
      "UserCustomActions",
    ]),
    AvailableContentTypes: () => types(session),
    AvailableFields: () => columns(session),
    ContentTypes: () => types(session),
    Fields: () => columns(session),
    Folders: () => webFolderEntity(session).links?.["Folders"]?.() ?? [],
    WorkflowAssociations: () => [],
    WorkflowTemplates: () => [],
    ParentWeb: () => parentWeb(session),
    WebInfos: () => subWebInfos(session),
    Webs: () => subWebs(session).map((web) => session.entities.web(web)),
  };
}

/** The requests as they would be one web further down, where the caller may go. */
export function subWebs(session: Session): Session[] {
  return websBelow(session.database, session.site.web)
    .flatMap(({ path }) => enterWeb(session, path) ?? [])
    .filter(({ access, site }) => access.rights(site.scope) !== noRights);
}

/** What is told of them without entering them. */
export function subWebInfos(session: Session): Entity[] {
  const open = new Set(subWebs(session).map(({ site }) => site.web));
  return websBelow(session.database, session.site.web)
    .filter(({ number }) => open.has(number))
    .map(webInfo);
}

function parentWeb(session: Session): Entity | null {
  const above = parentOf(session);
  return above ? session.entities.web(above) : null;
}

export function parentOf(session: Session): Session | undefined {
  if (session.site.web === rootWeb) return undefined;
  const record = webAt(session.database, session.site.path);
  return record && enterWebNumber(session, record.parent);
}

function webInfo(web: WebRecord): Entity {
  return {
    type: "SP.WebInformation",
    path: `Web/WebInfos('${web.id}')`,
    properties: {
      Configuration: 0,
      Created: web.created.replace("Z", ""),
      Description: web.description,
      Id: web.id,
      Language: web.language,
      LastItemModifiedDate: web.created,
      LastItemUserModifiedDate: web.created,
      ServerRelativeUrl: web.path,
      Title: web.title,
      WebTemplate: web.template,
      WebTemplateId: 1,
    },
  };
}

/** The bag of properties that a web carries; here only those that every web has. */
function webProperties({ site }: Session): Entity {
  const properties: Record<string, Value> = {
    vti_x005f_defaultlanguage: "en-us",
    vti_x005f_approvallevels: "Approved Rejected Pending\\ Review",
    vti_x005f_categories: "Travel Expense\\ Report Business Competition Goals/Objectives",
    allowslistpolicy: "0",
    taxonomyhiddenlist: "",
    OData__x005f__x005f_InheritsThemedCssFolderUrl: site.web === rootWeb ? "False" : "True",
  };
  return { type: "SP.PropertyValues", path: "Web/AllProperties", properties };
}

function group(session: Session, kind: Association): Entity | null {
  const found = associatedGroup(session, kind);
  return found ? groupEntity(session, found) : null;
}

function types(session: Session): Entity[] {
  return siteTypes(session.database).map((type) => contentTypeEntity(session, undefined, type));
}

function columns(session: Session): Entity[] {
  return siteColumns(session.database).map((field) => fieldEntity(siteHome(session), field));
}
