import type { Database } from "../store/database.ts";
import { number, text, textOrNull, type Row } from "../store/row.ts";

/** A subscription to one list's changes. */
export interface Hook {
  readonly id: string;
  /** The number of the list. */
  readonly list: number;
  readonly url: string;
  readonly state: string | null;
  /** ISO 8601 in UTC. */
  readonly expires: string;
  /** The number of the last change that was told, or given up on. */
  readonly told: number;
}

export function hooksOf(database: Database, list: number): Hook[] {
  return database.all("SELECT * FROM hooks WHERE list = ? ORDER BY expires, id", list).map(fromRow);
}

export function allHooks(database: Database): Hook[] {
  return database.all("SELECT * FROM hooks ORDER BY id").map(fromRow);
}

export function insertHook(database: Database, hook: Hook): void {
  database.run(
    "INSERT INTO hooks (id, list, url, state, expires, told) VALUES (?, ?, ?, ?, ?, ?)",
    hook.id,
    hook.list,
    hook.url,
    hook.state,
    hook.expires,
    hook.told,
  );
}

export function updateHook(database: Database, { id, url, state, expires }: Hook): void {
  database.run(
    "UPDATE hooks SET url = ?, state = ?, expires = ? WHERE id = ?",
    url,
    state,
    expires,
    id,
  );
}

export function deleteHook(database: Database, id: string): void {
  database.run("DELETE FROM hooks WHERE id = ?", id);
}

export function markTold(database: Database, id: string, change: number): void {
  database.run("UPDATE hooks SET told = ? WHERE id = ?", change, id);
}

/** The newest change to what is in the list, after those that the hook was told of. */
export function untoldChange(database: Database, listId: string, told: number): number | undefined {
  const row = database.one(
    `SELECT max(number) AS number FROM changes
     WHERE list_id = ? AND number > ? AND object IN ('item', 'file', 'folder')`,
    listId,
    told,
  );
  const newest = row?.["number"];
  return typeof newest === "number" ? newest : undefined;
}

function fromRow(row: Row): Hook {
  return {
    id: text(row, "id"),
    list: number(row, "list"),
    url: text(row, "url"),
    state: textOrNull(row, "state"),
    expires: text(row, "expires"),
    told: number(row, "told"),
  };
}
