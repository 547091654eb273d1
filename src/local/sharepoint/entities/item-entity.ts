import { project, type Projection } from "../items/projection.ts";
import { entityTypeOf } from "../items/entity-type.ts";
import { readValue } from "../items/read-value.ts";
import { References } from "../items/references.ts";
import type { Entity, Linked, Value } from "../odata/entity.ts";
import { noShape, type Shape } from "../odata/query.ts";
import { basePermissions, right } from "../permissions/rights.ts";
import { securableItem } from "../permissions/securable.ts";
import type { Session } from "../session.ts";
import { ownTypeId } from "../store/content-types.ts";
import { isClosed } from "../store/comments.ts";
import { isLibrary, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { itemRow } from "../query/item-query.ts";
import { propertyBag } from "./property-bag.ts";
import { itemEtag } from "./item-etag.ts";
import { versionEntities } from "./version-entity.ts";
import { itemSideLinks } from "./item-links.ts";
import { readableAssignments } from "./role-entity.ts";

/** An item with everything it answers when nothing is chosen. */
export function fullItemEntity(session: Session, list: List, row: Row): Entity {
  return new ItemEntity(session, list, row, project(list, noShape), noLinks, (shape) =>
    itemEntity(session, list, row, project(list, shape)),
  );
}

/** An item with what the projection chose; `references` carries what was opened for its neighbours. */
export function itemEntity(
  session: Session,
  list: List,
  row: Row,
  projection: Projection,
  references = new References(session),
): Entity {
  const nothing = projection.references.length + projection.otherLinks.length === 0;
  if (nothing) return new ItemEntity(session, list, row, projection, noLinks);
  const expanded = new Map<string, Linked>();
  for (const { name, field, shape } of projection.references)
    expanded.set(name, references.open(field, row, shape));
  const links = projection.otherLinks.length === 0 ? {} : itemLinks(session, list, row);
  for (const name of projection.otherLinks) expanded.set(name, links[name]?.() ?? null);
  return new ItemEntity(session, list, row, projection, expanded);
}

const noLinks: ReadonlyMap<string, Linked> = new Map();

/** A page makes a hundred of these, so what few of them are asked for is made when it is. */
class ItemEntity implements Entity {
  readonly type: string;
  readonly path: string;
  readonly id: string;
  readonly etag: string;
  readonly properties: Readonly<Record<string, Value>>;
  readonly projected: ReadonlyMap<string, Linked>;
  readonly shaped?: (shape: Shape) => Entity;
  readonly #session: Session;
  readonly #list: List;
  readonly #row: Row;

  constructor(
    session: Session,
    list: List,
    row: Row,
    projection: Projection,
    projected: ReadonlyMap<string, Linked>,
    shaped?: (shape: Shape) => Entity,
  ) {
    this.#session = session;
    this.#list = list;
    this.#row = row;
    this.type = entityTypeOf(list);
    this.path = `Web/Lists(guid'${list.id}')/Items(${number(row, "id")})`;
    this.id = text(row, "uid");
    this.etag = itemEtag(row);
    this.properties = properties(session, list, row, projection);
    this.projected = projected;
    if (shaped) this.shaped = shaped;
  }

  get onRequest() {
    return lateProperties(this.#session, this.#list, this.#row);
  }

  get links() {
    return itemLinks(this.#session, this.#list, this.#row);
  }
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
    own[property] = special[field.name]?.(session, list, row) ?? readValue(field, row);
  if (projection.others.length > 0) {
    const late = lateProperties(session, list, row);
    for (const name of projection.others) own[name] = late[name]?.() ?? null;
  }
  return own;
}

/** What a column's own value does not tell alone. */
const special: Readonly<Record<string, (session: Session, list: List, row: Row) => Value>> = {
  ContentTypeId: (_session, list, row) => ownTypeId(list, text(row, "contenttypeid")),
  EncodedAbsUrl: ({ site }, _list, row) =>
    `${site.origin}${encodeURI(text(row, "fileref")).replaceAll("#", "%23").replaceAll("?", "%3F")}`,
};

function lateProperties(session: Session, list: List, row: Row): Record<string, () => Value> {
  const rights = () => basePermissions(session.access.rights(number(row, "scope")));
  return {
    HasUniqueRoleAssignments: () => securableItem(session, list, row).unique,
    EffectiveBasePermissions: rights,
    EffectiveBasePermissionsForUI: rights,
    DisplayName: () =>
      isLibrary(list) || number(row, "kind") === 1 ? text(row, "leaf") : String(row["title"] ?? ""),
    CommentsDisabled: () => closedBy(session, list, row) !== commentsOpen,
    CommentsDisabledScope: () => closedBy(session, list, row),
    ServerRedirectedEmbedUri: () => null,
    ServerRedirectedEmbedUrl: () => "",
  };
}

const commentsOpen = 0;

/** Who has closed an item to comments: 0 nobody, 1 its own setting, 2 that of its list. */
function closedBy({ database }: Session, { settings }: List, row: Row): number {
  if (settings.disableCommenting) return 2;
  return isClosed(database, text(row, "uid")) ? 1 : commentsOpen;
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
    Properties: () => propertyBag(`${path}/Properties`, complete()),
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
  return securable.scope === session.site.scope
    ? session.entities.web(session)
    : session.entities.list(session, list);
}
