import { z } from "zod";
import { isFlag, isMany, type FieldType } from "../fields/field-types.ts";
import type { Field } from "../fields/field.ts";
import { parseJson, type Json } from "../json.ts";
import { ensureUser } from "../permissions/ensure-user.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import type { Parameter } from "../store/database.ts";
import { fieldByName, type List } from "../store/list.ts";
import { groupByName } from "../store/principals.ts";
import { checkChoice, checkRange, checkText } from "./check-value.ts";
import { readFormInstant } from "./instant.ts";
import { Refusal } from "./refusal.ts";

export const formValues = z.array(
  z.object({ FieldName: z.string(), FieldValue: z.string().nullable().default(null) }),
);
export type FormValue = z.infer<typeof formValues>[number];

/** One field of the answer to a form: what was sent, and what was wrong with it. */
export interface FormResult {
  readonly name: string;
  readonly value: string | null;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface FormReading {
  readonly values: ReadonlyMap<Field, Parameter>;
  readonly results: readonly FormResult[];
  /** The approval that the form asks for, where it does. */
  readonly status: string | undefined;
  /** The content type that the form asks for, by name or id, where it does. */
  readonly type: string | undefined;
}

const statusField = "_ModerationStatus";
const typeFields = new Set(["ContentType", "ContentTypeId"]);
const backdatable = new Set(["Created", "Modified", "Author", "Editor"]);

/** Reads what a form sends, field by field; a refused value is told beside its field. */
export function valuesFromForm(
  session: Session,
  list: List,
  form: readonly FormValue[],
  bNewDocumentUpdate: boolean,
): FormReading {
  const values = new Map<Field, Parameter>();
  const mayBackdate = bNewDocumentUpdate && session.access.can(list.scope, right.manageLists);
  const results = form.map(({ FieldName: name, FieldValue: value }): FormResult => {
    if (name === statusField || typeFields.has(name)) return { name, value };
    try {
      const field = writableField(list, name, mayBackdate);
      values.set(field, read(session, field, value ?? ""));
      return { name, value };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { name, value, error: { code: error.code, message: error.message } };
    }
  });
  const status = form.find(({ FieldName }) => FieldName === statusField)?.FieldValue ?? undefined;
  const type = form.find(({ FieldName }) => typeFields.has(FieldName))?.FieldValue ?? undefined;
  return { values, results, status, type };
}

/** What a new item would lack: required fields that the form leaves empty. */
export function missingRequired(list: List, values: ReadonlyMap<Field, Parameter>): Field[] {
  return list.fields.filter(
    (field) =>
      field.settings.required &&
      !field.settings.readOnly &&
      field.name !== "FileLeafRef" &&
      (field.settings.defaultValue ?? field.settings.defaultFormula) === null &&
      (values.get(field) ?? null) === null,
  );
}

export const requiredMessage = "You can't leave this blank.";

function writableField(list: List, name: string, mayBackdate: boolean): Field {
  const field = fieldByName(list, name);
  if (!field)
    throw new Refusal(
      `Column '${name}' does not exist. It may have been deleted by another user.`,
      -2147024809,
    );
  const writable = !field.settings.readOnly || (mayBackdate && backdatable.has(name));
  if (!writable)
    throw new Refusal(`The field ${name} is written by the system and cannot be changed.`);
  return field;
}

type Reader = (field: Field, text: string, session: Session) => Parameter;

/** Every other type holds text. */
const readers: Partial<Record<FieldType, Reader>> = {
  Number: readNumber,
  Currency: readNumber,
  Integer: readNumber,
  Boolean: readFlag,
  AllDayEvent: readFlag,
  Recurrence: readFlag,
  DateTime: readDate,
  Choice: readChoice,
  MultiChoice: readChoices,
  URL: readUrl,
  User: readPeople,
  UserMulti: readPeople,
  Lookup: readLookups,
  LookupMulti: readLookups,
};

function read(session: Session, field: Field, text: string): Parameter {
  const { required, readOnly } = field.settings;
  if ((required || readOnly) && text.trim() === "") throw new Refusal(requiredMessage);
  if (text === "" && !isFlag(field.type)) return null;
  const reader = readers[field.type];
  return reader ? reader(field, text, session) : checkText(field, text);
}

function readFlag(_field: Field, text: string): number {
  return /^(?:1|true|yes|-1)$/i.test(text) ? 1 : 0;
}

function readChoice(field: Field, text: string): string | null {
  checkChoice(field, text);
  return checkText(field, text);
}

function readNumber(field: Field, text: string): number {
  const value = Number(text.replaceAll(",", ""));
  const fits = field.type === "Integer" ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (!fits || text.trim() === "") throw new Refusal("Only numbers can go here.");
  checkRange(field, value);
  return value;
}

function readDate(field: Field, text: string): string {
  const instant = readFormInstant(text);
  if (instant !== undefined) return instant;
  throw new Refusal(`You must specify a valid date for ${field.title}.`);
}

function readChoices(field: Field, text: string): string | null {
  const parts = text.split(/;#|;/).filter((part) => part !== "");
  for (const part of parts) checkChoice(field, part);
  return parts.length === 0 ? null : JSON.stringify(parts);
}

function readUrl(field: Field, text: string): string {
  const comma = text.indexOf(", ");
  const url = comma < 0 ? text : text.slice(0, comma);
  if (!/^(?:https?:\/\/|\/|mailto:|ftp:|file:)/i.test(url)) throw new Refusal("Invalid URL.");
  checkText(field, url);
  return JSON.stringify({ Url: url, Description: comma < 0 ? url : text.slice(comma + 2) });
}

const pickedPeople = z.array(z.object({ Key: z.string() }));

function readPeople(field: Field, text: string, session: Session): Parameter {
  const picked = pickedPeople.safeParse(tryParse(text));
  if (!picked.success)
    throw new Refusal(`The field ${field.title} takes people as [{"Key": "<login name>"}].`);
  const ids = picked.data.map(({ Key: key }) => {
    const person = ensureUser(session, key) ?? groupByName(session.database, key);
    if (!person) throw new Refusal(`The user '${key}' does not exist or is not unique.`);
    return person.id;
  });
  if (!isMany(field.type)) return ids[0] ?? null;
  return ids.length === 0 ? null : JSON.stringify([...new Set(ids)]);
}

/** `3`, or `3;#Title`; several as `3;#;#4;#`. */
function readLookups(field: Field, text: string): Parameter {
  const parts = text.split(";#");
  const ids = parts.filter((_, index) => index % 2 === 0).filter((part) => part !== "");
  if (ids.some((id) => !/^\d{1,15}$/.test(id)))
    throw new Refusal(`The field ${field.title} takes the ids of items.`);
  if (!isMany(field.type)) return ids[0] === undefined ? null : Number(ids[0]);
  return ids.length === 0 ? null : JSON.stringify(ids.map(Number));
}

function tryParse(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}
