import { z } from "zod";
import { argumentInvalid, folderMissing, notImplemented } from "../errors.ts";
import {
  folderEntity,
  looseFolderEntity,
  rootFolderEntity,
  webFolderEntity,
} from "../entities/folder-entity.ts";
import { isListsFolder, listsFolderEntity } from "../entities/lists-folder-entity.ts";
import { requireThroughout } from "../files/rights-below.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { recycleItem } from "../items/recycle-item.ts";
import { deleteItem, updateItem } from "../items/write-item.ts";
import { hasArguments, textArgument } from "../odata/address.ts";
import { done, value, type Answer, type Entity } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import { pathRow } from "../query/item-query.ts";
import { structureChanged, type Session } from "../session.ts";
import { listTypes } from "../store/content-types.ts";
import { updateList } from "../store/list-store.ts";
import { fieldByName, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { deleteWebFolder, webFolderAt, type WebFolder } from "../store/web-folders.ts";
import { changeWebSettings } from "../webs/web-settings.ts";
import { addByBody, addByPath, below, subFolderSteps } from "./add-folder.ts";
import { filesResource } from "./file.ts";
import { deletionSteps } from "./file-steps.ts";
import { formsFolderResource, isFormsFolder } from "./forms-folder.ts";
import { itemResource } from "./items.ts";
import { relocationSteps } from "./relocation.ts";
import { entityResource, type Resource } from "./resource.ts";

/** The folder at a server-relative path: the web's own, a list's, or one inside a list. */
export function folderAtPath(session: Session, path: string): Resource {
  if (path.toLowerCase() === session.site.path.toLowerCase()) return webFolderResource(session);
  if (isListsFolder(session, path)) return entityResource(() => listsFolderEntity(session));
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
  const { path } = session.site;
  return entityResource(() => webFolderEntity(session), {
    merge: (request) => {
      session.access.require(session.site.scope, right.manageWeb);
      const change = parseBody(z.strictObject({ WelcomePage: z.string().max(400) }), request);
      changeWebSettings(session.database, session.site.web, change);
      return { kind: "nothing", status: 204 };
    },
    steps: {
      ...foldersStep(session, path, () => webFolderEntity(session)),
      ...subFolderSteps(session, path),
    },
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
        post: (request) => addByBody(session, request),
        steps: {
          addusingpath: (step) => addByPath(session, step, path, "decodedurl"),
          add: (step) => addByPath(session, step, path, "url"),
          addwithoverwrite: (step) => addByPath(session, step, path, "url"),
          getbyurl: (step) => folderAtPath(session, below(path, textArgument(step, "url"))),
          getbypath: (step) => folderAtPath(session, below(path, textArgument(step, "decodedurl"))),
        },
      };
    },
  };
}

export function listFolderResource(session: Session, list: List): Resource {
  return entityResource(() => rootFolderEntity(session, list), {
    merge: (request) => changeListFolder(session, list, request),
    steps: {
      ...insideSteps(session, list, list.root),
      listitemallfields: () => ({ get: () => ({ kind: "null", name: "ListItemAllFields" }) }),
      parentfolder: () => webFolderResource(session),
    },
  });
}

const listFolderChange = z.strictObject({
  Name: z.string().min(1).optional(),
  UniqueContentTypeOrder: z
    .array(z.object({ StringValue: z.string() }))
    .nullable()
    .optional(),
  WelcomePage: z.literal("").optional(),
});

/** The order of a list's content types can be changed here, the name of its folder cannot. */
function changeListFolder(session: Session, list: List, request: ApiRequest): Answer {
  session.access.require(list.scope, right.manageLists);
  const { Name: name, UniqueContentTypeOrder: order } = parseBody(listFolderChange, request);
  const leaf = list.root.slice(list.root.lastIndexOf("/") + 1);
  if (name !== undefined && name !== leaf)
    throw notImplemented("MERGE", `the name of the root folder ${list.root}`);
  if (order !== undefined)
    orderTypes(
      session,
      list,
      order?.map((each) => each.StringValue),
    );
  return { kind: "nothing", status: 204 };
}

/** Puts some of a list's types first; without any they stand as they came. Throws 400 for types it has not. */
function orderTypes(session: Session, list: List, wanted: readonly string[] | undefined): void {
  const types = listTypes(session.database, list);
  const typeOrder = wanted?.map((id) => {
    const type = types.find((each) => each.id.toLowerCase() === id.toLowerCase());
    if (!type) throw argumentInvalid(`The list has no content type ${id}.`);
    return type.id;
  });
  updateList(session.database, list, { settings: { typeOrder: typeOrder ?? null } });
  structureChanged(session);
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

const folderChange = z.strictObject({
  Name: z.string().min(1).optional(),
  WelcomePage: z.literal("").optional(),
});

/** A folder's name can be changed here; nothing else of it can be. */
function changeFolder(session: Session, list: List, row: Row, request: ApiRequest): Answer {
  session.access.require(number(row, "scope"), right.editListItems);
  const { Name: name } = parseBody(folderChange, request);
  const field = fieldByName(list, "FileLeafRef");
  if (field && name !== undefined)
    updateItem(session, list, row, { values: new Map([[field, name]]) });
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
    ...subFolderSteps(session, path),
  };
}
