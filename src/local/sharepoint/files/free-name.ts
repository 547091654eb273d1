import type { Session } from "../session.ts";
import { tableOf, type List } from "../store/list.ts";

/** The name with the first number after it that makes it free: `a.txt`, `a1.txt`. */
export function freeName(session: Session, list: List, folder: string, leaf: string): string {
  const dot = leaf.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [leaf.slice(0, dot), leaf.slice(dot)] : [leaf, ""];
  for (let counter = 1; ; counter++) {
    const name = `${stem}${counter}${ending}`;
    if (!isTaken(session, list, folder, name)) return name;
  }
}

export function isTaken({ database }: Session, list: List, folder: string, leaf: string): boolean {
  const sql = `SELECT 1 FROM ${tableOf(list)} WHERE dir = ? AND leaf = ?`;
  return database.one(sql, folder, leaf) !== undefined;
}
