import { tableOf, type List } from "../store/list.ts";
import type { Database } from "../store/database.ts";
import { deleteBlob } from "./blobs.ts";

/** Lets bytes go that neither the file, nor a version of it, nor its checked-in state refers to any more. */
export function dropUnused(
  database: Database,
  list: Pick<List, "number">,
  item: number,
  blobs: readonly unknown[],
): void {
  const distinct = new Set(blobs.filter((blob) => typeof blob === "number"));
  for (const blob of distinct) {
    const used = database.one(
      `SELECT 1 FROM ${tableOf(list)} WHERE id = ?1 AND blob = ?2
       UNION ALL SELECT 1 FROM versions WHERE list = ?3 AND item = ?1 AND json_extract(content, '$.blob') = ?2
       UNION ALL SELECT 1 FROM checkouts WHERE list = ?3 AND item = ?1 AND json_extract(before, '$.blob') = ?2`,
      item,
      blob,
      list.number,
    );
    if (!used) deleteBlob(database, blob);
  }
}

/** The bytes that the earlier versions of an item refer to. */
export function versionBlobs(database: Database, list: List, item: number): unknown[] {
  return database
    .all(
      "SELECT json_extract(content, '$.blob') AS blob FROM versions WHERE list = ? AND item = ?",
      list.number,
      item,
    )
    .map((row) => row["blob"]);
}
