import { randomUUID } from "node:crypto";
import { isObject, type JsonObject } from "../json.ts";
import type { Database } from "./database.ts";
import { flag, json, number, numberOrNull, text, textOrNull, type Row } from "./row.ts";

/** Somebody or a group: whatever a role can be assigned to. */
export interface Principal {
  readonly id: number;
  readonly kind: "user" | "group";
  readonly login: string;
  readonly title: string;
  readonly email: string;
  readonly guid: string;
  readonly siteAdmin: boolean;
  readonly description: string | null;
  readonly owner: number | null;
  readonly settings: JsonObject;
}

export interface NewUser {
  readonly loginName: string;
  readonly name: string;
  readonly email?: string;
  readonly siteAdmin?: boolean;
}

export function principalById(database: Database, id: number): Principal | undefined {
  return optional(database.one("SELECT * FROM principals WHERE id = ?", id));
}

/** Who asks is looked up with every request; nobody else than this module writes what is looked up. */
const known = new WeakMap<Database, Map<string, Principal>>();

export function userByLogin(database: Database, login: string): Principal | undefined {
  const users = known.get(database) ?? remember(database);
  const user =
    users.get(login) ??
    optional(database.one("SELECT * FROM principals WHERE kind = 'user' AND login = ?", login));
  if (user && users.size < mostKnown) users.set(login, user);
  return user;
}

const mostKnown = 10_000;

function remember(database: Database): Map<string, Principal> {
  const users = new Map<string, Principal>();
  known.set(database, users);
  database.onRollback(() => users.clear());
  return users;
}

function forget(database: Database): void {
  known.get(database)?.clear();
}

export function userByEmail(database: Database, email: string): Principal | undefined {
  return optional(
    database.one("SELECT * FROM principals WHERE kind = 'user' AND email = ? LIMIT 1", email),
  );
}

export function groupByName(database: Database, name: string): Principal | undefined {
  return optional(
    database.one("SELECT * FROM principals WHERE kind = 'group' AND login = ?", name),
  );
}

export function allPrincipals(database: Database, kind: Principal["kind"]): Principal[] {
  return database.all("SELECT * FROM principals WHERE kind = ? ORDER BY id", kind).map(fromRow);
}

export function groupsOf(database: Database, user: number): Principal[] {
  return database
    .all(
      `SELECT principals.* FROM principals JOIN members ON members.group_id = principals.id
       WHERE members.user_id = ? ORDER BY principals.id`,
      user,
    )
    .map(fromRow);
}

export function membersOf(database: Database, group: number): Principal[] {
  return database
    .all(
      `SELECT principals.* FROM principals JOIN members ON members.user_id = principals.id
       WHERE members.group_id = ? ORDER BY principals.id`,
      group,
    )
    .map(fromRow);
}

export function isMember(database: Database, group: number, user: number): boolean {
  return (
    database.one("SELECT 1 FROM members WHERE group_id = ? AND user_id = ?", group, user) !==
    undefined
  );
}

export function insertUser(database: Database, user: NewUser): Principal {
  const { id } = database.run(
    "INSERT INTO principals (kind, login, title, email, guid, site_admin) VALUES ('user', ?, ?, ?, ?, ?)",
    user.loginName,
    user.name,
    user.email ?? "",
    randomUUID(),
    user.siteAdmin === true ? 1 : 0,
  );
  return required(database, id);
}

export function insertGroup(
  database: Database,
  group: { title: string; description: string | null; owner: number | null; settings: JsonObject },
): Principal {
  const { id } = database.run(
    "INSERT INTO principals (kind, login, title, guid, description, owner, settings) VALUES ('group', ?1, ?1, ?2, ?3, ?4, ?5)",
    group.title,
    randomUUID(),
    group.description,
    group.owner,
    JSON.stringify(group.settings),
  );
  return required(database, id);
}

export function updatePrincipal(
  database: Database,
  principal: Principal,
  change: {
    title?: string;
    email?: string;
    description?: string | null;
    owner?: number;
    siteAdmin?: boolean;
    settings?: JsonObject;
  },
): void {
  const next = { ...principal, ...change };
  forget(database);
  database.run(
    "UPDATE principals SET login = ?, title = ?, email = ?, description = ?, owner = ?, site_admin = ?, settings = ? WHERE id = ?",
    principal.kind === "group" ? next.title : principal.login,
    next.title,
    next.email,
    next.description,
    next.owner,
    next.siteAdmin ? 1 : 0,
    JSON.stringify({ ...principal.settings, ...change.settings }),
    principal.id,
  );
}

export function deletePrincipal(database: Database, id: number): void {
  forget(database);
  database.run("DELETE FROM principals WHERE id = ?", id);
}

export function addMember(database: Database, group: number, user: number): void {
  database.run("INSERT OR IGNORE INTO members (group_id, user_id) VALUES (?, ?)", group, user);
}

export function removeMember(database: Database, group: number, user: number): void {
  database.run("DELETE FROM members WHERE group_id = ? AND user_id = ?", group, user);
}

function required(database: Database, id: number): Principal {
  const principal = principalById(database, id);
  if (!principal) throw new Error("What was just written is not there.");
  return principal;
}

function optional(row: Row | undefined): Principal | undefined {
  return row === undefined ? undefined : fromRow(row);
}

function fromRow(row: Row): Principal {
  const settings = json(row, "settings");
  return {
    id: number(row, "id"),
    kind: text(row, "kind") === "group" ? "group" : "user",
    login: text(row, "login"),
    title: text(row, "title"),
    email: text(row, "email"),
    guid: text(row, "guid"),
    siteAdmin: flag(row, "site_admin"),
    description: textOrNull(row, "description"),
    owner: numberOrNull(row, "owner"),
    settings: isObject(settings) ? settings : {},
  };
}
