import { randomUUID } from "node:crypto";
import type { Database } from "../store/database.ts";
import { readMeta, writeMeta } from "../store/meta.ts";
import { number, text, type Row } from "../store/row.ts";

/** The root web is number 1 and is kept with the site; all others are subsites. */
export const rootWeb = 1;

/** A subsite, below the root web or below another one. */
export interface WebRecord {
  readonly number: number;
  readonly id: string;
  readonly parent: number;
  /** Server relative. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly template: string;
  readonly language: number;
  readonly created: string;
}

export type NewWeb = Omit<WebRecord, "number" | "id"> & { readonly author: number };

export function insertWeb(database: Database, web: NewWeb): WebRecord {
  const id = randomUUID();
  const inserted = database.run(
    `INSERT INTO webs (id, parent, path, title, description, template, language, author, created)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    web.parent,
    web.path,
    web.title,
    web.description,
    web.template,
    web.language,
    web.author,
    web.created,
  );
  return { ...web, id, number: inserted.id };
}

export function allWebs(database: Database): WebRecord[] {
  return database.all("SELECT * FROM webs ORDER BY path").map(fromRow);
}

export function websBelow(database: Database, parent: number): WebRecord[] {
  return allWebs(database).filter((web) => web.parent === parent);
}

export function webAt(database: Database, path: string): WebRecord | undefined {
  const row = database.one("SELECT * FROM webs WHERE path = ?", path);
  return row === undefined ? undefined : fromRow(row);
}

export function deleteWeb(database: Database, web: number): void {
  database.run("DELETE FROM webs WHERE number = ?", web);
  database.run("DELETE FROM scopes WHERE web = ?", web);
  database.run("DELETE FROM user_actions WHERE web = ?", web);
  database.run("DELETE FROM features WHERE web = ?", web);
  database.run("DELETE FROM nav_nodes WHERE web = ?", web);
  database.run("DELETE FROM web_folders WHERE web = ?", web);
}

export interface WebWords {
  readonly title: string;
  readonly description: string;
}

/** What a web is called and what it says of itself. */
export function webWords(database: Database, web: number): WebWords {
  if (web === rootWeb)
    return {
      title: readMeta(database, "title") ?? "",
      description: readMeta(database, "description") ?? "",
    };
  const row = database.one("SELECT title, description FROM webs WHERE number = ?", web);
  return row
    ? { title: text(row, "title"), description: text(row, "description") }
    : { title: "", description: "" };
}

export function renameWeb(database: Database, web: number, words: Partial<WebWords>): void {
  if (web !== rootWeb) {
    const next = { ...webWords(database, web), ...words };
    database.run(
      "UPDATE webs SET title = ?, description = ? WHERE number = ?",
      next.title,
      next.description,
      web,
    );
    return;
  }
  if (words.title !== undefined) writeMeta(database, "title", words.title);
  if (words.description !== undefined) writeMeta(database, "description", words.description);
}

function fromRow(row: Row): WebRecord {
  return {
    number: number(row, "number"),
    id: text(row, "id"),
    parent: number(row, "parent"),
    path: text(row, "path"),
    title: text(row, "title"),
    description: text(row, "description"),
    template: text(row, "template"),
    language: number(row, "language"),
    created: text(row, "created"),
  };
}
