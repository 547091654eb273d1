import { randomUUID } from "node:crypto";
import { itemMissing, nameExists } from "../errors.ts";
import { deleteBlob } from "../files/blobs.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import type { Database } from "../store/database.ts";
import { tableOf, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";

export interface Attachment {
  readonly name: string;
  /** Where its bytes are. */
  readonly blob: number;
}

/** The files attached to an item, by name. */
export function attachmentsOf(database: Database, item: Row): Attachment[] {
  return database
    .all("SELECT name, blob FROM attachments WHERE item = ? ORDER BY name", text(item, "uid"))
    .map((row) => ({ name: text(row, "name"), blob: number(row, "blob") }));
}

export function attachmentFolder(list: List, item: Row): string {
  return `${list.root}/Attachments/${number(item, "id")}`;
}

export function attach(database: Database, list: List, item: Row, file: Attachment): void {
  database.run(
    "INSERT INTO attachments (item, name, list, blob) VALUES (?, ?, ?, ?)",
    text(item, "uid"),
    file.name,
    list.number,
    file.blob,
  );
  noteAttachments(database, list, text(item, "uid"));
}

/** Keeps with the item whether it has any, so that a page of items need not look for each. */
export function noteAttachments(database: Database, list: List, uid: string): void {
  database.run(
    `UPDATE ${tableOf(list)} SET attached = EXISTS (SELECT 1 FROM attachments WHERE attachments.item = ?1) WHERE uid = ?1`,
    uid,
  );
}

/** Puts other bytes in the place of those it had. */
export function replaceAttachment(
  database: Database,
  item: Row,
  file: Attachment,
  blob: number,
): void {
  database.run(
    "UPDATE attachments SET blob = ? WHERE item = ? AND name = ?",
    blob,
    text(item, "uid"),
    file.name,
  );
  deleteBlob(database, file.blob);
}

/** Takes away all files of an item that is itself gone for good. */
export function deleteAttachments(database: Database, uid: string): void {
  database.run("DELETE FROM blobs WHERE id IN (SELECT blob FROM attachments WHERE item = ?)", uid);
}

/** Moves one file to the recycle bin; answers the id it has there. */
export function recycleAttachment(
  { database, site, now, caller }: Session,
  list: List,
  item: Row,
  file: Attachment,
): string {
  const id = randomUUID();
  database.run(
    `INSERT INTO recycled (id, kind, title, list, item, at, by, content, web, dir, leaf, author)
     VALUES (?, 'attachment', ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?)`,
    id,
    file.name,
    list.number,
    number(item, "id"),
    now,
    caller.id,
    site.web,
    attachmentFolder(list, item),
    file.name,
    number(item, "author"),
  );
  database.run(
    "UPDATE attachments SET item = ? WHERE item = ? AND name = ?",
    recycledKey(id),
    text(item, "uid"),
    file.name,
  );
  noteAttachments(database, list, text(item, "uid"));
  return id;
}

/** Brings a file back to its item. Throws 404 where the item is gone, 400 where the name is taken by now. */
export function restoreAttachment(
  session: Session,
  entry: {
    readonly id: string;
    readonly leaf: string;
    readonly list: number | null;
    readonly dir: string;
  },
): void {
  const { database, catalogue, access } = session;
  const list = catalogue.all().find((candidate) => candidate.number === entry.list);
  const id = Number(entry.dir.slice(entry.dir.lastIndexOf("/") + 1));
  const item = list && database.one(`SELECT uid, scope FROM ${tableOf(list)} WHERE id = ?`, id);
  if (!item) throw itemMissing();
  access.require(number(item, "scope"), right.editListItems);
  if (
    attachmentsOf(database, item).some(
      ({ name }) => name.toLowerCase() === entry.leaf.toLowerCase(),
    )
  )
    throw nameExists(entry.leaf);
  database.run(
    "UPDATE attachments SET item = ? WHERE item = ?",
    text(item, "uid"),
    recycledKey(entry.id),
  );
  noteAttachments(database, list, text(item, "uid"));
}

/** Whose a file is while it lies in the recycle bin. */
export const recycledKey = (entry: string) => `recycled ${entry}`;
