import { allColumns, trimmed } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { tableOf, type List } from "../store/list.ts";
import type { Row } from "../store/row.ts";

/** What lies directly in a folder, as far as the caller may see it. */
export function visibleIn(session: Session, list: List, path: string): Row[] {
  const conditions = trimmed(session, list);
  const where = ["item.dir = ?", ...conditions.map(({ sql }) => sql)].join(" AND ");
  return session.database.all(
    `SELECT ${allColumns(list)} FROM ${tableOf(list)} AS item WHERE ${where} ORDER BY item.id`,
    path,
    ...conditions.flatMap(({ parameters }) => parameters),
  );
}
