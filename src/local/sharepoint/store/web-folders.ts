import { randomUUID } from "node:crypto";
import type { Database } from "./database.ts";
import { number, text, type Row } from "./row.ts";

/** A folder right in a web, or in another such folder: it belongs to no list, and holds no files here. */
export interface WebFolder {
  readonly path: string;
  readonly web: number;
  readonly id: string;
  readonly created: string;
}

export function webFolderAt(database: Database, path: string): WebFolder | undefined {
  const row = database.one("SELECT * FROM web_folders WHERE path = ?", path);
  return row && fromRow(row);
}

/** The folders directly in a place, by name. */
export function webFoldersIn(database: Database, parent: string): WebFolder[] {
  return database
    .all(
      "SELECT * FROM web_folders WHERE path > ?1 || '/' AND path < ?1 || '0' ORDER BY path",
      parent,
    )
    .map(fromRow)
    .filter(({ path }) => path.lastIndexOf("/") === parent.length);
}

export function insertWebFolder(database: Database, folder: Omit<WebFolder, "id">): WebFolder {
  const made = { ...folder, id: randomUUID() };
  database.run(
    "INSERT INTO web_folders (path, web, id, created) VALUES (?, ?, ?, ?)",
    made.path,
    made.web,
    made.id,
    made.created,
  );
  return made;
}

/** Takes a folder away with those in it. */
export function deleteWebFolder(database: Database, { path }: WebFolder): void {
  database.run(
    "DELETE FROM web_folders WHERE path = ?1 OR (path > ?1 || '/' AND path < ?1 || '0')",
    path,
  );
}

function fromRow(row: Row): WebFolder {
  return {
    path: text(row, "path"),
    web: number(row, "web"),
    id: text(row, "id"),
    created: text(row, "created"),
  };
}
