import type { Database } from "../store/database.ts";
import { bytes, number } from "../store/row.ts";

const partSize = 1_048_576;

/** Keeps the bytes of a file; answers where. */
export function insertBlob(database: Database, content: Uint8Array): { id: number; size: number } {
  const { id } = database.run("INSERT INTO blobs (size) VALUES (0)");
  return { id, size: appendBlob(database, id, content) };
}

/** Adds bytes at the end; answers the size they make. */
export function appendBlob(database: Database, id: number, content: Uint8Array): number {
  const row = database.one(
    "SELECT ifnull(max(part) + 1, 0) AS next FROM blob_parts WHERE blob = ?",
    id,
  );
  let part = row ? number(row, "next") : 0;
  for (let from = 0; from < content.length; from += partSize)
    database.run(
      "INSERT INTO blob_parts (blob, part, content) VALUES (?, ?, ?)",
      id,
      part++,
      content.subarray(from, from + partSize),
    );
  database.run("UPDATE blobs SET size = size + ? WHERE id = ?", content.length, id);
  return blobSize(database, id);
}

export function blobSize(database: Database, id: number): number {
  const row = database.one("SELECT size FROM blobs WHERE id = ?", id);
  return row ? number(row, "size") : 0;
}

export function readBlob(database: Database, id: number): Uint8Array {
  const parts = database.all("SELECT content FROM blob_parts WHERE blob = ? ORDER BY part", id);
  return Buffer.concat(parts.map((row) => bytes(row, "content")));
}

export function deleteBlob(database: Database, id: number): void {
  database.run("DELETE FROM blobs WHERE id = ?", id);
}

/** Keeps the same bytes once more, so that each copy can go its own way. */
export function copyBlob(database: Database, id: number): { id: number; size: number } {
  const size = blobSize(database, id);
  const copy = database.run("INSERT INTO blobs (size) VALUES (?)", size).id;
  database.run(
    "INSERT INTO blob_parts (blob, part, content) SELECT ?, part, content FROM blob_parts WHERE blob = ?",
    copy,
    id,
  );
  return { id: copy, size };
}
