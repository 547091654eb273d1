import { deleteBlob, insertBlob, readBlob } from "../files/blobs.ts";
import type { Database } from "./database.ts";
import type { List } from "./list.ts";
import { number } from "./row.ts";

/** Where a library keeps the defaults that depend on the folder. */
export const locationDefaultsFile = "client_LocationBasedDefaults.html";

/** A file of a library's Forms folder, which is none of its items. */
export function readFormFile(
  database: Database,
  list: Pick<List, "number">,
  name: string,
): Uint8Array | undefined {
  const row = database.one(
    "SELECT blob FROM form_files WHERE list = ? AND name = ?",
    list.number,
    name,
  );
  return row && readBlob(database, number(row, "blob"));
}

export function writeFormFile(
  database: Database,
  list: Pick<List, "number">,
  name: string,
  content: Uint8Array,
): void {
  deleteFormFile(database, list, name);
  database.run(
    "INSERT INTO form_files (list, name, blob) VALUES (?, ?, ?)",
    list.number,
    name,
    insertBlob(database, content).id,
  );
}

export function deleteFormFile(database: Database, list: Pick<List, "number">, name: string): void {
  const row = database.one(
    "SELECT blob FROM form_files WHERE list = ? AND name = ?",
    list.number,
    name,
  );
  if (row) deleteBlob(database, number(row, "blob"));
}
