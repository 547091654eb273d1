import { asSeen } from "../files/checked-out.ts";
import { Complex, type Entity, type Linked, type Value } from "../odata/entity.ts";
import { allColumns, pathRow, trimmed } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { tableOf, type List } from "../store/list.ts";
import { listState } from "../store/list-store.ts";
import { number, text, type Row } from "../store/row.ts";
import { visibleLists } from "../permissions/visible-lists.ts";
import { webFolderAt, webFoldersIn, type WebFolder } from "../store/web-folders.ts";
import { readWebSettings } from "../webs/web-settings.ts";
import { listTypes } from "../store/content-types.ts";
import { storageMetrics } from "./storage-metrics.ts";
import { fileEntity } from "./file-entity.ts";
import { propertyBag } from "./property-bag.ts";

/** A folder inside a list or library. */
export function folderEntity(session: Session, list: List, row: Row): Entity {
  const path = `${text(row, "dir")}/${text(row, "leaf")}`;
  return folder(session, list, {
    path,
    name: text(row, "leaf"),
    guid: text(row, "uid"),
    created: text(row, "created"),
    modified: text(row, "modified"),
    item: () => session.entities.item(session, list, row),
    bag: () => inList(propertyBag(`${folderPath(path)}/Properties`, row), list),
    parent: () => parentFolder(session, list, text(row, "dir")),
  });
}

/** The folder that a list itself is. */
export function rootFolderEntity(session: Session, list: List): Entity {
  return folder(session, list, {
    path: list.root,
    name: list.root.slice(list.root.lastIndexOf("/") + 1),
    guid: list.rootGuid,
    created: list.created,
    modified: listState(session.database, list).modified,
    item: () => null,
    bag: () => listBag(session, list),
    parent: () => webFolderEntity(session),
    order: typeOrder(session, list),
  });
}

/** The folder that the web itself is; below it stand the roots of the libraries, and folders of no list. */
export function webFolderEntity(session: Session): Entity {
  const { site } = session;
  const welcome = readWebSettings(session.database, site.web)["WelcomePage"];
  return {
    type: "SP.Folder",
    path: folderPath(site.path),
    properties: {
      ...folderProperties({
        path: site.path,
        name: "",
        guid: site.webId,
        created: site.created,
        modified: site.created,
      }),
      WelcomePage: welcome ?? "SitePages/Home.aspx",
    },
    lazy: { ItemCount: () => visibleLists(session).length },
    onRequest: orderProperties(site.path),
    links: {
      Files: () => [],
      Folders: () => [
        ...visibleLists(session)
          .filter((list) => !list.root.startsWith(`${site.path}/Lists/`))
          .map((list) => rootFolderEntity(session, list)),
        session.entities.listsFolder(session),
        ...looseFolders(session, site.path),
      ],
      ListItemAllFields: () => null,
      StorageMetrics: () => storageMetrics(session, site.path),
    },
  };
}

/** A folder that lies in the web itself and belongs to no list. */
export function looseFolderEntity(session: Session, loose: WebFolder): Entity {
  const { path, id, created } = loose;
  const parent = path.slice(0, path.lastIndexOf("/"));
  const above = webFolderAt(session.database, parent);
  return {
    type: "SP.Folder",
    path: folderPath(path),
    properties: folderProperties({
      path,
      name: path.slice(parent.length + 1),
      guid: id,
      created,
      modified: created,
    }),
    lazy: { ItemCount: () => webFoldersIn(session.database, path).length },
    onRequest: orderProperties(path),
    links: {
      Files: () => [],
      Folders: () => looseFolders(session, path),
      ListItemAllFields: () => null,
      ParentFolder: () => (above ? looseFolderEntity(session, above) : webFolderEntity(session)),
    },
  };
}

function looseFolders(session: Session, path: string): Entity[] {
  return webFoldersIn(session.database, path).map((loose) => looseFolderEntity(session, loose));
}

/** The types that people are offered in a list, in their order; the unique one only where somebody has set it. */
function typeOrder({ database }: Session, list: List): Readonly<Record<string, () => Value>> {
  const ids = () =>
    listTypes(database, list)
      .filter(({ id, hidden }) => !hidden && !id.startsWith("0x0120"))
      .map(({ id }) => new Complex("SP.ContentTypeId", { StringValue: id }));
  return {
    ContentTypeOrder: ids,
    UniqueContentTypeOrder: () => (list.settings.typeOrder === null ? null : ids()),
  };
}

