import type { Database } from "../store/database.ts";
import { flag, number, text, textOrNull, type Row } from "../store/row.ts";

/** A permission level. */
export interface Role {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly high: number;
  readonly low: number;
  readonly position: number;
  readonly kind: number;
  readonly hidden: boolean;
}

export function allRoles(database: Database): Role[] {
  return database.all("SELECT * FROM roles ORDER BY position, id").map(fromRow);
}

export function roleById(database: Database, id: number): Role | undefined {
  const row = database.one("SELECT * FROM roles WHERE id = ?", id);
  return row === undefined ? undefined : fromRow(row);
}

export function roleByName(database: Database, name: string): Role | undefined {
  const row = database.one("SELECT * FROM roles WHERE name = ?", name);
  return row === undefined ? undefined : fromRow(row);
}

export function insertRole(
  database: Database,
  role: Omit<Role, "id" | "kind" | "hidden"> & Partial<Role>,
): number {
  return database.run(
    "INSERT INTO roles (id, name, description, high, low, position, kind, hidden) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    role.id ?? null,
    role.name,
    role.description,
    role.high,
    role.low,
    role.position,
    role.kind ?? 0,
    role.hidden === true ? 1 : 0,
  ).id;
}

export function updateRole(database: Database, role: Role): void {
  database.run(
    "UPDATE roles SET name = ?, description = ?, high = ?, low = ?, position = ? WHERE id = ?",
    role.name,
    role.description,
    role.high,
    role.low,
    role.position,
    role.id,
  );
}

export function deleteRole(database: Database, id: number): void {
  database.run("DELETE FROM roles WHERE id = ?", id);
}

export interface Assignment {
  readonly principal: number;
  readonly roles: readonly Role[];
}

/** Who has which levels in a scope, by principal id. */
export function assignmentsIn(database: Database, scope: number): Assignment[] {
  const rows = database.all(
    `SELECT assignments.principal, roles.* FROM assignments JOIN roles ON roles.id = assignments.role
     WHERE assignments.scope = ? ORDER BY assignments.principal, roles.position`,
    scope,
  );
  return [...Map.groupBy(rows, (row) => number(row, "principal"))].map(([principal, own]) => ({
    principal,
    roles: own.map(fromRow),
  }));
}

function fromRow(row: Row): Role {
  return {
    id: number(row, "id"),
    name: text(row, "name"),
    description: textOrNull(row, "description"),
    high: number(row, "high"),
    low: number(row, "low"),
    position: number(row, "position"),
    kind: number(row, "kind"),
    hidden: flag(row, "hidden"),
  };
}
