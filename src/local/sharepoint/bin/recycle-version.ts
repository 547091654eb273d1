import { randomUUID } from "node:crypto";
import { itemMissing, nameExists } from "../errors.ts";
import type { FileVersion } from "../files/file-versions.ts";
import { dropUnused } from "../files/unused-blobs.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import { itemRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import type { Database } from "../store/database.ts";
import type { List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { binContent, type BinEntry } from "./bin-entry.ts";
import { readKept } from "./kept.ts";

/** Moves an earlier version of a file to the recycle bin; its bytes stay. */
export function recycleVersion(session: Session, list: List, row: Row, old: FileVersion): void {
  const { database, now, caller, site } = session;
  const version = database.one(
    "DELETE FROM versions WHERE list = ? AND item = ? AND version = ? RETURNING version, content",
    list.number,
    number(row, "id"),
    old.version,
  );
  if (!version) throw itemMissing();
  const kept = [
    {
      row: { id: number(row, "id"), uid: text(row, "uid") },
      versions: [{ version: old.version, content: text(version, "content") }],
    },
  ];
  database.run(
    `INSERT INTO recycled (id, kind, title, list, item, at, by, content, web, dir, leaf, author, size)
     VALUES (?, 'version', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    randomUUID(),
    `${text(row, "leaf")} (${old.label})`,
    list.number,
    number(row, "id"),
    now,
    caller.id,
    JSON.stringify(kept),
    site.web,
    text(row, "dir"),
    text(row, "leaf"),
    old.editor,
    old.size,
  );
}

/** Brings a version back to its file. Throws 404 where the file is gone, 400 where it has such a version by now. */
export function restoreVersionFromBin(session: Session, entry: BinEntry): void {
  const { database, catalogue } = session;
  const list = catalogue.all().find(({ number: own }) => own === entry.list);
  const row = list && itemRow(session, list, entry.item ?? 0);
  if (!list || !row) throw itemMissing();
  requireWrite(session, list, row, right.editListItems);
  for (const { versions } of readKept(binContent(database, entry)))
    for (const { version, content } of versions) {
      const { changes } = database.run(
        "INSERT OR IGNORE INTO versions (list, item, version, content) VALUES (?, ?, ?, ?)",
        list.number,
        number(row, "id"),
        version,
        content,
      );
      if (changes === 0) throw nameExists(entry.title);
    }
}

/** Lets the bytes of recycled versions go, unless the file or another version still holds them. */
export function purgeVersions(database: Database, entry: BinEntry, blobs: readonly number[]): void {
  const { list, item } = entry;
  const isThere = database.one("SELECT 1 FROM lists WHERE number = ?", list);
  if (list !== null && item !== null && isThere)
    dropUnused(database, { number: list }, item, blobs);
}
