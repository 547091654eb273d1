import { readMeta } from "../store/meta.ts";
import type { Database } from "../store/database.ts";
import { groupByName, principalById, type Principal } from "../store/principals.ts";

export type Association = "owner" | "member" | "visitor";

const endings = { owner: "Owners", member: "Members", visitor: "Visitors" } as const;

/** The group that stands for a site's owners, members or visitors; the ones a fresh site begins with unless others were named. */
export function associatedGroup(database: Database, kind: Association): Principal | undefined {
  const named = readMeta(database, `associated ${kind}`);
  if (named !== undefined) return principalById(database, Number(named));
  const first = database.one(
    "SELECT title FROM principals WHERE kind = 'group' AND title LIKE ? ORDER BY id LIMIT 1",
    `% ${endings[kind]}`,
  );
  return first && groupByName(database, String(first["title"]));
}
