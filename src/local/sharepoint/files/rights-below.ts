import { requireWrite } from "../permissions/own-items.ts";
import type { Rights } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { tableOf, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";

/** Throws 403 unless the caller has the right on an item, and on everything in it where it is a folder. */
export function requireThroughout(session: Session, list: List, row: Row, wanted: Rights): void {
  requireWrite(session, list, row, wanted);
  if (number(row, "kind") !== 1) return;
  const path = `${text(row, "dir")}/${text(row, "leaf")}`;
  const below = session.database.all(
    `SELECT DISTINCT scope, kind, author FROM ${tableOf(list)}
     WHERE dir = ?1 OR (dir > ?1 || '/' AND dir < ?1 || '0')`,
    path,
  );
  for (const inner of below) requireWrite(session, list, inner, wanted);
}
