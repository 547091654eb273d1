import { argumentInvalid, fileMissing, folderMissing, nameExists, refused } from "../errors.ts";
import { fileEntity } from "../entities/file-entity.ts";
import { filesIn } from "../entities/folder-entity.ts";
import { insertBlob, readBlob } from "../files/blobs.ts";
import { checkName, checkPath } from "../files/check-name.ts";
import { asSeen } from "../files/checked-out.ts";
import { freeName, isTaken } from "../files/free-name.ts";
import type { ApiRequest } from "../http/request.ts";
import { recycleItem } from "../items/recycle-item.ts";
import { deleteItem, insertItem, updateItem } from "../items/write-item.ts";
import { flagArgument, hasArguments, textArgument, type Segment } from "../odata/address.ts";
import { done, value, type Answer } from "../odata/entity.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import { scopeOfFolder } from "../permissions/securable.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import { pathRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { isLibrary, type List } from "../store/list.ts";
import { number, numberOrNull, type Row } from "../store/row.ts";
import { bytesAnswer } from "./bytes-answer.ts";
import { existingFolder } from "./existing-folder.ts";
import { fileSteps } from "./file-steps.ts";
import { formFileResource } from "./forms-folder.ts";
import { itemResource } from "./items.ts";
import { matchEtag } from "./match-etag.ts";
import { entityResource, type Resource } from "./resource.ts";
import { uploadSteps } from "./upload.ts";
import { webPartManager } from "./web-part-manager.ts";

/** The file at a server-relative path. Throws 404 where there is none to be seen. */
export function fileAtPath(session: Session, path: string): Resource {
  const list = session.catalogue.byPath(path);
  const visible = list && mayViewList(session, list) ? list : undefined;
  const form = visible && formFileResource(session, visible, path);
  if (form) return form;
  const row = visible && pathRow(session, visible, path);
  if (!list || !row || row["blob"] === null) throw fileMissing(path);
  return fileResource(session, list, asSeen(session, list, row));
}

/** The files of one folder: to be listed, opened by name, or added to. */
export function filesResource(
  session: Session,
  list: List,
  folder: string,
  segment: Segment,
): Resource {
  if (hasArguments(segment)) return fileAtPath(session, `${folder}/${textArgument(segment)}`);
  const adding = (name: string) => (step: Segment) => ({
    post: (request: ApiRequest) =>
      addFile(session, list, folder, nameFor(session, list, folder, step, name), {
        overwrite: flagArgument(step, "overwrite"),
        content: request.body,
      }),
  });
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.Files",
      entities: filesIn(session, list, folder),
    }),
    steps: {
      addusingpath: adding("decodedurl"),
      addstubusingpath: (step) =>
        stubResource(session, list, folder, textArgument(step, "decodedurl")),
      add: adding("url"),
      addstub: (step) => stubResource(session, list, folder, textArgument(step, "urloffile")),
      getbypathoraddstub: (step) =>
        knownOrStub(session, list, folder, textArgument(step, "decodedurl")),
      getbyurloraddstub: (step) =>
        knownOrStub(session, list, folder, textArgument(step, "urloffile")),
      addtemplatefile: (step) => ({ post: () => addTemplateFile(session, step) }),
      getbyurl: (step) => fileAtPath(session, `${folder}/${textArgument(step)}`),
    },
  };
}

/** An empty file made so that an upload in parts can begin in the same call; giving that up takes the file away again. */
function stubResource(session: Session, list: List, folder: string, name: string): Resource {
  const add = () => addFile(session, list, folder, name, { overwrite: false, content: noBytes });
  return {
    post: add,
    steps: {
      startupload: (step) => ({
        post(request) {
          add();
          const started = fileAtPath(session, `${folder}/${name}`).steps?.["startupload"]?.(step);
          if (!started?.post) throw fileMissing(name);
          return started.post(request);
        },
      }),
    },
  };
}

/** The file of that name; where there is none, an empty one is made once something is posted to it. */
function knownOrStub(session: Session, list: List, folder: string, name: string): Resource {
  return pathRow(session, list, `${folder}/${name}`)
    ? fileAtPath(session, `${folder}/${name}`)
    : stubResource(session, list, folder, name);
}

const noBytes = new Uint8Array();

