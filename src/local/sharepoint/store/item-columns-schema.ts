import type { DatabaseSync } from "node:sqlite";
import { builtInFields } from "../fields/built-in-fields.ts";

const tables = `
ALTER TABLE webs ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
ALTER TABLE scopes ADD COLUMN web INTEGER;
ALTER TABLE comments ADD COLUMN mentions TEXT NOT NULL DEFAULT '[]';

CREATE TABLE user_actions (
  id TEXT PRIMARY KEY,
  web INTEGER NOT NULL,
  list INTEGER REFERENCES lists ON DELETE CASCADE,
  settings TEXT NOT NULL
) STRICT;

CREATE TABLE ratings (
  item TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES principals ON DELETE CASCADE,
  rating REAL NOT NULL,
  PRIMARY KEY (item, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE web_folders (
  path TEXT PRIMARY KEY COLLATE NOCASE,
  web INTEGER NOT NULL,
  id TEXT NOT NULL,
  created TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** Built-in columns that lists of older files do not have yet. */
const added = new Set([
  "_ModerationStatus",
  "_ModerationComments",
  "_CheckinComment",
  "EncodedAbsUrl",
  "File_x0020_Type",
  "Order",
]);

/**
 * Webs with settings and permissions of their own; and what a page of items is read with moves into the items'
 * own tables: their type, whether they have attachments, their approval and the comment they were checked in with.
 */
export function addItemColumns(connection: DatabaseSync): void {
  connection.exec(tables);
  const lists = connection.prepare("SELECT number, template FROM lists").all();
  for (const { number, template } of lists) {
    const list = Number(number);
    const present = connection
      .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
      .get(`items_${list}`);
    if (present) widen(connection, `items_${list}`);
    addFields(connection, list, Number(template));
  }
  connection.exec(
    "UPDATE fields SET stored_in = 'attached' WHERE built_in = 1 AND name = 'Attachments'; DROP TABLE item_types",
  );
}

/** The columns that every list's table has beside those of its fields. */
export const itemColumns = [
  "type TEXT COLLATE NOCASE",
  "attached INTEGER NOT NULL DEFAULT 0",
  "approval INTEGER NOT NULL DEFAULT 0",
  "approvalnote TEXT",
  "checkinnote TEXT",
] as const;

function widen(connection: DatabaseSync, table: string): void {
  for (const column of itemColumns) connection.exec(`ALTER TABLE ${table} ADD COLUMN ${column}`);
  connection.exec(`
    UPDATE ${table} SET
      type = (SELECT type FROM item_types WHERE item_types.item = ${table}.uid),
      attached = EXISTS (SELECT 1 FROM attachments WHERE attachments.item = ${table}.uid)`);
}

function addFields(connection: DatabaseSync, list: number, template: number): void {
  const insert = connection.prepare(
    `INSERT OR IGNORE INTO fields (list, id, name, title, type, stored_in, position, indexed, is_unique, built_in, settings)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 1, ?)`,
  );
  for (const [position, field] of builtInFields(template).entries())
    if (added.has(field.name))
      insert.run(
        list,
        field.id,
        field.name,
        field.title,
        field.type,
        field.storedIn,
        position,
        JSON.stringify(field.settings),
      );
}
