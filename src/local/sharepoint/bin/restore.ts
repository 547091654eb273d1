import { fileMissing, listExists, nameExists, refused } from "../errors.ts";
import { insertItem } from "../items/write-item.ts";
import { fieldByName, isLibrary, tableOf, type List } from "../store/list.ts";
import { right } from "../permissions/rights.ts";
import { scopeOfFolder } from "../permissions/securable.ts";
import { structureChanged, type Session } from "../session.ts";
import { changeType, recordChange, type ChangedObject } from "../store/changes.ts";
import { principalById } from "../store/principals.ts";
import { roleById } from "../permissions/roles.ts";
import { enterWebNumber } from "../webs/web-book.ts";
import { binContent, forgetEntry, type BinEntry } from "./bin-entry.ts";
import { readKept, type Kept } from "./kept.ts";
import { restoreAttachment } from "../items/attachments.ts";
import { restoreVersionFromBin } from "./recycle-version.ts";

/**
 * Brings something back as it was, with its id, versions and permissions; folders it lay in are made again.
 * Throws 403 without the right to add there, 400 where its name is taken by now.
 */
export function restore(asked: Session, entry: BinEntry): void {
  const session = enterWebNumber(asked, entry.web);
  if (!session) throw fileMissing(entry.dir);
  if (entry.kind === "list") restoreList(session, entry);
  else if (entry.kind === "attachment") restoreAttachment(session, entry);
  else if (entry.kind === "version") restoreVersionFromBin(session, entry);
  else restoreItems(session, entry);
  forgetEntry(session.database, entry);
  structureChanged(session);
}

function restoreList(session: Session, { list: number, title }: BinEntry): void {
  if (session.catalogue.byTitle(title)) throw listExists();
  session.database.run("UPDATE lists SET recycled = 0 WHERE number = ?", number);
  structureChanged(session);
  const list = session.catalogue.byNumber(number ?? 0);
  session.access.require(list.scope, right.manageLists);
  recordChange(session.database, {
    at: session.instant,
    object: "list",
    action: changeType.restore,
    list,
    guid: list.id,
  });
}

function restoreItems(session: Session, entry: BinEntry): void {
  const list = session.catalogue.all().find(({ number }) => number === entry.list);
  if (!list) throw fileMissing(entry.dir);
  ensureFolder(session, list, entry.dir);
  session.access.require(scopeOfFolder(session, list, entry.dir), right.addListItems);
  if (taken(session, list, entry)) throw nameExists(entry.leaf);
  for (const kept of readKept(binContent(session.database, entry)).toReversed())
    restoreItem(session, list, kept);
}

function taken({ database }: Session, list: List, { dir, leaf }: BinEntry): boolean {
  const sql = `SELECT 1 FROM ${tableOf(list)} WHERE dir = ? AND leaf = ?`;
  return database.one(sql, dir, leaf) !== undefined;
}

/** Makes the folders on the way anew where they were deleted since. */
function ensureFolder(session: Session, list: List, path: string): void {
  if (path.toLowerCase() === list.root.toLowerCase()) return;
  const slash = path.lastIndexOf("/");
  const [dir, leaf] = [path.slice(0, slash), path.slice(slash + 1)];
  if (!path.toLowerCase().startsWith(`${list.root.toLowerCase()}/`)) throw fileMissing(path);
  const known = session.database.one(
    `SELECT kind FROM ${tableOf(list)} WHERE dir = ? AND leaf = ?`,
    dir,
    leaf,
  );
  if (known?.["kind"] === 1) return;
  if (known) throw nameExists(leaf);
  ensureFolder(session, list, dir);
  session.access.require(scopeOfFolder(session, list, dir), right.addListItems);
  const title = fieldByName(list, "Title");
  insertItem(session, list, {
    values: new Map(title ? [[title, leaf]] : []),
    folder: dir,
    kind: 1,
    leaf,
  });
}

function restoreItem(session: Session, list: List, { row, versions, assignments }: Kept): void {
  const { database } = session;
  const table = tableOf(list);
  const known = database.all(`SELECT name FROM pragma_table_info('${table}')`);
  const columns = known.map(({ name }) => String(name)).filter((name) => Object.hasOwn(row, name));
  const id = Number(row["id"]);
  writeRow(session, list, row, columns);
  for (const { version, content } of versions)
    database.run(
      "INSERT INTO versions (list, item, version, content) VALUES (?, ?, ?, ?)",
      list.number,
      id,
      version,
      content,
    );
  const scope = assignments
    ? restoreScope(session, list, id, assignments)
    : scopeOfFolder(session, list, String(row["dir"]));
  database.run(`UPDATE ${table} SET scope = ? WHERE id = ?`, scope, id);
  recordChange(database, {
    at: session.instant,
    object: objectOf(list, row["kind"]),
    action: changeType.restore,
    list,
    item: id,
    guid: String(row["uid"]),
  });
}

function writeRow(
  { database, now }: Session,
  list: List,
  row: Kept["row"],
  columns: readonly string[],
): void {
  try {
    database.run(
      `INSERT INTO ${tableOf(list)} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
      ...columns.map((name) => row[name] ?? null),
    );
  } catch (error) {
    const taken_ = error instanceof Error && error.message.includes("UNIQUE constraint failed");
    if (!taken_) throw error;
    throw refused("What was deleted cannot be restored: a value of it must be unique and is not.");
  }
  database.run("UPDATE lists SET modified = ? WHERE number = ?", now, list.number);
}

function restoreScope(
  { database }: Session,
  list: List,
  item: number,
  assignments: NonNullable<Kept["assignments"]>,
): number {
  const { id } = database.run("INSERT INTO scopes (list, item) VALUES (?, ?)", list.number, item);
  for (const { principal, role } of assignments)
    if (principalById(database, principal) && roleById(database, role))
      database.run(
        "INSERT INTO assignments (scope, principal, role) VALUES (?, ?, ?)",
        id,
        principal,
        role,
      );
  return id;
}

function objectOf(list: List, kind: unknown): ChangedObject {
  if (kind === 1) return "folder";
  return isLibrary(list) ? "file" : "item";
}
