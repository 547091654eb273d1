import { randomUUID } from "node:crypto";
import type { Database } from "./database.ts";
import { isLibrary, tableOf, type List } from "./list.ts";
import { listTemplate } from "./list-templates.ts";
import { json, number, text, type Row } from "./row.ts";
import {
  documentKind,
  folderKind,
  itemKind,
  stockTypes,
  typeSettings,
  type ContentType,
  type TypeSettings,
} from "./stock-types.ts";

/** The types that every list of the site can use. */
export function siteTypes(database: Database): ContentType[] {
  return [itemKind, documentKind, folderKind, ...stockTypes, ...read(database, null)];
}

/** The type of what lists of this template hold, where that is not plain items or documents. */
export function templateType(template: number): ContentType | undefined {
  const wanted = listTemplate(template)?.type;
  return stockTypes.find(({ id }) => id === wanted);
}

/** What a new item or file is of, before anybody says so; null is plain. */
export function firstType(database: Database, list: List): string | null {
  const { typeOrder, ownType, removedTypes } = list.settings;
  if (!typeOrder && ownType === null && removedTypes.length === 0) return null;
  const first = listTypes(database, list).find(({ id }) => !id.startsWith("0x0120"))?.id;
  return first === undefined || kindOfType(first) !== first ? null : first;
}

/** The types of one list: items or documents, folders, and what was added; first those that were put in an order. */
export function listTypes(database: Database, list: List): ContentType[] {
  const { ownType, removedTypes } = list.settings;
  const kept = read(database, list.number);
  const changed = (wanted: string | null) => kept.find(({ id }) => id === wanted);
  const [plain, folder] = ownKinds(list);
  const own = changed(ownType) ?? changed(plain.id) ?? plain;
  const first = [own, changed(folder.id) ?? folder];
  const all = [...first, ...kept.filter((type) => !first.includes(type))].filter(
    ({ id }) => !removedTypes.includes(id),
  );
  const order = list.settings.typeOrder ?? [];
  const place = ({ id }: ContentType) => (order.includes(id) ? order.indexOf(id) : order.length);
  return all.toSorted((one, other) => place(one) - place(other));
}

/** Plain items or documents, and folders, as a list has them. */
function ownKinds(list: List): [ContentType, ContentType] {
  const ofList = (type: ContentType) => ({ ...type, id: ownTypeId(list, type.id) });
  return [ofList(isLibrary(list) ? documentKind : itemKind), ofList(folderKind)];
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
    JSON.stringify(typeSettings.parse(type)),
  );
}

/** What every list begins with is written down when it is first changed. */
export function updateType(
  database: Database,
  list: Pick<List, "number"> | undefined,
  type: ContentType,
  change: Partial<TypeSettings>,
): void {
  const next = { ...type, ...change };
  if (type.builtIn) insertType(database, list, type.id, next);
  else
    database.run(
      "UPDATE content_types SET settings = ? WHERE list IS ? AND id = ?",
      JSON.stringify(typeSettings.parse(next)),
      list?.number ?? null,
      type.id,
    );
}

/** Takes a type from the site or a list; what a list began with is noted as taken. */
export function deleteType(database: Database, list: List | undefined, { id }: ContentType): void {
  database.run("DELETE FROM content_types WHERE list IS ? AND id = ?", list?.number ?? null, id);
  if (!list || !ownKinds(list).some((kind) => kind.id === id)) return;
  const removedTypes = [...list.settings.removedTypes, id];
  database.run(
    "UPDATE lists SET settings = json_set(settings, '$.removedTypes', json(?)) WHERE number = ?",
    JSON.stringify(removedTypes),
    list.number,
  );
}

/** Whether any item is of this type: of any list, or of its own where it is one that rows know by themselves. */
export function isTypeUsed(
  database: Database,
  list: List | undefined,
  { id }: ContentType,
): boolean {
  const kind = kindOfType(id);
  if (list && kind !== id) {
    const where = `type IS NULL AND kind = ${kind === "0x0120" ? 1 : 0}`;
    return database.one(`SELECT 1 FROM ${tableOf(list)} WHERE ${where} LIMIT 1`) !== undefined;
  }
  const used = (table: string) =>
    database.one(`SELECT 1 FROM ${table} WHERE type = ? LIMIT 1`, id) !== undefined;
  return database
    .all("SELECT number FROM lists")
    .some((row) => used(`items_${number(row, "number")}`));
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
      ...typeSettings.parse(json(row, "settings")),
      id: text(row, "id"),
      builtIn: false,
    }));
}
