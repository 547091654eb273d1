import { listMissing } from "../errors.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { contentTypesResource } from "./content-types.ts";
import type { Resource } from "./resource.ts";
import { siteColumnsResource } from "./site-columns.ts";

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
    defaultdocumentlibrary: () => {
      const root = `${session.site.path}/Shared Documents`.toLowerCase();
      const list = session.catalogue.all().find((each) => each.root.toLowerCase() === root);
      if (!list) throw listMissing("Documents", session.site.url);
      return listResource(session, list);
    },
  };
}
