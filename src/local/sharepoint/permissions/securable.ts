import { roleId } from "./built-in-roles.ts";
import { webScope } from "./access.ts";
import { clearBelowWeb, moveBelowWeb } from "./below-web.ts";
import { structureChanged, type Session } from "../session.ts";
import { tableOf, type List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";

/** A web, list, folder or item, as far as permissions go. */
export interface Securable {
  /** The scope that decides here, own or inherited. */
  readonly scope: number;
  readonly unique: boolean;
  /** The scopes above that decide on the way here, nearest first. */
  readonly above: readonly number[];
  /** The address below `_api/`. */
  readonly path: string;
  /** The number of a subsite; the root web's permissions are nobody else's. */
  readonly web?: number;
  readonly list?: List;
  readonly item?: { readonly id: number; readonly kind: number; readonly path: string };
}

export function securableWeb({ site }: Session): Securable {
  return {
    scope: site.scope,
    unique: site.ownScope,
    above: site.above,
    path: "Web",
    ...(site.root ? { web: site.web } : {}),
  };
}

export function securableList({ site }: Session, list: List): Securable {
  const unique = list.scope !== site.scope;
  return {
    scope: list.scope,
    unique,
    above: unique ? [site.scope, ...site.above] : site.above,
    path: `Web/Lists(guid'${list.id}')`,
    list,
  };
}

export function securableItem({ database, site }: Session, list: List, row: Row): Securable {
  const id = number(row, "id");
  const dir = String(row["dir"]);
  const scope = number(row, "scope");
  const own = database.one("SELECT id FROM scopes WHERE list = ? AND item = ?", list.number, id);
  const chain = [scopeOfFolder({ database }, list, dir), list.scope, site.scope, ...site.above];
  return {
    scope,
    unique: own !== undefined,
    above: [...new Set(chain)].filter((above) => above !== scope),
    path: `Web/Lists(guid'${list.id}')/Items(${id})`,
    list,
    item: { id, kind: number(row, "kind"), path: `${dir}/${String(row["leaf"])}` },
  };
}

/** The scope that new items in this folder get. */
export function scopeOfFolder(
  { database }: Pick<Session, "database">,
  list: List,
  path: string,
): number {
  if (path.toLowerCase() === list.root.toLowerCase()) return list.scope;
  const slash = path.lastIndexOf("/");
  const row = database.one(
    `SELECT scope FROM ${tableOf(list)} WHERE dir = ? AND leaf = ?`,
    path.slice(0, slash),
    path.slice(slash + 1),
  );
  return row === undefined ? list.scope : number(row, "scope");
}

/** Gives the securable a scope of its own, with what was inherited or with Full Control for the caller alone. */
export function breakInheritance(
  session: Session,
  securable: Securable,
  { copy, clear }: { copy: boolean; clear: boolean },
): void {
  const { database, caller } = session;
  if (securable.list === undefined && securable.web === undefined) return;
  const scope = securable.unique ? securable.scope : newScope(session, securable);
  if (!securable.unique && copy)
    database.run(
      "INSERT INTO assignments (scope, principal, role) SELECT ?, principal, role FROM assignments WHERE scope = ?",
      scope,
      securable.scope,
    );
  if (!securable.unique && !copy)
    database.run(
      "INSERT INTO assignments (scope, principal, role) VALUES (?, ?, ?)",
      scope,
      caller.id,
      roleId.fullControl,
    );
  if (!securable.unique) moveBelow(session, securable, securable.scope, scope);
  if (clear) clearBelow(session, securable, scope);
  structureChanged(session);
}

/** Takes the securable's own scope away; what lies below and had it follows. */
export function resetInheritance(session: Session, securable: Securable): void {
  const isRoot = securable.list === undefined && securable.web === undefined;
  if (isRoot || !securable.unique) return;
  const parent = securable.above[0] ?? webScope;
  moveBelow(session, securable, securable.scope, parent);
  session.database.run("DELETE FROM scopes WHERE id = ?", securable.scope);
  structureChanged(session);
}

/** Grants a level; above, where the principal has nothing, it gets Limited Access so that the way here is open. */
export function assign(
  session: Session,
  securable: Securable,
  principal: number,
  role: number,
): void {
  const { database } = session;
  const insert = "INSERT OR IGNORE INTO assignments (scope, principal, role) VALUES (?, ?, ?)";
  database.run(insert, securable.scope, principal, role);
  for (const above of securable.above) {
    const known = database.one(
      "SELECT 1 FROM assignments WHERE scope = ? AND principal = ?",
      above,
      principal,
    );
    if (!known) database.run(insert, above, principal, roleId.limitedAccess);
  }
  session.site.accessBook.forget();
}

export function unassign(
  session: Session,
  securable: Securable,
  principal: number,
  role?: number,
): void {
  session.database.run(
    "DELETE FROM assignments WHERE scope = ?1 AND principal = ?2 AND (?3 IS NULL OR role = ?3)",
    securable.scope,
    principal,
    role ?? null,
  );
  session.site.accessBook.forget();
}

function newScope({ database }: Session, { web, list, item }: Securable): number {
  return database.run(
    "INSERT INTO scopes (web, list, item) VALUES (?, ?, ?)",
    web ?? null,
    list?.number ?? null,
    item?.id ?? null,
  ).id;
}

function moveBelow({ database }: Session, securable: Securable, from: number, to: number): void {
  const { web, list, item } = securable;
  if (web !== undefined) moveBelowWeb(database, web, from, to);
  if (!list) return;
  const table = tableOf(list);
  if (!item) {
    database.run(`UPDATE ${table} SET scope = ? WHERE scope = ?`, to, from);
    return;
  }
  database.run(`UPDATE ${table} SET scope = ? WHERE id = ?`, to, item.id);
  if (item.kind === 1)
    database.run(
      `UPDATE ${table} SET scope = ?1 WHERE scope = ?2 AND (dir = ?3 OR (dir > ?3 || '/' AND dir < ?3 || '0'))`,
      to,
      from,
      item.path,
    );
}

function clearBelow({ database }: Session, securable: Securable, scope: number): void {
  const { web, list, item } = securable;
  if (web !== undefined) clearBelowWeb(database, web, scope);
  if (!list) return;
  const table = tableOf(list);
  if (!item) {
    database.run(`UPDATE ${table} SET scope = ?`, scope);
    database.run("DELETE FROM scopes WHERE list = ? AND item IS NOT NULL", list.number);
    return;
  }
  const below = "(dir = ?1 OR (dir > ?1 || '/' AND dir < ?1 || '0'))";
  database.run(
    `DELETE FROM scopes WHERE list = ?2 AND item IN (SELECT id FROM ${table} WHERE ${below})`,
    item.path,
    list.number,
  );
  database.run(`UPDATE ${table} SET scope = ?2 WHERE ${below}`, item.path, scope);
}
