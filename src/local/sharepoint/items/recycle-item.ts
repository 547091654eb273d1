import { randomUUID } from "node:crypto";
import { keepItem, type Kept } from "../bin/kept.ts";
import type { Session } from "../session.ts";
import { isLibrary, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { deleteItem } from "./write-item.ts";

/** Moves an item to the recycle bin, a folder with all that lies in it; answers the id it has there. */
export function recycleItem(session: Session, list: List, row: Row): string {
  const id = randomUUID();
  const kept: Kept[] = [];
  deleteItem(session, list, row, (taken) =>
    kept.push(keepItem(session, list, number(taken, "id"))),
  );
  const library = isLibrary(list);
  const named = library || number(row, "kind") === 1 || typeof row["title"] !== "string";
  session.database.run(
    `INSERT INTO recycled (id, kind, title, list, item, at, by, content, web, dir, leaf, author, size)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    number(row, "kind") === 1 ? "folder" : library ? "file" : "item",
    named ? text(row, "leaf") : text(row, "title"),
    list.number,
    number(row, "id"),
    session.now,
    session.caller.id,
    JSON.stringify(kept),
    session.site.web,
    text(row, "dir"),
    text(row, "leaf"),
    number(row, "author"),
    kept.reduce((sum, { row: { size } }) => sum + (typeof size === "number" ? size : 0), 0),
  );
  return id;
}
