import { folderMissing } from "../errors.ts";
import { pathRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number, text } from "../store/row.ts";

/**
 * The server-relative path of a folder of this list, written as it is kept. Full addresses are understood.
 * Throws 404 where it is not there, or not to be seen.
 */
export function existingFolder(session: Session, list: List, asked: string): string {
  const { origin } = session.site;
  const relative = asked.toLowerCase().startsWith(`${origin}/`)
    ? asked.slice(origin.length)
    : asked;
  const path = relative.replace(/\/+$/, "");
  if (path.toLowerCase() === list.root.toLowerCase()) return list.root;
  const inside = path.toLowerCase().startsWith(`${list.root.toLowerCase()}/`);
  const row = inside ? pathRow(session, list, path) : undefined;
  if (!row || number(row, "kind") !== 1) throw folderMissing();
  return `${text(row, "dir")}/${text(row, "leaf")}`;
}
