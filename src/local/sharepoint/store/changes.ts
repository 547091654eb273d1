import type { Database } from "./database.ts";

/** SP.ChangeType. */
export const changeType = {
  add: 1,
  update: 2,
  delete: 3,
  rename: 4,
  moveAway: 5,
  moveInto: 6,
  restore: 7,
  roleAdd: 8,
  roleDelete: 9,
  roleUpdate: 10,
  assignmentAdd: 11,
  assignmentDelete: 12,
  memberAdd: 13,
  memberDelete: 14,
  systemUpdate: 15,
  scopeAdd: 17,
  scopeDelete: 18,
} as const;

export type ChangeAction = (typeof changeType)[keyof typeof changeType];
export type ChangedObject = "item" | "file" | "folder" | "list" | "field" | "group" | "web";

export interface NewChange {
  readonly at: string;
  readonly object: ChangedObject;
  readonly action: ChangeAction;
  readonly list?: { readonly number: number; readonly id: string };
  readonly item?: number;
  readonly guid?: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Writes one line of the change log; the caller's transaction carries it. */
export function recordChange(database: Database, change: NewChange): void {
  database.run(
    "INSERT INTO changes (at, object, action, list_id, list, item, guid, details) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    change.at,
    change.object,
    change.action,
    change.list?.id ?? null,
    change.list?.number ?? null,
    change.item ?? null,
    change.guid ?? null,
    JSON.stringify(change.details ?? {}),
  );
}

export function lastChange(database: Database): { number: number; at: string } | undefined {
  const row = database.one("SELECT number, at FROM changes ORDER BY number DESC LIMIT 1");
  return row === undefined ? undefined : { number: Number(row["number"]), at: String(row["at"]) };
}
