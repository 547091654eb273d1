import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Database } from "./database.ts";
import { json, text, type Row } from "./row.ts";

/** What somebody added to the pages of a site, a web or a list; nothing here shows it, clients read it. */
export const actionSettings = z.object({
  ClientSideComponentId: z.string().default("00000000-0000-0000-0000-000000000000"),
  ClientSideComponentProperties: z.string().default(""),
  CommandUIExtension: z.string().nullable().default(null),
  Description: z.string().nullable().default(null),
  Group: z.string().nullable().default(null),
  HostProperties: z.string().default(""),
  ImageUrl: z.string().nullable().default(null),
  Location: z.string().default(""),
  Name: z.string().nullable().default(null),
  RegistrationId: z.string().nullable().default(null),
  RegistrationType: z.number().int().default(0),
  ScriptBlock: z.string().nullable().default(null),
  ScriptSrc: z.string().nullable().default(null),
  Sequence: z.number().int().default(0),
  Title: z.string().nullable().default(null),
  Url: z.string().nullable().default(null),
});
type ActionSettings = z.infer<typeof actionSettings>;

export interface UserAction {
  readonly id: string;
  readonly settings: ActionSettings;
}

/** Whose it is: a list's, a web's, or (web 0) the site collection's. */
export interface ActionPlace {
  readonly web: number;
  readonly list: number | null;
}

export function actionsOf(database: Database, { web, list }: ActionPlace): UserAction[] {
  return database
    .all("SELECT * FROM user_actions WHERE web = ? AND list IS ? ORDER BY rowid", web, list)
    .map(fromRow);
}

export function insertAction(
  database: Database,
  { web, list }: ActionPlace,
  settings: ActionSettings,
): UserAction {
  const action = { id: randomUUID(), settings };
  database.run(
    "INSERT INTO user_actions (id, web, list, settings) VALUES (?, ?, ?, ?)",
    action.id,
    web,
    list,
    JSON.stringify(settings),
  );
  return action;
}

export function updateAction(database: Database, { id, settings }: UserAction): void {
  database.run("UPDATE user_actions SET settings = ? WHERE id = ?", JSON.stringify(settings), id);
}

export function deleteAction(database: Database, { id }: UserAction): void {
  database.run("DELETE FROM user_actions WHERE id = ?", id);
}

function fromRow(row: Row): UserAction {
  return { id: text(row, "id"), settings: actionSettings.parse(json(row, "settings")) };
}
