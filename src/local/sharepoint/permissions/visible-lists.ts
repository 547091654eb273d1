import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number } from "../store/row.ts";
import { right } from "./rights.ts";

/** A list may be seen by whoever may see its items, or anything in it. */
export function mayViewList({ access, database }: Session, list: List): boolean {
  if (access.can(list.scope, right.viewListItems)) return true;
  const inside = database.all("SELECT id FROM scopes WHERE list = ?", list.number);
  return inside.some((row) => access.can(number(row, "id"), right.viewListItems));
}

export function visibleLists(session: Session): List[] {
  return session.catalogue.all().filter((list) => mayViewList(session, list));
}
