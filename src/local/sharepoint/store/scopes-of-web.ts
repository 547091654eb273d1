import type { Database } from "./database.ts";
import { number } from "./row.ts";

/** The scopes that decide over a web and on the way to it, nearest first; the last is the root web's. */
export function scopesOfWeb(database: Database, web: number): number[] {
  return database
    .all(
      `WITH RECURSIVE chain (number, depth) AS (
         SELECT ?1, 0
         UNION ALL
         SELECT webs.parent, depth + 1 FROM webs JOIN chain ON webs.number = chain.number
       )
       SELECT scopes.id FROM chain
       JOIN scopes ON scopes.web = chain.number OR (chain.number = 1 AND scopes.id = 1)
       ORDER BY depth`,
      web,
    )
    .map((row) => number(row, "id"));
}