/** Folders below that of the list have no order of their own. */
function orderProperties(path: string): Readonly<Record<string, () => Value>> {
  return {
    ContentTypeOrder: () => null,
    UniqueContentTypeOrder: () => null,
    ServerRelativePath: () => new Complex("SP.ResourcePath", { DecodedUrl: path }),
  };
}

function foldersIn(session: Session, list: List, path: string): Entity[] {
  return rowsIn(session, list, path, 1).map((row) => folderEntity(session, list, row));
}

export function filesIn(session: Session, list: List, path: string): Entity[] {
  return rowsIn(session, list, path, 0)
    .filter((row) => row["blob"] !== null)
    .map((row) => fileEntity(session, list, asSeen(session, list, row)));
}

export function folderPath(path: string): string {
  return `Web/getFolderByServerRelativePath(decodedurl='${path.replaceAll("'", "''")}')`;
}

interface Folder {
  readonly path: string;
  readonly name: string;
  readonly guid: string;
  readonly created: string;
  readonly modified: string;
  readonly item: () => Linked;
  readonly bag: () => Linked;
  readonly parent: () => Linked;
  /** The order of content types, of the folder that a list itself is. */
  readonly order?: Readonly<Record<string, () => Value>>;
}

function folder(
  session: Session,
  list: List,
  { item, bag, parent, order, ...about }: Folder,
): Entity {
  return {
    type: "SP.Folder",
    path: folderPath(about.path),
    properties: folderProperties(about),
    lazy: { ItemCount: () => countIn(session, list, about.path) },
    onRequest: { ...orderProperties(about.path), ...order },
    links: {
      Files: () => filesIn(session, list, about.path),
      Folders: () => foldersIn(session, list, about.path),
      ListItemAllFields: item,
      ParentFolder: parent,
      Properties: bag,
      StorageMetrics: () => storageMetrics(session, about.path, list),
    },
  };
}

export function folderProperties(
  about: Omit<Folder, "item" | "bag" | "parent" | "order">,
): Readonly<Record<string, Value>> {
  return {
    Exists: true,
    ExistsAllowThrowForPolicyFailures: true,
    IsWOPIEnabled: false,
    Name: about.name,
    ProgID: null,
    ServerRelativeUrl: about.path,
    TimeCreated: about.created,
    TimeLastModified: about.modified,
    UniqueId: about.guid,
    WelcomePage: "",
  };
}

function parentFolder(session: Session, list: List, path: string): Linked {
  if (path.toLowerCase() === list.root.toLowerCase()) return rootFolderEntity(session, list);
  const row = pathRow(session, list, path);
  return row ? folderEntity(session, list, row) : null;
}

/** Every folder knows the list it lies in. */
function inList(bag: Entity, list: List): Entity {
  return { ...bag, properties: { ...bag.properties, ...listName(list) } };
}

const listName = ({ id }: List) => ({ vti_x005f_listname: `{${id.toUpperCase()}}` });

function listBag({ database }: Session, list: List): Entity {
  return {
    type: "SP.PropertyValues",
    path: `${folderPath(list.root)}/Properties`,
    properties: {
      vti_x005f_timecreated: list.created,
      vti_x005f_timelastmodified: listState(database, list).modified,
      ...listName(list),
    },
  };
}

function countIn(session: Session, list: List, path: string): number {
  const { where, parameters } = within(session, list, path);
  const row = session.database.one(
    `SELECT count(*) AS count FROM ${tableOf(list)} AS item WHERE ${where}`,
    ...parameters,
  );
  return row ? number(row, "count") : 0;
}

function rowsIn(session: Session, list: List, path: string, kind: 0 | 1): Row[] {
  const { where, parameters } = within(session, list, path);
  return session.database.all(
    `SELECT ${allColumns(list)} FROM ${tableOf(list)} AS item WHERE ${where} AND item.kind = ? ORDER BY item.leaf`,
    ...parameters,
    kind,
  );
}

/** What lies directly in a folder, as far as the caller may see it. */
function within(session: Session, list: List, path: string) {
  const conditions = trimmed(session, list);
  return {
    where: ["item.dir = ?", ...conditions.map(({ sql }) => sql)].join(" AND "),
    parameters: [path, ...conditions.flatMap(({ parameters }) => parameters)],
  };
}
