import { queryInvalid } from "../errors.ts";
import { isMany } from "../fields/field-types.ts";
import { entityName, type Field } from "../fields/field.ts";
import type { Parameter } from "../store/database.ts";
import type { List } from "../store/list.ts";
import type { Row } from "../store/row.ts";
import { columnSql, findField } from "./columns.ts";
import type { Condition } from "./where.ts";

export interface OrderBy {
  readonly field: Field;
  readonly descending: boolean;
}

/** Reads `$orderby`; ID is always last, so that pages never overlap. Throws 400 for unknown names. */
export function parseOrder(text: string | undefined, list: List): OrderBy[] {
  const order = (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => parsePart(part, list));
  if (order.some(({ field }) => field.name === "ID")) return order;
  return [...order, { field: findField(list, "ID").field, descending: false }];
}

function parsePart(part: string, list: List): OrderBy {
  const [name = "", direction = "asc", ...more] = part.split(/\s+/);
  if (more.length > 0 || !/^(?:asc|desc)$/i.test(direction))
    throw queryInvalid(`The expression "${part}" is not valid.`);
  const { field } = findField(list, name.replace(/\/(?:Id|Title)$/, ""));
  if (isMany(field.type) || field.type === "Note" || field.type === "URL")
    throw queryInvalid(
      `The field '${field.name}' of type '${field.type}' cannot be used in the query order by expression.`,
    );
  return { field, descending: direction.toLowerCase() === "desc" };
}

export function orderSql(order: readonly OrderBy[]): string {
  return order
    .map(({ field, descending }) => `${columnSql(field.storedIn)}${descending ? " DESC" : ""}`)
    .join(", ");
}

/** Where the next page goes on: `Paged=TRUE&p_Title=…&p_ID=7`. */
export function writeSkipToken(order: readonly OrderBy[], last: Row): string {
  const parts = order
    .filter(({ field }) => field.name !== "ID")
    .map(({ field }) => `&p_${entityName(field)}=${encodeURIComponent(keyText(last, field))}`);
  return `Paged=TRUE${parts.join("")}&p_ID=${String(last["id"])}`;
}

/** The condition for everything after a skip token, in the given order. Throws 400 where it has no p_ID. */
export function afterSkipToken(
  token: string,
  order: readonly OrderBy[],
): Condition & { readonly backwards: boolean } {
  const given = new URLSearchParams(token);
  const id = Number(given.get("p_ID") ?? Number.NaN);
  if (!Number.isInteger(id)) throw queryInvalid("The $skiptoken needs p_ID.");
  const backwards = given.get("PagedPrev")?.toUpperCase() === "TRUE";
  const keys = order.map((by) => ({ by, value: keyValue(given, by.field, id) }));
  const usable = keys.filter(({ value }) => value !== undefined);
  return { ...keyset(usable, backwards), backwards };
}

interface Key {
  readonly by: OrderBy;
  readonly value: Parameter | undefined;
}

/** (a > x) OR (a = x AND ((b > y) OR …)), where nothing sorts before anything. */
function keyset(keys: readonly Key[], backwards: boolean): Condition {
  const [first, ...rest] = keys;
  if (!first || first.value === undefined) return { sql: "0", parameters: [] };
  const column = columnSql(first.by.field.storedIn);
  const past = beyond(column, first.value, first.by.descending !== backwards);
  if (rest.length === 0) return past;
  const inner = keyset(rest, backwards);
  return {
    sql: `(${past.sql} OR (${column} IS ? AND ${inner.sql}))`,
    parameters: [...past.parameters, first.value, ...inner.parameters],
  };
}

function beyond(column: string, value: Parameter, descending: boolean): Condition {
  if (value === null)
    return descending
      ? { sql: "0", parameters: [] }
      : { sql: `${column} IS NOT NULL`, parameters: [] };
  return descending
    ? { sql: `(${column} < ? OR ${column} IS NULL)`, parameters: [value] }
    : { sql: `${column} > ?`, parameters: [value] };
}

function keyText(row: Row, field: Field): string {
  const value = row[`key_${field.storedIn}`] ?? row[field.storedIn];
  return value === null || value === undefined ? "" : String(value);
}

function keyValue(given: URLSearchParams, field: Field, id: number): Parameter | undefined {
  if (field.name === "ID") return id;
  const text = given.get(`p_${entityName(field)}`);
  if (text === null) return undefined;
  if (text === "") return null;
  return /^(?:REAL|INTEGER)$/.test(sqlTypeOf(field)) ? Number(text) : text;
}

function sqlTypeOf(field: Field): string {
  return numeric.has(field.type) ? "REAL" : "TEXT";
}

const numeric = new Set<string>([
  "Number",
  "Currency",
  "Integer",
  "Counter",
  "User",
  "Lookup",
  "Boolean",
]);
