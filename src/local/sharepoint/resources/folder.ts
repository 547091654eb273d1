import { z } from "zod";
import { folderMissing, nameExists, notImplemented } from "../errors.ts";
import {
  folderEntity,
  looseFolderEntity,
  rootFolderEntity,
  webFolderEntity,
} from "../entities/folder-entity.ts";
import { checkName, checkPath } from "../files/check-name.ts";
import { requireThroughout } from "../files/rights-below.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { recycleItem } from "../items/recycle-item.ts";
import { deleteItem, insertItem, updateItem } from "../items/write-item.ts";
import { flagArgument, hasArguments, textArgument, type Segment } from "../odata/address.ts";
import { done, value, type Answer, type Entity } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import { scopeOfFolder } from "../permissions/securable.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import { pathRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { fieldByName, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import {
  deleteWebFolder,
  insertWebFolder,
  webFolderAt,
  type WebFolder,
} from "../store/web-folders.ts";
import { rootOf } from "../webs/web-book.ts";
import { changeWebSettings } from "../webs/web-settings.ts";
import { existingFolder } from "./existing-folder.ts";
import { filesResource } from "./file.ts";
import { deletionSteps } from "./file-steps.ts";
import { formsFolderResource, isFormsFolder } from "./forms-folder.ts";
import { itemResource } from "./items.ts";
import { relocationSteps } from "./relocation.ts";
import { entityResource, type Resource } from "./resource.ts";

/** The folder at a server-relative path: the web's own, a list's, or one inside a list. */
export function folderAtPath(session: Session, path: string): Resource {
  if (path.toLowerCase() === session.site.path.toLowerCase()) return webFolderResource(session);
  const loose = webFolderAt(session.database, path);
  if (loose) return looseFolderResource(session, loose);
  const list = session.catalogue.byPath(path);
  if (!list || !mayViewList(session, list)) throw folderMissing();
  if (path.toLowerCase() === list.root.toLowerCase()) return listFolderResource(session, list);
  if (isFormsFolder(list, path)) return formsFolderResource(session, list);
  const row = pathRow(session, list, path);
  if (!row || number(row, "kind") !== 1) throw folderMissing();
  return folderResource(session, list, row);
}

export function webFolderResource(session: Session): Resource {
  return entityResource(() => webFolderEntity(session), {
    merge: (request) => {
      session.access.require(session.site.scope, right.manageWeb);
      const change = parseBody(z.strictObject({ WelcomePage: z.string().max(400) }), request);
      changeWebSettings(session.database, session.site.web, change);
      return { kind: "nothing", status: 204 };
    },
    steps: foldersStep(session, session.site.path, () => webFolderEntity(session)),
  });
}

/** A folder of no list: it can hold folders, and be deleted with them. */
function looseFolderResource(session: Session, loose: WebFolder): Resource {
  const entity = () => looseFolderEntity(session, loose);
  return entityResource(entity, {
    delete: () => {
      session.access.require(session.site.scope, right.manageLists);
      deleteWebFolder(session.database, loose);
      return done;
    },
    steps: {
      ...foldersStep(session, loose.path, entity),
      parentfolder: () => folderAtPath(session, loose.path.slice(0, loose.path.lastIndexOf("/"))),
    },
  });
}

function foldersStep(
  session: Session,
  path: string,
  entity: () => Entity,
): NonNullable<Resource["steps"]> {
  return {
    folders: (segment) => {
      if (hasArguments(segment)) return folderAtPath(session, below(path, textArgument(segment)));
      const folders = entity().links?.["Folders"]?.();
      return {
        get: () => ({
          kind: "collection",
          set: "SP.ApiData.Folders",
          entities: Array.isArray(folders) ? folders : [],
        }),
        steps: {
          addusingpath: (step) => addByPath(session, step, path),
          add: (step) => addByPath(session, step, path),
          getbyurl: (step) => folderAtPath(session, below(path, textArgument(step))),
        },
      };
    },
  };
}

const below = (path: string, asked: string) => (asked.startsWith("/") ? asked : `${path}/${asked}`);

export function listFolderResource(session: Session, list: List): Resource {
  return entityResource(() => rootFolderEntity(session, list), {
    merge: (request) => {
      session.access.require(list.scope, right.manageLists);
      const { Name: name } = parseBody(z.strictObject({ Name: z.string().min(1) }), request);
      const leaf = list.root.slice(list.root.lastIndexOf("/") + 1);
      if (name !== leaf) throw notImplemented("MERGE", `the name of the root folder ${list.root}`);
      return { kind: "nothing", status: 204 };
    },
    steps: {
      ...insideSteps(session, list, list.root),
      listitemallfields: () => ({ get: () => ({ kind: "null", name: "ListItemAllFields" }) }),
      parentfolder: () => webFolderResource(session),
    },
  });
}

