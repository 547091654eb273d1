import { asSeen, heldByOthers } from "../files/checked-out.ts";
import { settledBefore } from "../permissions/drafts.ts";
import type { Session } from "../session.ts";
import { tableOf, type List } from "../store/list.ts";
import type { Condition } from "./condition.ts";

/**
 * The table of a list as the caller reads it: what others have checked out as it was before, and of what is not
 * settled yet the last state that was. What a query filters, orders and answers by is then one and the same state.
 */
export function seenTable(session: Session, list: List): Condition {
  const { database } = session;
  const table = tableOf(list);
  const ids = [...heldByOthers(session, list), ...settledBefore(session, list)];
  if (ids.length === 0) return { sql: table, parameters: [] };
  const rows = database.all(
    `SELECT * FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  const names = Object.keys(rows[0] ?? {});
  const otherwise = names.map((name) => `json_extract(value, '$.${name}')`);
  return {
    sql: `(SELECT ${names.join(", ")} FROM ${table} WHERE id NOT IN (SELECT value FROM json_each(?))
      UNION ALL SELECT ${otherwise.join(", ")} FROM json_each(?))`,
    parameters: [
      JSON.stringify(ids),
      JSON.stringify(rows.map((row) => asSeen(session, list, row))),
    ],
  };
}
