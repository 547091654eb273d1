import { project, type Projection } from "../items/projection.ts";
import { entityTypeOf } from "../items/entity-type.ts";
import { readValue } from "../items/read-value.ts";
import { References } from "../items/references.ts";
import type { Entity, Linked, Value } from "../odata/entity.ts";
import { noShape } from "../odata/query.ts";
import { webScope } from "../permissions/access.ts";
import { basePermissions, right } from "../permissions/rights.ts";
import { securableItem } from "../permissions/securable.ts";
import type { Session } from "../session.ts";
import { ownTypeId } from "../store/content-types.ts";
import { isLibrary, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { itemRow } from "../query/item-query.ts";
import { notImplemented } from "../errors.ts";
import { itemEtag } from "./item-etag.ts";
import { versionEntities } from "./version-entity.ts";
import { itemSideLinks } from "./item-links.ts";
import { readableAssignments } from "./role-entity.ts";

/** An item with everything it answers when nothing is chosen. */
export function fullItemEntity(session: Session, list: List, row: Row): Entity {
  return {
    ...itemEntity(session, list, row, project(list, noShape)),
    shaped: (shape) => itemEntity(session, list, row, project(list, shape)),
  };
}

/** An item with what the projection chose; `references` carries what was opened for its neighbours. */
export function itemEntity(
  session: Session,
  list: List,
  row: Row,
  projection: Projection,
  references = new References(session),
): Entity {
  const expanded = new Map<string, Linked>();
  for (const { name, field, shape } of projection.references)
    expanded.set(name, references.open(field, row, shape));
  if (projection.otherLinks.length > 0) {
    const links = itemLinks(session, list, row);
    for (const name of projection.otherLinks) expanded.set(name, links[name]?.() ?? null);
  }
  return {
    type: entityTypeOf(list),
    path: `Web/Lists(guid'${list.id}')/Items(${number(row, "id")})`,
    id: text(row, "uid"),
    etag: itemEtag(row),
    properties: properties(session, list, row, projection),
    projected: expanded,
    // Few items of a page are asked for these.
    get onRequest() {
      return lateProperties(session, list, row);
    },
    get links() {
      return itemLinks(session, list, row);
    },
  };
}

function properties(
  session: Session,
  list: List,
  row: Row,
  projection: Projection,
): Readonly<Record<string, Value>> {
  const own: Record<string, Value> = {};
  if (projection.everything) {
    own["FileSystemObjectType"] = number(row, "kind");
    own["Id"] = number(row, "id");
    own["ServerRedirectedEmbedUri"] = null;
    own["ServerRedirectedEmbedUrl"] = "";
  }
  for (const { property, field } of projection.fields)
    own[property] =
      field.type === "ContentTypeId"
        ? ownTypeId(list, text(row, "contenttypeid"))
        : readValue(field, row);
  if (projection.others.length > 0) {
    const late = lateProperties(session, list, row);
    for (const name of projection.others) own[name] = late[name]?.() ?? null;
  }
  return own;
}

function lateProperties(session: Session, list: List, row: Row): Record<string, () => Value> {
  const rights = () => basePermissions(session.access.rights(number(row, "scope")));
  return {
    HasUniqueRoleAssignments: () => securableItem(session, list, row).unique,
    EffectiveBasePermissions: rights,
    EffectiveBasePermissionsForUI: rights,
    DisplayName: () =>
      isLibrary(list) || number(row, "kind") === 1 ? text(row, "leaf") : String(row["title"] ?? ""),
    ServerRedirectedEmbedUri: () => null,
    ServerRedirectedEmbedUrl: () => "",
  };
}

function itemLinks(session: Session, list: List, row: Row): Record<string, () => Linked> {
  const folder = number(row, "kind") === 1;
  const complete = () => itemRow(session, list, number(row, "id")) ?? row;
  const path = `Web/Lists(guid'${list.id}')/Items(${number(row, "id")})`;
  return {
    FirstUniqueAncestorSecurableObject: () => uniqueAncestor(session, list, complete()),
    RoleAssignments: () =>
      readableAssignments(session, { ...securableItem(session, list, row), path }),
    File: () =>
      folder || !isLibrary(list) ? null : session.entities.file(session, list, complete()),
    Folder: () => (folder ? session.entities.folder(session, list, complete()) : null),
    ParentList: () => session.entities.list(session, list),
    Versions: () =>
      session.access.can(number(row, "scope"), right.viewVersions)
        ? versionEntities(session, list, complete())
        : [],
    GetDlpPolicyTip: () => null,
    Properties: () => {
      throw notImplemented("GET", `${path}/Properties`);
    },
    ...itemSideLinks(session, list, complete),
  };
}

function uniqueAncestor(session: Session, list: List, row: Row): Entity {
  const securable = securableItem(session, list, row);
  if (securable.unique) return fullItemEntity(session, list, row);
  const owner = session.database.one("SELECT item FROM scopes WHERE id = ?", securable.scope);
  const item = owner?.["item"];
  const above = typeof item === "number" ? itemRow(session, list, item) : undefined;
  if (above) return fullItemEntity(session, list, above);
  return securable.scope === webScope
    ? session.entities.web(session)
    : session.entities.list(session, list);
}
