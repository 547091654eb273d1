import { nameExists, refused } from "../errors.ts";
import { recycleItem } from "../items/recycle-item.ts";
import { deleteItem } from "../items/write-item.ts";
import { logItem } from "../items/log-item.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import { scopeOfFolder } from "../permissions/securable.ts";
import { pathRow } from "../query/item-query.ts";
import { changeType } from "../store/changes.ts";
import { isLibrary, tableOf } from "../store/list.ts";
import { number, text } from "../store/row.ts";
import { checkName, checkPath } from "./check-name.ts";
import { ownCheckOut } from "./checked-out.ts";
import { copyTree } from "./copy-tree.ts";
import { freeName } from "./free-name.ts";
import { pathOfRow, type Found, type Target } from "./place.ts";
import { requireThroughout } from "./rights-below.ts";

export interface Relocation {
  readonly overwrite: boolean;
  /** Takes another name where the wanted one is there already. */
  readonly keepBoth: boolean;
  /** Of copies: whether they count as made by the caller, now. */
  readonly resetAuthor?: boolean;
}

/**
 * Moves a file or folder with its versions. Within a list it stays the same item; elsewhere it becomes a new one
 * that keeps its unique id. Answers its new path. Throws 403 without the rights on both sides, 400 where its new place is taken.
 */
export function moveTo(found: Found, asked: Target, how: Relocation): string {
  const { session, list, row } = found;
  requireThroughout(session, list, row, right.deleteListItems);
  ownCheckOut(session, list, row);
  const target = prepare(found, asked, how);
  if (target.list.number === list.number) {
    moveWithin(found, target);
    return pathOf(target);
  }
  refuseOutsideLibraries(found, target);
  copyTree(found, target, { resetAuthor: false, whole: true });
  deleteItem(session, list, row);
  return pathOf(target);
}

const pathOf = ({ folder, leaf }: Target) => `${folder}/${leaf}`;

/** Copies the newest version of a file, or a folder with all that the caller may see in it. Answers the copy's path. */
export function copyTo(found: Found, asked: Target, how: Relocation): string {
  found.session.access.require(number(found.row, "scope"), right.openItems);
  refuseOutsideLibraries(found, asked);
  const target = prepare(found, asked, how);
  copyTree(found, target, { resetAuthor: how.resetAuthor === true, whole: false });
  return pathOf(target);
}

/** Finds the name that the thing gets, and makes room for it where overwriting was asked for. */
function prepare(found: Found, asked: Target, how: Relocation): Target {
  const { session, list, folder } = asked;
  const leaf = checkName(asked.leaf);
  const to = checkPath(`${folder}/${leaf}`);
  refuseStrange(found, asked, to);
  const taken = pathRow(session, list, to);
  if (!taken || (isSame(found, to) && text(taken, "leaf") !== leaf)) return { ...asked, leaf };
  if (how.keepBoth) return { ...asked, leaf: freeName(session, list, folder, leaf) };
  if (!how.overwrite || number(taken, "kind") === 1 || isSame(found, to)) throw nameExists(leaf);
  requireWrite(session, list, taken, right.deleteListItems);
  recycleItem(session, list, taken);
  return { ...asked, leaf };
}

/** Whether this is the place the thing has already; a name may still be written in other letters. */
function isSame({ row }: Found, to: string): boolean {
  return pathOfRow(row).toLowerCase() === to.toLowerCase();
}

/** Items of lists are no files: they move within their list alone. */
function refuseOutsideLibraries({ list }: Found, { list: into }: Target): void {
  if (!isLibrary(list) || !isLibrary(into))
    throw refused("Only files and folders of document libraries are copied or moved elsewhere.");
}

function refuseStrange({ row }: Found, { session, list: into, folder }: Target, to: string): void {
  const inside = to.toLowerCase().startsWith(`${pathOfRow(row).toLowerCase()}/`);
  if (number(row, "kind") === 1 && inside)
    throw refused("A folder cannot be moved or copied into itself.");
  session.access.require(scopeOfFolder(session, into, folder), right.addListItems);
}

/** What lies in a folder gets a longer path, too. Throws 400 where one of them becomes too long. */
function refuseTooDeep({ session, list, row }: Found, to: string): void {
  const from = pathOfRow(row);
  const longest = session.database.one(
    `SELECT dir || '/' || leaf AS path FROM ${tableOf(list)}
     WHERE dir = ?1 OR (dir > ?1 || '/' AND dir < ?1 || '0')
     ORDER BY length(dir) + length(leaf) DESC LIMIT 1`,
    from,
  );
  if (longest) checkPath(`${to}${text(longest, "path").slice(from.length)}`);
}

function moveWithin({ session, list, row }: Found, { folder, leaf }: Target): void {
  const { database } = session;
  const table = tableOf(list);
  const id = number(row, "id");
  refuseTooDeep({ session, list, row }, `${folder}/${leaf}`);
  const scope = number(row, "scope");
  const own = database.one("SELECT 1 FROM scopes WHERE list = ? AND item = ?", list.number, id);
  const next = own ? scope : scopeOfFolder(session, list, folder);
  database.run(
    `UPDATE ${table} SET dir = ?, leaf = ?, scope = ?, etag = etag + 1 WHERE id = ?`,
    folder,
    leaf,
    next,
    id,
  );
  if (number(row, "kind") === 1)
    database.run(
      `UPDATE ${table} SET dir = ?1 || substr(dir, length(?2) + 1),
         scope = CASE WHEN scope = ?3 THEN ?4 ELSE scope END
       WHERE dir = ?2 OR (dir > ?2 || '/' AND dir < ?2 || '0')`,
      `${folder}/${leaf}`,
      pathOfRow(row),
      scope,
      next,
    );
  const renamed = folder.toLowerCase() === text(row, "dir").toLowerCase();
  const about = { id, guid: text(row, "uid"), kind: number(row, "kind") };
  logItem(session, list, about, renamed ? changeType.rename : changeType.moveInto);
}
