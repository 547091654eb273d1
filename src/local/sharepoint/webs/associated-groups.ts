import { nameExists } from "../errors.ts";
import { roleId } from "../permissions/built-in-roles.ts";
import type { Session } from "../session.ts";
import { readMeta, writeMeta } from "../store/meta.ts";
import {
  addMember,
  groupByName,
  insertGroup,
  principalById,
  type Principal,
} from "../store/principals.ts";
import { allWebs, rootWeb, webAt } from "./web-record.ts";

export type Association = "owner" | "member" | "visitor";

const endings = { owner: "Owners", member: "Members", visitor: "Visitors" } as const;

/**
 * The group that stands for a web's owners, members or visitors: the web's own, that of a web above, or the one that
 * a fresh site begins with.
 */
export function associatedGroup(session: Session, kind: Association): Principal | undefined {
  const { database } = session;
  for (const web of [...websAbove(session), rootWeb]) {
    const named = readMeta(database, metaName(kind, web));
    const group = named === undefined ? undefined : principalById(database, Number(named));
    if (group) return group;
  }
  const first = database.one(
    "SELECT title FROM principals WHERE kind = 'group' AND title LIKE ? ORDER BY id LIMIT 1",
    `% ${endings[kind]}`,
  );
  return first && groupByName(database, String(first["title"]));
}

const roles = { owner: roleId.fullControl, member: roleId.edit, visitor: roleId.read } as const;

/** Makes the three groups of a web, gives them its levels, and lets them stand for it. Throws 400 for names that are taken. */
export function createDefaultGroups(
  session: Session,
  seed: string,
  owners: readonly number[],
): void {
  const { database, site, caller } = session;
  for (const kind of ["owner", "member", "visitor"] as const) {
    const title = `${seed} ${endings[kind]}`;
    if (groupByName(database, title)) throw nameExists(title);
    const group = insertGroup(database, {
      title,
      description: null,
      owner: owners[0] ?? caller.id,
      settings: {},
    });
    database.run(
      "INSERT OR IGNORE INTO assignments (scope, principal, role) VALUES (?, ?, ?)",
      site.scope,
      group.id,
      roles[kind],
    );
    if (kind === "owner") for (const owner of owners) addMember(database, group.id, owner);
    writeMeta(database, metaName(kind, site.web), String(group.id));
  }
  site.accessBook.forget();
}

const metaName = (kind: Association, web: number) =>
  web === rootWeb ? `associated ${kind}` : `associated ${kind} ${web}`;

function websAbove({ database, site }: Session): number[] {
  const webs: number[] = [];
  let record = webAt(database, site.path);
  while (record) {
    webs.push(record.number);
    const { parent } = record;
    record = allWebs(database).find(({ number }) => number === parent);
  }
  return webs;
}