/** `AddTemplateFile(urlOfFile, templateFileType)`: a fresh page, wherever its path lies in this web. */
function addTemplateFile(session: Session, step: Segment): Answer {
  const type = Number(step.named.get("templatefiletype"));
  const content = pageTemplates[type];
  if (content === undefined) throw argumentInvalid("templateFileType is 0 to 3.");
  const asked = textArgument(step, "urloffile");
  const path = asked.startsWith("/") ? asked : `${session.site.path}/${asked}`;
  const folder = path.slice(0, path.lastIndexOf("/"));
  const list = session.catalogue.byPath(folder);
  if (!list || !mayViewList(session, list)) throw folderMissing();
  return addFile(
    session,
    list,
    existingFolder(session, list, folder),
    path.slice(folder.length + 1),
    {
      overwrite: false,
      content: new TextEncoder().encode(content),
    },
  );
}

const page = (inherits: string) => `<%@ Page Language="C#" Inherits="${inherits}" %>\n`;

/** SP.TemplateFileType: standard page, wiki page, form page, client-side page. */
const pageTemplates: Readonly<Record<number, string>> = {
  0: page("Microsoft.SharePoint.WebPartPages.WebPartPage"),
  1: page("Microsoft.SharePoint.WebPartPages.WikiEditPage"),
  2: page("Microsoft.SharePoint.WebPartPages.WebPartPage"),
  3: page("Microsoft.SharePoint.WebPartPages.WebPartPage"),
};

/** The name asked for, or the next free one where that was wished. */
function nameFor(session: Session, list: List, folder: string, step: Segment, name: string) {
  const asked = textArgument(step, name);
  const unique = flagArgument(step, "ensureuniquefilename");
  return unique && isTaken(session, list, folder, asked)
    ? freeName(session, list, folder, asked)
    : asked;
}

function fileResource(session: Session, list: List, row: Row): Resource {
  const blob = numberOrNull(row, "blob") ?? 0;
  const scope = number(row, "scope");
  const mayDelete = (request: ApiRequest) => {
    requireWrite(session, list, row, right.deleteListItems);
    matchEtag(row, request);
  };
  const read = (request: ApiRequest) => {
    session.access.require(scope, right.openItems);
    return bytesAnswer(readBlob(session.database, blob), request);
  };
  return entityResource(() => fileEntity(session, list, row), {
    delete: (request) => {
      mayDelete(request);
      deleteItem(session, list, row);
      return done;
    },
    steps: {
      $value: () => ({
        get: read,
        put: (request) => replace(session, list, row, request),
        post: (request) => replace(session, list, row, request),
      }),
      savebinarystream: () => ({ post: (request) => replace(session, list, row, request) }),
      openbinarystream: () => ({ get: read }),
      openbinarystreamwithoptions: () => ({ get: read }),
      listitemallfields: () => itemResource(session, list, number(row, "id"), { file: fileAtPath }),
      recycle: () => ({
        post: (request) => {
          mayDelete(request);
          return value("Recycle", "Edm.Guid", recycleItem(session, list, row));
        },
      }),
      getlimitedwebpartmanager: (segment) => webPartManager(session, row, segment),
      ...uploadSteps(session, list, row),
      ...fileSteps(session, list, row),
    },
  });
}

function replace(session: Session, list: List, row: Row, request: ApiRequest): Answer {
  requireWrite(session, list, row, right.editListItems);
  matchEtag(row, request);
  const blob = insertBlob(session.database, request.body);
  updateItem(session, list, row, { values: new Map(), blob });
  return { kind: "nothing", status: 204 };
}

function addFile(
  session: Session,
  list: List,
  folder: string,
  asked: string,
  { overwrite, content }: { overwrite: boolean; content: Uint8Array },
): Answer {
  if (!isLibrary(list)) throw refused("Files are kept in document libraries only.");
  const name = checkName(asked.slice(asked.lastIndexOf("/") + 1));
  if (asked.includes("/") && asked.toLowerCase() !== `${folder}/${name}`.toLowerCase())
    throw folderMissing();
  const path = checkPath(`${folder}/${name}`);
  const known = pathRow(session, list, path);
  if (known && (!overwrite || number(known, "kind") === 1)) throw nameExists(name);
  if (known) requireWrite(session, list, known, right.editListItems);
  else session.access.require(scopeOfFolder(session, list, folder), right.addListItems);
  const blob = insertBlob(session.database, content);
  if (known) updateItem(session, list, known, { values: new Map(), blob });
  else insertItem(session, list, { values: new Map(), folder, kind: 0, leaf: name, blob });
  const row = pathRow(session, list, path);
  if (!row) throw fileMissing(path);
  return { kind: "entity", entity: fileEntity(session, list, row) };
}
