import { queryInvalid } from "../errors.ts";
import type { FieldType } from "../fields/field-types.ts";
import type { Field } from "../fields/field.ts";
import { readInstant } from "../items/instant.ts";
import type { Literal } from "../odata/literal.ts";
import { kindOfType } from "../store/content-types.ts";

type Given = Exclude<Literal, null>;
type Reader = (field: Field, value: Given) => string | number;

/** Every other type compares as text. */
const readers: Partial<Record<FieldType, Reader>> = {
  Number: toNumber,
  Currency: toNumber,
  Integer: toNumber,
  Counter: toNumber,
  User: toNumber,
  Lookup: toNumber,
  UserMulti: toNumber,
  LookupMulti: toNumber,
  Boolean: toFlag,
  AllDayEvent: toFlag,
  Recurrence: toFlag,
  Attachments: toFlag,
  DateTime: toInstant,
  ContentTypeId: (_field, value) => kindOfType(String(value)),
};

/** The value as the column keeps it, so that SQLite compares like with like. Throws 400 where it cannot be one. */
export function comparable(field: Field, value: Given): string | number {
  const reader = readers[field.type];
  return reader ? reader(field, value) : String(value);
}

function toFlag(_field: Field, value: Given): number {
  return value === true || value === "true" || Number(value) === 1 ? 1 : 0;
}

function toNumber(field: Field, value: Given): number {
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  if (Number.isFinite(number)) return number;
  throw queryInvalid(`The value for the field '${field.name}' must be a number.`);
}

function toInstant(field: Field, value: Given): string {
  const instant = readInstant(String(value));
  if (instant !== undefined) return instant;
  throw queryInvalid(`The value for the field '${field.name}' must be a date.`);
}
