import { SharePointError } from "../errors.ts";
import { readRow } from "../items/version-row.ts";
import { asSettled, seesSettledOnly } from "../permissions/drafts.ts";
import type { Session } from "../session.ts";
import { isLibrary, type List } from "../store/list.ts";
import { principalById } from "../store/principals.ts";
import { number, text, type Row } from "../store/row.ts";

/** Who has a file checked out, and the row as it stood before. */
export interface CheckOut {
  readonly user: number;
  readonly before: string;
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
  const before = found ? { ...row, ...readRow(found.before) } : row;
  return asSettled(session, list, before);
}

export function forgetCheckOut({ database }: Session, list: List, row: Row): void {
  database.run("DELETE FROM checkouts WHERE list = ? AND item = ?", list.number, number(row, "id"));
}

/** Whether some item of a list may look otherwise to the caller than in its newest state. */
export function maySeeOtherwise(session: Session, list: List): boolean {
  if (seesSettledOnly(session, list)) return true;
  if (!isLibrary(list)) return false;
  const sql = "SELECT 1 FROM checkouts WHERE list = ? AND user <> ? LIMIT 1";
  return session.database.one(sql, list.number, session.caller.id) !== undefined;
}
