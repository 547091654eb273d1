import { propertyNotOfType } from "../errors.ts";
import { isPerson, type FieldType } from "../fields/field-types.ts";
import { entityName, propertyName, type Field } from "../fields/field.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { isReference } from "../query/columns.ts";
import type { Session } from "../session.ts";
import type { Parameter } from "../store/database.ts";
import type { List } from "../store/list.ts";
import { principalById } from "../store/principals.ts";
import { checkText } from "./check-value.ts";
import { entityTypeOf } from "./entity-type.ts";
import { readInstant } from "./instant.ts";
import { Refusal } from "./refusal.ts";

/** What fields are to hold, as their columns keep it. */
export type Values = ReadonlyMap<Field, Parameter>;

/** Properties that are no fields, and that SharePoint takes in silence. */
const ignored = new Set(["ContentTypeId", "FileSystemObjectType", "Id", "Attachments"]);

/** Reads an item's body. Columns that only the system writes are passed over; throws 400 for unknown ones. */
export function valuesFromJson(session: Session, list: List, body: JsonObject): Values {
  const values = new Map<Field, Parameter>();
  for (const [name, json] of Object.entries(body)) {
    const field = list.fields.find(
      (candidate) => propertyName(candidate) === name && !isShadowed(candidate),
    );
    if (field && !field.settings.readOnly) values.set(field, tryRead(session, field, json));
    else if (!field && !ignored.has(name) && !isStringId(list, name))
      throw propertyNotOfType(name, entityTypeOf(list));
  }
  return values;
}

function isShadowed(field: Field): boolean {
  return ignored.has(entityName(field));
}

/** `OwnerStringId` comes back with `OwnerId` in some answers, and is sent back by some clients. */
function isStringId(list: List, name: string): boolean {
  return list.fields.some((field) => isReference(field) && `${entityName(field)}StringId` === name);
}

function tryRead(session: Session, field: Field, json: Json): Parameter {
  try {
    return read(session, field, json);
  } catch (error) {
    throw error instanceof Refusal ? error.asError() : error;
  }
}

type Reader = (field: Field, json: Json, session: Session) => Parameter;

/** Every other type holds text. */
const readers: Partial<Record<FieldType, Reader>> = {
  Number: toNumber,
  Currency: toNumber,
  Integer: toNumber,
  Boolean: toFlag,
  AllDayEvent: toFlag,
  Recurrence: toFlag,
  DateTime: toInstant,
  MultiChoice: toTexts,
  URL: toUrl,
  User: toId,
  Lookup: toId,
  UserMulti: toIds,
  LookupMulti: toIds,
};

function read(session: Session, field: Field, json: Json): Parameter {
  if (json === null) return null;
  const reader = readers[field.type];
  return reader ? reader(field, json, session) : checkText(field, toText(field, json));
}

function toFlag(_field: Field, json: Json): number {
  return [true, 1, "true", "1"].includes(asFlag(json)) ? 1 : 0;
}

function asFlag(json: Json): string | number | boolean {
  return typeof json === "object" || json === null ? false : json;
}

function toText(field: Field, json: Json): string {
  if (typeof json === "string") return json;
  if (typeof json === "number" || typeof json === "boolean") return String(json);
  throw new Refusal(`The field ${field.title} takes a text.`);
}

function toNumber(field: Field, json: Json): number {
  const value = typeof json === "string" && json.trim() === "" ? Number.NaN : Number(json);
  const fits = field.type === "Integer" ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (fits && !isObject(json) && !isList(json)) return value;
  throw new Refusal(`The field ${field.title} takes a number.`);
}

function toInstant(field: Field, json: Json): string | null {
  if (json === "") return null;
  const instant = typeof json === "string" ? readInstant(json) : undefined;
  if (instant !== undefined) return instant;
  throw new Refusal(`The field ${field.title} takes a date in ISO 8601.`);
}

function toTexts(field: Field, json: Json): string | null {
  const list = isList(json) ? json : [json];
  const texts = list.map((entry) => toText(field, entry));
  return texts.length === 0 ? null : JSON.stringify(texts);
}

function toUrl(field: Field, json: Json): string | null {
  if (!isObject(json) || typeof json["Url"] !== "string")
    throw new Refusal(`The field ${field.title} takes an address: {"Url", "Description"}.`);
  const description = json["Description"];
  if (json["Url"] === "") return null;
  return JSON.stringify({
    Url: checkText(field, json["Url"]),
    Description: typeof description === "string" ? description : json["Url"],
  });
}

function toId(field: Field, json: Json, session: Session): number | null {
  const id = Number(json);
  if (!Number.isSafeInteger(id) || isObject(json) || Array.isArray(json))
    throw new Refusal(`The field ${field.title} takes the id of a person or item.`);
  if (id <= 0) return null;
  if (isPerson(field.type) && !principalById(session.database, id))
    throw new Refusal(`The specified user ${id} could not be found.`);
  return id;
}

function toIds(field: Field, json: Json, session: Session): string | null {
  if (!isList(json)) throw new Refusal(`The field ${field.title} takes a list of ids.`);
  const ids = json.flatMap((entry) => toId(field, entry, session) ?? []);
  return ids.length === 0 ? null : JSON.stringify([...new Set(ids)]);
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
