import type { SQLOutputValue } from "node:sqlite";
import type { FieldType } from "../fields/field-types.ts";
import type { Field } from "../fields/field.ts";
import { isObject, parseJson } from "../json.ts";
import { Complex, type Value } from "../odata/entity.ts";
import type { Row } from "../store/row.ts";

type Reader = (kept: SQLOutputValue) => Value;

/** Every other type answers its number or text as it is kept. */
const readers: Partial<Record<FieldType, Reader>> = {
  Boolean: (kept) => kept !== 0,
  AllDayEvent: (kept) => kept !== 0,
  Recurrence: (kept) => kept !== 0,
  Attachments: (kept) => kept !== 0,
  MultiChoice: readList,
  UserMulti: readList,
  LookupMulti: readList,
  URL: readUrl,
};

/** What a field of this row answers; people and lookups answer their ids. */
export function readValue(field: Field, row: Row): Value {
  const kept = row[field.storedIn];
  if (kept === null || kept === undefined) return null;
  const reader = readers[field.type];
  if (reader) return reader(kept);
  return typeof kept === "number" || typeof kept === "string" ? kept : null;
}

/** The ids that a person or lookup field points at. */
export function readIds(field: Field, row: Row): readonly number[] {
  const value = readValue(field, row);
  if (typeof value === "number") return [value];
  return isList(value) ? value.filter((id) => typeof id === "number") : [];
}

function readList(kept: SQLOutputValue): Value {
  const list = typeof kept === "string" ? parseJson(kept) : null;
  if (!Array.isArray(list)) return null;
  const values: Value[] = [];
  for (const entry of list) {
    if (typeof entry === "number" || typeof entry === "string") values.push(entry);
  }
  return values;
}

function readUrl(kept: SQLOutputValue): Value {
  const url = typeof kept === "string" ? parseJson(kept) : null;
  if (!isObject(url)) return null;
  const { Description: description, Url: address } = url;
  return new Complex("SP.FieldUrlValue", {
    Description: typeof description === "string" ? description : null,
    Url: typeof address === "string" ? address : null,
  });
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
