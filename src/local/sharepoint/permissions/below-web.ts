import type { Database } from "../store/database.ts";
import { number } from "../store/row.ts";

/** Everything in a subsite, and in webs below that inherit from it, that one scope decided over follows another. */
export function moveBelowWeb(database: Database, web: number, from: number, to: number): void {
  for (const list of listsBelow(database, web))
    database.run(`UPDATE items_${list} SET scope = ? WHERE scope = ?`, to, from);
}

/** As moveBelowWeb, for whatever had permissions of its own, which are let go. */
export function clearBelowWeb(database: Database, web: number, scope: number): void {
  for (const list of listsBelow(database, web)) {
    database.run(`UPDATE items_${list} SET scope = ?`, scope);
    database.run("DELETE FROM scopes WHERE list = ?", list);
  }
}

function listsBelow(database: Database, web: number): number[] {
  return database
    .all(
      `WITH RECURSIVE below (number) AS (
         SELECT ?1
         UNION ALL
         SELECT webs.number FROM webs JOIN below ON webs.parent = below.number
         WHERE NOT EXISTS (SELECT 1 FROM scopes WHERE scopes.web = webs.number)
       )
       SELECT lists.number FROM lists JOIN below ON lists.web = below.number`,
      web,
    )
    .map((row) => number(row, "number"));
}