function folderResource(session: Session, list: List, row: Row): Resource {
  const path = `${text(row, "dir")}/${text(row, "leaf")}`;
  const mayDelete = () => requireThroughout(session, list, row, right.deleteListItems);
  return entityResource(() => folderEntity(session, list, row), {
    delete: () => {
      mayDelete();
      deleteItem(session, list, row);
      return done;
    },
    merge: (request) => changeFolder(session, list, row, request),
    steps: {
      ...insideSteps(session, list, path),
      ...deletionSteps(session, list, row),
      ...relocationSteps(() => ({ session, list, row })),
      listitemallfields: () =>
        itemResource(session, list, number(row, "id"), { folder: folderAtPath }),
      parentfolder: () => folderAtPath(session, text(row, "dir")),
      recycle: () => ({
        post: () => {
          mayDelete();
          return value("Recycle", "Edm.Guid", recycleItem(session, list, row));
        },
      }),
    },
  });
}

/** A folder's name can be changed here; nothing else of it can be. */
function changeFolder(session: Session, list: List, row: Row, request: ApiRequest): Answer {
  session.access.require(number(row, "scope"), right.editListItems);
  const { Name: name } = parseBody(z.strictObject({ Name: z.string().min(1) }), request);
  const field = fieldByName(list, "FileLeafRef");
  if (field) updateItem(session, list, row, { values: new Map([[field, name]]) });
  return { kind: "nothing", status: 204 };
}

function insideSteps(session: Session, list: List, path: string): NonNullable<Resource["steps"]> {
  const entity = () => {
    const found = folderAtPath(session, path).entity?.();
    if (!found) throw folderMissing();
    return found;
  };
  return {
    ...foldersStep(session, path, entity),
    files: (segment) => filesResource(session, list, path, segment),
    addsubfolderusingpath: () => ({
      post: (request) => {
        const schema = z.object({ leafPath: z.object({ DecodedUrl: z.string() }) });
        addFolder(session, `${path}/${parseBody(schema, request).leafPath.DecodedUrl}`, false);
        return { kind: "null", name: "AddSubFolderUsingPath" };
      },
    }),
  };
}

function addByPath(session: Session, segment: Segment, parent: string): Resource {
  return {
    post: () => {
      const asked = textArgument(segment, "decodedurl").replace(/\/+$/, "");
      const path = asked.startsWith("/") ? asked : `${parent}/${asked}`;
      return addFolder(session, path, flagArgument(segment, "overwrite"));
    },
  };
}

/** Makes one folder; its parents must be there. An existing one is answered where overwriting is allowed. */
function addFolder(session: Session, path: string, overwrite: boolean): Answer {
  const slash = path.lastIndexOf("/");
  const [parent, name] = [path.slice(0, slash), checkName(path.slice(slash + 1))];
  const list = session.catalogue.byPath(parent);
  if (!list) return addLooseFolder(session, parent, name, overwrite);
  if (!mayViewList(session, list)) throw folderMissing();
  const inside = existingFolder(session, list, checkPath(parent));
  session.access.require(scopeOfFolder(session, list, inside), right.addListItems);
  const known = pathRow(session, list, path);
  if (known && !overwrite && number(known, "kind") !== 1) throw nameExists(name);
  if (!known) insertFolder(session, list, inside, name);
  const row = pathRow(session, list, path);
  if (!row) throw folderMissing();
  return {
    kind: "entity",
    entity: folderEntity(session, list, row),
    ...(known ? {} : { status: 201 as const }),
  };
}

/** Makes a folder in the web itself, or in another such folder. */
function addLooseFolder(
  session: Session,
  parent: string,
  name: string,
  overwrite: boolean,
): Answer {
  const { database, site, now } = session;
  const above = webFolderAt(database, parent)?.path ?? webPath(session, parent);
  session.access.require(site.scope, right.manageLists);
  const path = checkPath(`${above}/${name}`);
  const known = webFolderAt(database, path);
  if (isTaken(session, path) || (known && !overwrite && known.path !== path))
    throw nameExists(name);
  const loose = known ?? insertWebFolder(database, { path, web: site.web, created: now });
  return {
    kind: "entity",
    entity: looseFolderEntity(session, loose),
    ...(known ? {} : { status: 201 as const }),
  };
}

/** The web's own path, as it is kept. Throws 404 for any other. */
function webPath({ site }: Session, path: string): string {
  if (path.toLowerCase() === site.path.toLowerCase()) return site.path;
  throw folderMissing();
}

function isTaken(session: Session, path: string): boolean {
  const { catalogue, site } = session;
  return (catalogue.byPath(path) ?? site.webs.at(rootOf(session), path)) !== undefined;
}

function insertFolder(session: Session, list: List, folder: string, name: string): void {
  const title = fieldByName(list, "Title");
  const values = new Map(title ? [[title, name]] : []);
  insertItem(session, list, { values, folder, kind: 1, leaf: name });
}
