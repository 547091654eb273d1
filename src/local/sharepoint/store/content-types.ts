import { randomUUID } from "node:crypto";
import { z } from "zod";
import { stockColumns } from "../fields/stock-columns.ts";
import type { Database } from "./database.ts";
import { isLibrary, tableOf, type List } from "./list.ts";
import { json, number, text, type Row } from "./row.ts";

const link = z.object({
  id: z.string(),
  name: z.string(),
  required: z.boolean().default(false),
  hidden: z.boolean().default(false),
});
export type FieldLink = z.infer<typeof link>;

const settings = z.object({
  name: z.string(),
  description: z.string().default(""),
  group: z.string().default("Custom Content Types"),
  hidden: z.boolean().default(false),
  readOnly: z.boolean().default(false),
  sealed: z.boolean().default(false),
  /** Columns besides those that its kind brings: of the site for a type of the site, of the list for one of a list. */
  links: z.array(link).default([]),
});
export type TypeSettings = z.infer<typeof settings>;

export interface ContentType extends TypeSettings {
  readonly id: string;
  readonly builtIn: boolean;
}

const builtIn = (
  id: string,
  name: string,
  group: string,
  description: string,
  columns = "",
): ContentType => ({
  ...settings.parse({ name, group, description, links: linksTo(columns.split(" ")) }),
  id,
  builtIn: true,
});

function linksTo(names: readonly string[]): FieldLink[] {
  return stockColumns
    .filter(({ name }) => names.includes(name))
    .map(({ id = "", name, settings: { required, hidden } }) => ({ id, name, required, hidden }));
}

const itemKind = builtIn("0x01", "Item", "List Content Types", "Create a new list item.");
const documentKind = builtIn(
  "0x0101",
  "Document",
  "Document Content Types",
  "Create a new document.",
);
const folderKind = builtIn("0x0120", "Folder", "Folder Content Types", "Create a new folder.");

const lists = "List Content Types";
const documents = "Document Content Types";

/** What sites offer besides, with the ids they have everywhere. */
const more: readonly ContentType[] = [
  builtIn("0x010101", "Form", documents, "Fill out this form."),
  builtIn("0x010102", "Picture", documents, "Upload an image or a photograph."),
  builtIn("0x010108", "Wiki Page", documents, "Create a new wiki page."),
  builtIn("0x010109", "Basic Page", documents, "Create a new basic page."),
  builtIn(
    "0x0102",
    "Event",
    lists,
    "Create a meeting.",
    "Location EventDate EndDate Description Category",
  ),
  builtIn(
    "0x0103",
    "Issue",
    lists,
    "Track an issue.",
    "AssignedTo IssueStatus Priority Comments Category DueDate",
  ),
  builtIn("0x0104", "Announcement", lists, "Create a new news item.", "Body Expires"),
  builtIn("0x0105", "Link", lists, "Create a new link to a web page.", "URL Comments"),
  builtIn(
    "0x0106",
    "Contact",
    lists,
    "Store information about a person.",
    "FirstName FullName Email Company JobTitle WorkPhone",
  ),
  builtIn("0x0107", "Message", lists, "Create a new message.", "Body"),
  builtIn(
    "0x0108",
    "Task",
    lists,
    "Track a work item.",
    "Priority Status PercentComplete AssignedTo StartDate DueDate Body",
  ),
];

/** The types that every list of the site can use. */
export function siteTypes(database: Database): ContentType[] {
  return [itemKind, documentKind, folderKind, ...more, ...read(database, null)];
}

/** The types of one list: items or documents, folders, and what was added; first those that were put in an order. */
export function listTypes(database: Database, list: List): ContentType[] {
  const first = isLibrary(list) ? documentKind : itemKind;
  const own = [first, folderKind].map((type) => ({ ...type, id: ownTypeId(list, type.id) }));
  const all = [...own, ...read(database, list.number)];
  const order = list.settings.typeOrder ?? [];
  const place = ({ id }: ContentType) => (order.includes(id) ? order.indexOf(id) : order.length);
  return all.toSorted((one, other) => place(one) - place(other));
}

const ownIds = new WeakMap<Pick<List, "id">, Map<string, string>>();

/** What an item is of in this list, where its row knows only of what kind it is. */
export function ownTypeId(list: Pick<List, "id">, id: string): string {
  const known = ownIds.get(list) ?? new Map<string, string>();
  if (known.size === 0) ownIds.set(list, kindsIn(list, known));
  return known.get(id) ?? id;
}

function kindsIn({ id }: Pick<List, "id">, known: Map<string, string>): Map<string, string> {
  for (const kind of ["0x01", "0x0101", "0x0120"])
    known.set(kind, `${kind}00${id.replaceAll("-", "").toUpperCase()}`);
  return known;
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

/** Whether any item of any list is of this type. */
export function isTypeUsed(database: Database, { id }: ContentType): boolean {
  return database
    .all("SELECT number FROM lists")
    .some(
      (row) =>
        database.one(`SELECT 1 FROM items_${number(row, "number")} WHERE type = ? LIMIT 1`, id) !==
        undefined,
    );
}

/** Says of what type an item is; the kinds that rows know by themselves need no word. */
export function writeItemType(database: Database, list: List, item: number, type: string): void {
  database.run(
    `UPDATE ${tableOf(list)} SET type = ? WHERE id = ?`,
    kindOfType(type) === type ? type : null,
    item,
  );
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
