import type { FieldType } from "../fields/field-types.ts";
import type { Field } from "../fields/field.ts";
import type { Parameter } from "../store/database.ts";
import type { List } from "../store/list.ts";
import { readInstant } from "./instant.ts";

/** What fields hold where nothing is given for them, by column. */
export function defaultValues(list: List, now: string): [string, Parameter][] {
  return list.fields.flatMap((field): [string, Parameter][] => {
    const text = field.settings.defaultValue;
    if (text === null || text === "" || field.builtIn) return [];
    const value = defaultValue(field, text, now);
    return value === null ? [] : [[field.storedIn, value]];
  });
}

type Reader = (text: string, now: string) => Parameter;

const none: Reader = () => null;
const toNumber: Reader = (text) => (Number.isFinite(Number(text)) ? Number(text) : null);

/** Every other type takes the text as it is. */
const readers: Partial<Record<FieldType, Reader>> = {
  Number: toNumber,
  Currency: toNumber,
  Integer: toNumber,
  Boolean: (text) => (text === "1" || text.toLowerCase() === "true" ? 1 : 0),
  DateTime: (text, now) => (/^\[today\]$/i.test(text) ? now : (readInstant(text) ?? null)),
  MultiChoice: (text) => JSON.stringify(text.split(";#").filter((choice) => choice !== "")),
  User: none,
  UserMulti: none,
  Lookup: none,
  LookupMulti: none,
  URL: none,
};

/** Reads a default as it is kept in settings; null where it is none. */
export function defaultValue(field: Field, text: string, now: string): Parameter {
  const reader = readers[field.type];
  return reader ? reader(text, now) : text;
}
