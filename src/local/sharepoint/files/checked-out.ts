import { z } from "zod";
import { SharePointError } from "../errors.ts";
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

const rowBefore = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** The row as it stood when the file was checked out. */
export function rowOf({ before }: CheckOut): z.infer<typeof rowBefore> {
  return rowBefore.parse(JSON.parse(before));
}

/** What the caller reads of a file: their own draft, and of what others have checked out the state before. */
export function asSeen(session: Session, list: List, row: Row): Row {
  const found = checkOutOf(session, list, row);
  if (!found || found.user === session.caller.id) return row;
  const old = Object.entries(rowOf(found)).filter(([name]) => !staying.has(name));
  return { ...row, ...Object.fromEntries(old) };
}

/** What checking out does not put aside: where the file lies and who may see it. */
export const staying = new Set(["id", "dir", "leaf", "fileref", "scope", "uid"]);

export function forgetCheckOut({ database }: Session, list: List, row: Row): void {
  database.run("DELETE FROM checkouts WHERE list = ? AND item = ?", list.number, number(row, "id"));
}
