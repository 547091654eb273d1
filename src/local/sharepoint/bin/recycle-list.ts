import { randomUUID } from "node:crypto";
import { structureChanged, type Session } from "../session.ts";
import type { List } from "../store/list.ts";

/** Moves a whole list to the recycle bin: its table stays, but nothing leads there until it is restored. */
export function recycleList(session: Session, list: List): string {
  const { database } = session;
  const id = randomUUID();
  const slash = list.root.lastIndexOf("/");
  database.run("UPDATE lists SET recycled = 1 WHERE number = ?", list.number);
  database.run(
    `INSERT INTO recycled (id, kind, title, list, at, by, content, web, dir, leaf, author)
     VALUES (?, 'list', ?, ?, ?, ?, '[]', ?, ?, ?, ?)`,
    id,
    list.title,
    list.number,
    session.now,
    session.caller.id,
    session.site.web,
    list.root.slice(0, slash),
    list.root.slice(slash + 1),
    list.author ?? 0,
  );
  structureChanged(session);
  return id;
}
