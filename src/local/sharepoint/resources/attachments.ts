import { attachmentEntity } from "../entities/attachment-entity.ts";
import { fileMissing, nameExists, refused } from "../errors.ts";
import { deleteBlob, insertBlob, readBlob } from "../files/blobs.ts";
import { checkName } from "../files/check-name.ts";
import type { ApiRequest } from "../http/request.ts";
import {
  attach,
  attachmentFolder,
  attachmentsOf,
  noteAttachments,
  recycleAttachment,
  replaceAttachment,
  type Attachment,
} from "../items/attachments.ts";
import { updateItem } from "../items/write-item.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import { done, type Answer } from "../odata/entity.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import { itemRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { isLibrary, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { entityResource, type Resource } from "./resource.ts";

/** The files attached to one item: to be listed, added, opened by name. */
export function attachmentsResource(
  session: Session,
  list: List,
  row: Row,
  segment: Segment,
): Resource {
  if (hasArguments(segment)) return attachmentNamed(session, list, row, textArgument(segment));
  const adding = (name: string) => (step: Segment) => ({
    post: (request: ApiRequest) => add(session, list, row, textArgument(step, name), request),
  });
  const named = (name: string) => (step: Segment) =>
    attachmentNamed(session, list, row, textArgument(step, name));
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.Attachments",
      entities: attachmentsOf(session.database, row).map((file) =>
        attachmentEntity(list, row, file),
      ),
    }),
    steps: {
      add: adding("filename"),
      addusingpath: adding("decodedurl"),
      getbyfilename: named("filename"),
      getbyfilenameaspath: named("decodedurl"),
    },
  };
}

function attachmentNamed(session: Session, list: List, row: Row, name: string): Resource {
  const lower = name.toLowerCase();
  const file = attachmentsOf(session.database, row).find(
    (candidate) => candidate.name.toLowerCase() === lower,
  );
  if (!file) throw fileMissing(`${attachmentFolder(list, row)}/${name}`);
  const write = (request: ApiRequest) => replace(session, list, row, file, request);
  const removing = (remove: () => void) => () => {
    requireWrite(session, list, row, right.editListItems);
    remove();
    touch(session, list, row);
    return done;
  };
  const recycle = removing(() => void recycleAttachment(session, list, row, file));
  return entityResource(() => attachmentEntity(list, row, file), {
    delete: removing(() => {
      deleteBlob(session.database, file.blob);
      noteAttachments(session.database, list, text(row, "uid"));
    }),
    steps: {
      $value: () => ({
        get: () => {
          session.access.require(number(row, "scope"), right.openItems);
          const content = readBlob(session.database, file.blob);
          return { kind: "bytes", content, contentType: "application/octet-stream" };
        },
        put: write,
        post: write,
      }),
      recycleobject: () => ({ post: recycle, delete: recycle }),
    },
  });
}

function add(session: Session, list: List, row: Row, asked: string, request: ApiRequest): Answer {
  requireWrite(session, list, row, right.editListItems);
  if (isLibrary(list) || !list.settings.enableAttachments)
    throw refused("Attachments have been disabled for this list.");
  const name = checkName(asked);
  const lower = name.toLowerCase();
  if (attachmentsOf(session.database, row).some((file) => file.name.toLowerCase() === lower))
    throw nameExists(name);
  const { id: blob } = insertBlob(session.database, request.body);
  attach(session.database, list, row, { name, blob });
  touch(session, list, row);
  return { kind: "entity", entity: attachmentEntity(list, row, { name, blob }) };
}

function replace(
  session: Session,
  list: List,
  row: Row,
  file: Attachment,
  request: ApiRequest,
): Answer {
  requireWrite(session, list, row, right.editListItems);
  replaceAttachment(session.database, row, file, insertBlob(session.database, request.body).id);
  touch(session, list, row);
  return { kind: "nothing", status: 204 };
}

/** A change of its files is a change of the item, with a version, an editor and a time. */
function touch(session: Session, list: List, row: Row): void {
  const now = itemRow(session, list, number(row, "id")) ?? row;
  updateItem(session, list, { ...now, attached: row["attached"] ?? 0 }, { values: new Map() });
}
