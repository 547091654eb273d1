import { randomUUID } from "node:crypto";
import { DuplicateValuesError, nameExists, refused } from "../errors.ts";
import {
  forgetCheckOut,
  holdNew,
  ownCheckOut,
  refuseWithoutCheckOut,
} from "../files/checked-out.ts";
import { checkName, checkPath } from "../files/check-name.ts";
import { dropUnused, versionBlobs } from "../files/unused-blobs.ts";
import { scopeOfFolder } from "../permissions/securable.ts";
import { allColumns } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { firstType } from "../store/content-types.ts";
import { changeType } from "../store/changes.ts";
import type { Parameter } from "../store/database.ts";
import { isLibrary, tableOf, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { approvalOfChange, type Approval } from "./approval.ts";
import { forgetBelongings } from "./belongings.ts";
import { addFormulas } from "./formula-columns.ts";
import { defaultValues } from "./default-values.ts";
import { firstVersion, nextVersion } from "./next-version.ts";
import { logItem } from "./log-item.ts";
import { locationDefaults } from "./location-defaults.ts";
import type { Values } from "./values-from-json.ts";

export interface NewItem {
  readonly values: Values;
  /** The folder's server-relative path. */
  readonly folder: string;
  readonly kind: 0 | 1;
  /** The name of a file or folder; list items get one from their id. */
  readonly leaf?: string;
  readonly blob?: { readonly id: number; readonly size: number };
  readonly approval?: Approval | undefined;
  /** What is said about its first version. */
  readonly comment?: string;
}

/** Writes a new item with its first version; answers its id. Throws 400 for values that must be unique. */
export function insertItem(session: Session, list: List, item: NewItem): number {
  if (isLibrary(list) && item.kind === 0 && !item.blob)
    throw refused("An item comes into a document library with its file; add a file.");
  const id = nextId(session, list);
  const uid = randomUUID();
  const row = new Map<string, Parameter>([
    ["title", null],
    ["created", session.now],
    ["modified", session.now],
    ["author", session.caller.id],
    ["editor", session.caller.id],
    ...defaultValues(list, session.now),
    ...(item.kind === 0 ? locationDefaults(session, list, item.folder) : []),
    ...columns(item.values),
    ["id", id],
    ["uid", uid],
    ["guid", randomUUID()],
    ["version", firstVersion(list, item.kind)],
    ["approval", item.approval ?? approvalOfChange(list, item.kind)],
    ["checkinnote", item.comment ?? null],
    ["etag", 1],
    ["type", item.kind === 0 ? firstType(session.database, list) : null],
    ...placeOf(session, list, item, id),
  ]);
  addFormulas(session, list, row);
  const names = [...row.keys()];
  tellDuplicates(list, item.leaf, () =>
    session.database.run(
      `INSERT INTO ${tableOf(list)} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
      ...row.values(),
    ),
  );
  if (item.kind === 0) holdNew(session, list, id);
  logItem(session, list, { id, guid: uid, kind: item.kind }, changeType.add);
  return id;
}

function placeOf(session: Session, list: List, item: NewItem, id: number): [string, Parameter][] {
  return [
    ["kind", item.kind],
    ["dir", item.folder],
    ["leaf", item.leaf ?? `${id}_.000`],
    ["scope", scopeOfFolder(session, list, item.folder)],
    ["blob", item.blob?.id ?? null],
    ["size", item.blob?.size ?? null],
  ];
}

export interface Change {
  readonly values: Values;
  readonly blob?: NewItem["blob"];
  /** Makes no version, and asks for no approval. */
  readonly system?: boolean;
  readonly approval?: Approval | undefined;
  readonly comment?: string;
}

/** Writes over an item, after keeping what it was as a version. */
export function updateItem(session: Session, list: List, row: Row, change: Change): void {
  const { database, caller, now } = session;
  refuseWithoutCheckOut(session, list, row);
  const drafting = ownCheckOut(session, list, row) !== undefined;
  const versioned = list.settings.enableVersioning && change.system !== true && !drafting;
  const version = versioned ? keepVersion(session, list, row) : number(row, "version");
  const renamable = isLibrary(list) || number(row, "kind") === 1;
  const next = new Map<string, Parameter>([
    ["modified", now],
    ["editor", caller.id],
    ...columns(change.values).filter(([column]) => column !== "leaf" || renamable),
    ["version", version],
    ["etag", number(row, "etag") + 1],
    ...approvalColumns(list, row, change),
  ]);
  addFormulas(session, list, next, row);
  if (change.blob) next.set("blob", change.blob.id).set("size", change.blob.size);
  const leaf = newLeaf(next);
  if (leaf !== undefined) rename(session, list, row, leaf);
  tellDuplicates(list, leaf, () =>
    database.run(
      `UPDATE ${tableOf(list)} SET ${[...next.keys()].map((name) => `${name} = ?`).join(", ")} WHERE id = ?`,
      ...next.values(),
      number(row, "id"),
    ),
  );
  if (change.blob && !versioned) dropUnused(database, list, number(row, "id"), [row["blob"]]);
  logItem(session, list, identity(row), changeType.update);
}

function approvalColumns(list: List, row: Row, change: Change): [string, Parameter][] {
  const { system = false, comment = null } = change;
  if (system) return change.approval === undefined ? [] : [["approval", change.approval]];
  const state = change.approval ?? approvalOfChange(list, number(row, "kind"));
  return [
    ["approval", state],
    ["checkinnote", comment],
  ];
}

/** The name that is to be written, if one is. Throws 400 for names that are none. */
function newLeaf(next: Map<string, Parameter>): string | undefined {
  const leaf = next.get("leaf");
  if (typeof leaf === "string") return checkName(leaf);
  next.delete("leaf");
  return undefined;
}

/** What lies in a folder keeps its path; it follows the folder's new name. */
function rename({ database }: Session, list: List, row: Row, leaf: string): void {
  if (number(row, "kind") !== 1) return;
  const path = `${text(row, "dir")}/${text(row, "leaf")}`;
  const renamed = checkPath(`${text(row, "dir")}/${leaf}`);
  database.run(
    `UPDATE ${tableOf(list)} SET dir = ?1 || substr(dir, length(?2) + 1)
     WHERE dir = ?2 OR (dir > ?2 || '/' AND dir < ?2 || '0')`,
    renamed,
    path,
  );
}

/** Takes an item away, with what lies in it where it is a folder. */
export function deleteItem(session: Session, list: List, row: Row, keep?: Keep): void {
  const { database, now } = session;
  const id = number(row, "id");
  ownCheckOut(session, list, row);
  forgetCheckOut(session, list, row);
  if (number(row, "kind") === 1)
    for (const inner of rowsBelow(session, list, row)) deleteItem(session, list, inner, keep);
  const blobs = keep ? [] : [row["blob"], ...versionBlobs(database, list, id)];
  keep?.(row);
  database.run(`DELETE FROM ${tableOf(list)} WHERE id = ?`, id);
  database.run("DELETE FROM scopes WHERE list = ? AND item = ?", list.number, id);
  database.run("DELETE FROM versions WHERE list = ? AND item = ?", list.number, id);
  dropUnused(database, list, id, blobs);
  if (!keep) forgetBelongings(database, text(row, "uid"));
  database.run("UPDATE lists SET item_deleted = ? WHERE number = ?", now, list.number);
  logItem(session, list, identity(row), changeType.delete);
}

/** Called with everything that is taken away, so that it can be brought back. */
export type Keep = (row: Row) => void;

function rowsBelow({ database }: Session, list: List, folder: Row): Row[] {
  return database.all(
    `SELECT ${allColumns(list)} FROM ${tableOf(list)} AS item WHERE item.dir = ?`,
    `${text(folder, "dir")}/${text(folder, "leaf")}`,
  );
}

function nextId({ database, now }: Session, list: List): number {
  const row = database.one(
    "UPDATE lists SET next_item = next_item + 1, modified = ? WHERE number = ? RETURNING next_item - 1 AS id",
    now,
    list.number,
  );
  if (!row) throw new Error(`There is no list number ${list.number}.`);
  return number(row, "id");
}

function columns(values: Values): [string, Parameter][] {
  return [...values].map(([field, value]) => [field.storedIn, value]);
}

/** Puts an item's state aside as a version; answers the number of the one that follows. */
export function keepVersion({ database }: Session, list: List, row: Row): number {
  const content: Record<string, unknown> = {};
  for (const { storedIn } of list.fields) content[storedIn] = row[storedIn];
  content["blob"] = row["blob"];
  database.run(
    "INSERT OR REPLACE INTO versions (list, item, version, content) VALUES (?, ?, ?, ?)",
    list.number,
    number(row, "id"),
    number(row, "version"),
    JSON.stringify(content),
  );
  return nextVersion(list, number(row, "version"));
}

function identity(row: Row) {
  return { id: number(row, "id"), guid: text(row, "uid"), kind: number(row, "kind") };
}

function tellDuplicates(list: List, leaf: string | undefined, write: () => void): void {
  try {
    write();
  } catch (error) {
    const names = /UNIQUE constraint failed: (.*)$/.exec(
      error instanceof Error ? error.message : "",
    );
    if (!names?.[1]) throw error;
    if (names[1].includes(".leaf")) throw nameExists(leaf ?? "");
    const stored = names[1].split(", ").map((name) => name.slice(name.indexOf(".") + 1));
    throw new DuplicateValuesError(list.fields.filter(({ storedIn }) => stored.includes(storedIn)));
  }
}
