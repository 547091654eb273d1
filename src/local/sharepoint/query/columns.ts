import { propertyMissing } from "../errors.ts";
import { isLookup, isPerson } from "../fields/field-types.ts";
import { entityName, propertyName, type Field } from "../fields/field.ts";
import type { List } from "../store/list.ts";

/** Which table a column is taken from where a query reads two. */
export type Alias = "item" | "target";

/** Columns that are worked out rather than kept. */
const expressions: Readonly<Record<string, (alias: Alias) => string>> = {
  fileref: (of) => `(${of}.dir || '/' || ${of}.leaf)`,
  versionlabel: (of) => `((${of}.version / 512) || '.' || (${of}.version % 512))`,
  contenttype: (of) =>
    `iif(${of}.type IS NULL, ${typeSql(of, "Folder", "Item", "Document")}, (SELECT json_extract(content_types.settings, '$.name') FROM content_types WHERE content_types.id = ${of}.type))`,
  contenttypeid: (of) => `ifnull(${of}.type, ${typeSql(of, "0x0120", "0x01", "0x0101")})`,
  filetype: (of) => `iif(${of}.kind = 1, NULL, ${extensionSql(of)})`,
  position: (of) => `(${of}.id * 100.0)`,
};

const typeSql = (of: Alias, folder: string, item: string, document: string) =>
  `(CASE WHEN ${of}.kind = 1 THEN '${folder}' WHEN ${of}.blob IS NULL THEN '${item}' ELSE '${document}' END)`;

/** What stands behind the last dot of a name; nothing where there is none. */
const extensionSql = (of: Alias) =>
  `iif(instr(${of}.leaf, '.') > 0, substr(${of}.leaf, length(rtrim(${of}.leaf, replace(${of}.leaf, '.', ''))) + 1), NULL)`;

/** The SQL that answers what a field holds; made of our own names only, never of a client's text. */
export function columnSql(storedIn: string, alias: Alias = "item"): string {
  const expression = expressions[storedIn];
  if (expression !== undefined) return expression(alias);
  if (!/^[a-z]+\d*$/.test(storedIn)) throw new Error(`No column can be called ${storedIn}.`);
  return `${alias}.${storedIn}`;
}

/** What a name in $select, $filter or $orderby means; `id` where a person or lookup is meant by its id. */
export interface Meant {
  readonly field: Field;
  readonly byId: boolean;
}

/** Finds a field by the name that items answer it under. Throws 400 for unknown names. */
export function findField(list: List, name: string): Meant {
  const wanted = name === "Id" ? "ID" : name === "FileSystemObjectType" ? "FSObjType" : name;
  for (const field of list.fields) {
    if (entityName(field) === wanted || field.name === wanted) return { field, byId: false };
    if (isReference(field) && propertyName(field) === wanted) return { field, byId: true };
  }
  throw propertyMissing(name);
}

export function isReference(field: Field): boolean {
  return isPerson(field.type) || isLookup(field.type);
}
