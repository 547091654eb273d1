import { argumentInvalid } from "../errors.ts";
import { fileEntity } from "../entities/file-entity.ts";
import { appendBlob, blobSize, deleteBlob, insertBlob } from "../files/blobs.ts";
import type { ApiRequest } from "../http/request.ts";
import { firstVersion } from "../items/next-version.ts";
import { deleteItem, updateItem } from "../items/write-item.ts";
import { textArgument, type Segment } from "../odata/address.ts";
import { value, type Answer } from "../odata/entity.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import { pathRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import type { Resource } from "./resource.ts";

/** Uploads in parts: begun, carried on at an offset, finished or given up. */
export function uploadSteps(
  session: Session,
  list: List,
  row: Row,
): NonNullable<Resource["steps"]> {
  const path = `${text(row, "dir")}/${text(row, "leaf")}`;
  const step =
    (work: (id: string, segment: Segment, request: ApiRequest) => Answer) =>
    (segment: Segment): Resource => ({
      post: (request) => {
        requireWrite(session, list, row, right.editListItems);
        return work(textArgument(segment, "uploadid").toLowerCase(), segment, request);
      },
    });
  return {
    startupload: step((id, _segment, request) => start(session, path, id, request.body)),
    continueupload: step((id, segment, request) =>
      offsetAnswer("ContinueUpload", carryOn(session, path, id, segment, request.body)),
    ),
    finishupload: step((id, segment, request) => {
      const size = carryOn(session, path, id, segment, request.body);
      return finish(session, list, row, { path, id, size });
    }),
    cancelupload: step((id) => {
      deleteBlob(session.database, uploading(session, path, id));
      if (isStub(session, list, row)) deleteItem(session, list, row);
      return { kind: "null", name: "CancelUpload" };
    }),
  };
}

/** A file that has never had any bytes: giving its upload up takes it away, by whoever may write it. */
function isStub({ database }: Session, list: List, row: Row): boolean {
  const empty = number(row, "size") === 0 && number(row, "version") === firstVersion(list, 0);
  const path = `${text(row, "dir")}/${text(row, "leaf")}`;
  return empty && !database.one("SELECT 1 FROM uploads WHERE path = ?", path);
}

function start({ database }: Session, path: string, id: string, content: Uint8Array): Answer {
  const blob = insertBlob(database, content);
  database.run(
    "INSERT OR REPLACE INTO uploads (id, path, blob) VALUES (?, ?, ?)",
    id,
    path,
    blob.id,
  );
  return offsetAnswer("StartUpload", blob.size);
}

function carryOn(
  session: Session,
  path: string,
  id: string,
  segment: Segment,
  content: Uint8Array,
): number {
  const blob = uploading(session, path, id);
  const size = blobSize(session.database, blob);
  if (Number(segment.named.get("fileoffset") ?? size) !== size)
    throw argumentInvalid(`The upload stands at ${size} bytes; the offset given is another.`);
  return appendBlob(session.database, blob, content);
}

function finish(
  session: Session,
  list: List,
  row: Row,
  upload: { path: string; id: string; size: number },
): Answer {
  const blob = { id: uploading(session, upload.path, upload.id), size: upload.size };
  session.database.run("DELETE FROM uploads WHERE id = ?", upload.id);
  updateItem(session, list, row, { values: new Map(), blob });
  const written = pathRow(session, list, upload.path) ?? row;
  return { kind: "entity", entity: fileEntity(session, list, written) };
}

function uploading({ database }: Session, path: string, id: string): number {
  const row = database.one("SELECT blob FROM uploads WHERE id = ? AND path = ?", id, path);
  if (!row) throw argumentInvalid("There is no such upload to carry on.");
  return number(row, "blob");
}

function offsetAnswer(name: string, offset: number): Answer {
  return value(name, "Edm.Int64", String(offset));
}
