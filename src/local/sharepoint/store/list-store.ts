import { randomUUID } from "node:crypto";
import { builtInFields } from "../fields/built-in-fields.ts";
import { fieldTypes } from "../fields/field-types.ts";
import type { Field, FieldSettings, NewField } from "../fields/field.ts";
import type { Database } from "./database.ts";
import { childTypeId, insertType, templateType } from "./content-types.ts";
import { itemColumns } from "./item-columns-schema.ts";
import { tableOf, type List, type ListSettings } from "./list.ts";
import { number, text } from "./row.ts";
import { insertFirstViews } from "./views.ts";

export interface NewList {
  readonly title: string;
  readonly template: number;
  readonly root: string;
  readonly settings: ListSettings;
  readonly author: number;
  readonly now: string;
  /** The root web where nothing is said. */
  readonly web?: number;
}

/** Makes a list, its built-in columns and its table; answers its number. */
export function insertList(database: Database, list: NewList): number {
  const type = templateType(list.template);
  const ownType = type ? childTypeId(type.id) : null;
  const id = insertListRow(database, { ...list, settings: { ...list.settings, ownType } });
  if (type && ownType !== null) insertType(database, { number: id }, ownType, type);
  database.define(`CREATE TABLE items_${id} (
    id INTEGER PRIMARY KEY, title TEXT COLLATE NOCASE, guid TEXT NOT NULL, uid TEXT NOT NULL,
    kind INTEGER NOT NULL, dir TEXT NOT NULL COLLATE NOCASE, leaf TEXT NOT NULL COLLATE NOCASE,
    scope INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL,
    author INTEGER NOT NULL, editor INTEGER NOT NULL, version INTEGER NOT NULL, etag INTEGER NOT NULL,
    blob INTEGER, size INTEGER, ${itemColumns.join(", ")}, UNIQUE (dir, leaf)
  ) STRICT;
  CREATE INDEX items_${id}_scope ON items_${id} (scope);`);
  return id;
}

/** A list without its table: whoever calls this says where its items are. */
export function insertListRow(database: Database, list: NewList): number {
  const { id } = database.run(
    `INSERT INTO lists (id, title, template, root, root_guid, settings, author, created, modified, item_deleted, web)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?8, ?9)`,
    randomUUID(),
    list.title,
    list.template,
    list.root,
    randomUUID(),
    JSON.stringify(list.settings),
    list.author,
    list.now,
    list.web ?? 1,
  );
  for (const [position, field] of builtInFields(list.template).entries())
    insertStored(database, id, { ...field, position });
  insertFirstViews(database, id, list.template);
  return id;
}

export function updateList(
  database: Database,
  list: List,
  change: { readonly title?: string; readonly settings?: Partial<ListSettings> },
): void {
  database.run(
    "UPDATE lists SET title = ?, settings = ?, version = version + 1 WHERE number = ?",
    change.title ?? list.title,
    JSON.stringify({ ...list.settings, ...change.settings }),
    list.number,
  );
}

export function deleteList(database: Database, list: Pick<List, "number">): void {
  database.run(
    `DELETE FROM blobs WHERE id IN (SELECT blob FROM ${tableOf(list)})
       OR id IN (SELECT json_extract(content, '$.blob') FROM versions WHERE list = ?1)
       OR id IN (SELECT blob FROM attachments WHERE list = ?1)
       OR id IN (SELECT blob FROM form_files WHERE list = ?1)`,
    list.number,
  );
  database.run("DELETE FROM lists WHERE number = ?", list.number);
  database.define(`DROP TABLE ${tableOf(list)}`);
}

/** What changes with every item, and is therefore not kept in memory. */
export function listState(database: Database, list: List) {
  const row = database.one(
    "SELECT modified, item_deleted, version FROM lists WHERE number = ?",
    list.number,
  );
  if (!row) throw new Error(`There is no list number ${list.number}.`);
  return {
    modified: text(row, "modified"),
    itemDeleted: text(row, "item_deleted"),
    version: number(row, "version"),
  };
}

/** Adds a column to a list's table. The caller has checked name and title. */
export function insertField(database: Database, list: List, field: NewField): string {
  const id = field.id ?? randomUUID();
  const carrier = list.fields.find((other) => other.id === field.settings.primaryField);
  const row = database.one(
    "UPDATE lists SET next_column = next_column + 1, version = version + 1 WHERE number = ? RETURNING next_column",
    list.number,
  );
  const column = row === undefined ? 0 : number(row, "next_column");
  const storedIn = carrier?.storedIn ?? `c${column}`;
  insertStored(database, list.number, {
    ...field,
    id,
    storedIn,
    position: column + 1000,
    builtIn: false,
  });
  if (carrier) return id;
  database.define(
    `ALTER TABLE ${tableOf(list)} ADD COLUMN ${storedIn} ${fieldTypes[field.type].sql}`,
  );
  syncIndex(database, list, { ...field, storedIn });
  return id;
}

export function updateField(
  database: Database,
  list: List,
  field: Field,
  change: {
    readonly title?: string;
    readonly indexed?: boolean;
    readonly unique?: boolean;
    readonly settings?: Partial<FieldSettings>;
  },
): void {
  const next = { ...field, ...change, settings: { ...field.settings, ...change.settings } };
  database.run(
    "UPDATE fields SET title = ?, indexed = ?, is_unique = ?, settings = ? WHERE list = ? AND id = ?",
    next.title,
    next.indexed ? 1 : 0,
    next.unique ? 1 : 0,
    JSON.stringify(next.settings),
    list.number,
    field.id,
  );
  database.run("UPDATE lists SET version = version + 1 WHERE number = ?", list.number);
  if (next.indexed !== field.indexed || next.unique !== field.unique)
    syncIndex(database, list, next);
}

export function deleteField(database: Database, list: List, field: Field): void {
  if (field.settings.primaryField === null) dropColumn(database, list, field);
  database.run("DELETE FROM fields WHERE list = ? AND id = ?", list.number, field.id);
  database.run("UPDATE lists SET version = version + 1 WHERE number = ?", list.number);
}

function dropColumn(database: Database, list: List, { storedIn }: Field): void {
  database.define(`DROP INDEX IF EXISTS ${tableOf(list)}_${storedIn}`);
  database.define(`ALTER TABLE ${tableOf(list)} DROP COLUMN ${storedIn}`);
}

/** Makes SQLite's index agree with the field: none, plain or unique. Throws where values are not unique. */
function syncIndex(
  database: Database,
  list: List,
  field: Pick<Field, "storedIn" | "indexed" | "unique" | "type">,
): void {
  if (!/^(?:c\d+|title|created|modified|author|editor|leaf)$/.test(field.storedIn)) return;
  const index = `${tableOf(list)}_${field.storedIn}`;
  database.define(`DROP INDEX IF EXISTS ${index}`);
  if (!field.indexed && !field.unique) return;
  database.define(
    `CREATE ${field.unique ? "UNIQUE " : ""}INDEX ${index} ON ${tableOf(list)} (${field.storedIn})`,
  );
}

/** Notes a column that is there already. */
export function insertStored(database: Database, list: number, field: Field): void {
  database.run(
    `INSERT INTO fields (list, id, name, title, type, stored_in, position, indexed, is_unique, built_in, settings)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    list,
    field.id,
    field.name,
    field.title,
    field.type,
    field.storedIn,
    field.position,
    field.indexed ? 1 : 0,
    field.unique ? 1 : 0,
    field.builtIn ? 1 : 0,
    JSON.stringify(field.settings),
  );
}
