import { SharePointError } from "../errors.ts";
import { readRow } from "../items/version-row.ts";
import { asSettled } from "../permissions/drafts.ts";
import type { Condition } from "../query/condition.ts";
import type { Session } from "../session.ts";
import { isLibrary, type List } from "../store/list.ts";
import { principalById } from "../store/principals.ts";
import { number, text, type Row } from "../store/row.ts";

/** Who has a file checked out, and the row as it stood before. */
export interface CheckOut {
  readonly user: number;
  readonly before: string;
}

/** The state before a check-out; undefined where the file was never checked in. */
export function stateBefore({ before }: CheckOut): Row | undefined {
  return before === nothingBefore ? undefined : readRow(before);
}

export function checkOutOf(
  { database }: Pick<Session, "database">,
  list: List,
  row: Row,
): CheckOut | undefined {
  if (!isLibrary(list)) return undefined;
  const found = database.one(
    "SELECT user, before FROM checkouts WHERE list = ? AND item = ?",
    list.number,
    number(row, "id"),
  );
  return found && { user: number(found, "user"), before: text(found, "before") };
}

/** Answers the caller's own check-out, if there is one. Throws 423 where somebody else has the file. */
export function ownCheckOut(session: Session, list: List, row: Row): CheckOut | undefined {
  const found = checkOutOf(session, list, row);
  if (!found || found.user === session.caller.id) return found;
  const who = principalById(session.database, found.user)?.title ?? "somebody else";
  throw new SharePointError(
    423,
    "-2147018894, Microsoft.SharePoint.SPFileLockException",
    `The file "${text(row, "dir")}/${text(row, "leaf")}" is checked out for editing by ${who}.`,
  );
}

/** Throws 400 where the library lets a file be changed only by whoever has it checked out, and nobody has. */
export function refuseWithoutCheckOut(session: Session, list: List, row: Row): void {
  if (!list.settings.forceCheckout || !isLibrary(list) || number(row, "kind") === 1) return;
  if (ownCheckOut(session, list, row)) return;
  throw new SharePointError(
    400,
    "-2130575306, Microsoft.SharePoint.SPException",
    `The file "${text(row, "dir")}/${text(row, "leaf")}" is not checked out. You must first check out this document before making changes.`,
  );
}

/**
 * What the caller reads of an item: their own draft, of what others have checked out the state before, and of what
 * is not settled yet the last state that was.
 */
export function asSeen(session: Session, list: List, row: Row): Row {
  const found = checkOutOf(session, list, row);
  if (found?.user === session.caller.id) return row;
  const before = found ? { ...row, ...stateBefore(found) } : row;
  return asSettled(session, list, before);
}

export function forgetCheckOut({ database }: Session, list: List, row: Row): void {
  database.run("DELETE FROM checkouts WHERE list = ? AND item = ?", list.number, number(row, "id"));
}

/** The ids of what others have checked out of a library, where there is a state before to be read. */
export function heldByOthers({ database, caller }: Session, list: List): number[] {
  if (!isLibrary(list)) return [];
  const sql = "SELECT item FROM checkouts WHERE list = ? AND user <> ? AND before <> ?";
  const rows = database.all(sql, list.number, caller.id, nothingBefore);
  return rows.map((row) => number(row, "item"));
}

/** What stands with a check-out of a file that was never checked in: nobody but its holder sees it. */
const nothingBefore = "null";

/** Whether the file was never checked in, and is somebody else's. */
export function isOthersNew(session: Session, list: List, row: Row): boolean {
  const found = checkOutOf(session, list, row);
  return found?.before === nothingBefore && found.user !== session.caller.id;
}

/** The condition that leaves out what others have never checked in; none where there is nothing of that kind. */
export function othersNew({ database, caller }: Session, list: List, of: string): Condition[] {
  if (!isLibrary(list)) return [];
  const held = "FROM checkouts WHERE list = ? AND user <> ? AND before = ?";
  const parameters = [list.number, caller.id, nothingBefore];
  if (!database.one(`SELECT 1 ${held} LIMIT 1`, ...parameters)) return [];
  return [{ sql: `${of}.id NOT IN (SELECT item ${held})`, parameters }];
}

/** Checks out a file that was just added, where its library lets files be changed by check-out only. */
export function holdNew({ database, caller }: Session, list: List, id: number): void {
  if (!list.settings.forceCheckout || !isLibrary(list)) return;
  const insert = "INSERT INTO checkouts (list, item, user, before) VALUES (?, ?, ?, ?)";
  database.run(insert, list.number, id, caller.id, nothingBefore);
}
