import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Database } from "./database.ts";
import { isLibrary, type List } from "./list.ts";
import { json, text, type Row } from "./row.ts";

const settings = z.object({
  name: z.string(),
  description: z.string().default(""),
  group: z.string().default("Custom Content Types"),
  hidden: z.boolean().default(false),
  readOnly: z.boolean().default(false),
  sealed: z.boolean().default(false),
});
export type TypeSettings = z.infer<typeof settings>;

export interface ContentType extends TypeSettings {
  readonly id: string;
  readonly builtIn: boolean;
}

const builtIn = (id: string, name: string, group: string, description: string): ContentType => ({
  ...settings.parse({ name, group, description }),
  id,
  builtIn: true,
});

const item = builtIn("0x01", "Item", "List Content Types", "Create a new list item.");
const document = builtIn("0x0101", "Document", "Document Content Types", "Create a new document.");
const folder = builtIn("0x0120", "Folder", "Folder Content Types", "Create a new folder.");

/** The types that every list of the site can use. */
export function siteTypes(database: Database): ContentType[] {
  return [item, document, folder, ...read(database, null)];
}

/** The types of one list: items or documents, folders, and what was added. */
export function listTypes(database: Database, list: List): ContentType[] {
  const first = isLibrary(list) ? document : item;
  const own = [first, folder].map((type) => ({ ...type, id: ownTypeId(list, type.id) }));
  return [...own, ...read(database, list.number)];
}

/** What an item is of in this list, where its row knows only of what kind it is. */
export function ownTypeId(list: Pick<List, "id">, id: string): string {
  return /^0x01(?:01|20)?$/.test(id) ? `${id}00${list.id.replaceAll("-", "").toUpperCase()}` : id;
}

/** The opposite: `0x01`, `0x0101` or `0x0120` of a list's own id for it. */
export function kindOfType(id: string): string {
  return /^(0x01(?:01|20)?)00[0-9A-F]{32}$/i.exec(id)?.[1] ?? id;
}

/** A new id below another one, as a list gives it to a type that it takes from the site. */
export function childTypeId(parent: string): string {
  return `${parent}00${randomUUID().replaceAll("-", "").toUpperCase()}`;
}

/** The type that another one is made from: the longest known id that its own begins with. */
export function parentType(types: readonly ContentType[], id: string): ContentType | undefined {
  return types
    .filter((type) => type.id !== id && id.toLowerCase().startsWith(type.id.toLowerCase()))
    .toSorted((first, second) => second.id.length - first.id.length)[0];
}

export function insertType(
  database: Database,
  list: Pick<List, "number"> | undefined,
  id: string,
  type: Partial<TypeSettings> & Pick<TypeSettings, "name">,
): void {
  database.run(
    "INSERT INTO content_types (list, id, settings) VALUES (?, ?, ?)",
    list?.number ?? null,
    id,
    JSON.stringify(settings.parse(type)),
  );
}

export function updateType(
  database: Database,
  list: Pick<List, "number"> | undefined,
  type: ContentType,
  change: Partial<TypeSettings>,
): void {
  database.run(
    "UPDATE content_types SET settings = ? WHERE list IS ? AND id = ?",
    JSON.stringify(settings.parse({ ...type, ...change })),
    list?.number ?? null,
    type.id,
  );
}

export function deleteType(
  database: Database,
  list: Pick<List, "number"> | undefined,
  { id }: ContentType,
): void {
  database.run("DELETE FROM content_types WHERE list IS ? AND id = ?", list?.number ?? null, id);
}

export function isTypeUsed(database: Database, { id }: ContentType): boolean {
  const used = database.one("SELECT 1 FROM item_types WHERE type = ?", id);
  return used !== undefined;
}

/** Says of what type an item is; the kinds that rows know by themselves need no word. */
export function writeItemType(database: Database, uid: string, type: string): void {
  const kind = kindOfType(type);
  if (kind === type)
    database.run("INSERT OR REPLACE INTO item_types (item, type) VALUES (?, ?)", uid, type);
  else database.run("DELETE FROM item_types WHERE item = ?", uid);
}

function read(database: Database, list: number | null): ContentType[] {
  return database
    .all("SELECT * FROM content_types WHERE list IS ? ORDER BY rowid", list)
    .map((row: Row) => ({
      ...settings.parse(json(row, "settings")),
      id: text(row, "id"),
      builtIn: false,
    }));
}
