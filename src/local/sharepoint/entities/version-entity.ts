import { propertyName } from "../fields/field.ts";
import { isObject, type Json } from "../json.ts";
import { readValue } from "../items/read-value.ts";
import { Complex, type Entity, type Value } from "../odata/entity.ts";
import { isReference } from "../query/columns.ts";
import { entityName } from "../fields/field.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { principalById } from "../store/principals.ts";
import { json, number, type Row } from "../store/row.ts";

/** Every version of an item, newest first, as it stood then. */
export function versionEntities(session: Session, list: List, row: Row): Entity[] {
  const older = session.database.all(
    "SELECT content FROM versions WHERE list = ? AND item = ? ORDER BY version DESC",
    list.number,
    number(row, "id"),
  );
  const past = older.map((version) => asRow(json(version, "content")));
  return [row, ...past].map((version, index) =>
    versionEntity(session, list, { ...version, id: number(row, "id") }, index === 0),
  );
}

function versionEntity(session: Session, list: List, row: Row, current: boolean): Entity {
  const version = number(row, "version");
  const fields: Record<string, Value> = {};
  for (const field of list.fields) {
    if (!field.settings.hidden) fields[propertyOf(field)] = readVersionValue(session, field, row);
  }
  return {
    type: "SP.ListItemVersion",
    path: `Web/Lists(guid'${list.id}')/Items(${number(row, "id")})/Versions(${version})`,
    properties: {
      IsCurrentVersion: current,
      VersionId: version,
      VersionLabel: `${Math.floor(version / 512)}.${version % 512}`,
      ...fields,
      Created: String(row["modified"]).replace("Z", ""),
    },
  };
}

type Field = List["fields"][number];

function propertyOf(field: Field): string {
  const name = isReference(field) ? entityName(field) : propertyName(field);
  return name.replaceAll("_", "_x005f_").replace("OData_x005f_", "OData_");
}

/** Versions tell people with their names, not their ids alone. */
function readVersionValue(session: Session, field: Field, row: Row): Value {
  const value = readValue(field, row);
  if (!isReference(field)) return value;
  const ids = Array.isArray(value) ? value : [value];
  const told = ids.flatMap((id) => (typeof id === "number" ? lookupValue(session, field, id) : []));
  return Array.isArray(value) ? told : (told[0] ?? null);
}

function lookupValue(session: Session, field: Field, id: number): Complex[] {
  if (field.type !== "User" && field.type !== "UserMulti")
    return [new Complex("SP.FieldLookupValue", { LookupId: id, LookupValue: null })];
  const principal = principalById(session.database, id);
  if (!principal) return [];
  const { title, email } = principal;
  return [new Complex("SP.FieldUserValue", { LookupId: id, LookupValue: title, Email: email })];
}

function asRow(content: Json): Row {
  const row: Record<string, string | number | null> = {};
  if (!isObject(content)) return row;
  for (const [name, value] of Object.entries(content)) {
    if (value === null || typeof value === "string" || typeof value === "number") row[name] = value;
  }
  return row;
}
