import { randomUUID } from "node:crypto";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { deleteItem } from "./write-item.ts";

/** Moves an item to the recycle bin, a folder with all that lies in it; answers the id it has there. */
export function recycleItem(session: Session, list: List, row: Row): string {
  const id = randomUUID();
  const kept: { row: Row; versions: readonly string[] }[] = [];
  deleteItem(session, list, row, (taken, versions) => kept.push({ row: taken, versions }));
  session.database.run(
    "INSERT INTO recycled (id, kind, title, list, item, at, by, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    id,
    number(row, "kind") === 1 ? "folder" : "item",
    typeof row["title"] === "string" ? row["title"] : text(row, "leaf"),
    list.number,
    number(row, "id"),
    session.now,
    session.caller.id,
    JSON.stringify(kept),
  );
  return id;
}
