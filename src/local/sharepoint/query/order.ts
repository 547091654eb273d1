import { propertyMissing, queryInvalid } from "../errors.ts";
import { isMany } from "../fields/field-types.ts";
import { entityName, type Field } from "../fields/field.ts";
import type { Parameter } from "../store/database.ts";
import type { List } from "../store/list.ts";
import type { Row } from "../store/row.ts";
import { columnSql, findField, isReference } from "./columns.ts";
import type { Condition } from "./condition.ts";

export interface OrderBy {
  readonly field: Field;
  readonly descending: boolean;
  /** Of people and lookups, what they show; by their ids where nothing stands here. */
  readonly shown?: Condition;
}

/** What a person or lookup column shows, as SQL over the item; undefined where it shows nothing of its own. */
export type Shows = (field: Field, name?: string) => Condition | undefined;

/** Reads `$orderby`; ID is always last, so that pages never overlap. Throws 400 for unknown names. */
export function parseOrder(text: string | undefined, list: List, shows: Shows): OrderBy[] {
  const order = (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => parsePart(part, list, shows));
  if (order.some(({ field }) => field.name === "ID")) return order;
  return [...order, { field: findField(list, "ID").field, descending: false }];
}

function parsePart(part: string, list: List, shows: Shows): OrderBy {
  const [path = "", direction = "asc", ...more] = part.split(/\s+/);
  if (more.length > 0 || !/^(?:asc|desc)$/i.test(direction))
    throw queryInvalid(`The expression "${part}" is not valid.`);
  const { field, shown } = parsePath(path, list, shows);
  const descending = direction.toLowerCase() === "desc";
  return { field, descending, ...(shown ? { shown } : {}) };
}

function parsePath(path: string, list: List, shows: Shows) {
  const [name = "", inner, ...deeper] = path.split("/");
  const { field, byId } = findField(list, name);
  refuseUnordered(field);
  const isPath = inner !== undefined;
  if (deeper.length > 0 || (isPath && !isReference(field))) throw propertyMissing(path);
  const meansId = byId || (isPath && inner.toLowerCase() === "id");
  return { field, shown: meansId ? undefined : shows(field, inner) };
}

function refuseUnordered({ name, type }: Field): void {
  if (isMany(type) || type === "Note" || type === "URL")
    throw queryInvalid(
      `The field '${name}' of type '${type}' cannot be used in the query order by expression.`,
    );
}

/** The SQL to order by, with its parameters. */
export function orderSql(order: readonly OrderBy[]): Condition {
  const parts = order.map((by) => keySql(by));
  return {
    sql: parts
      .map(({ sql }, place) => `${sql}${order[place]?.descending === true ? " DESC" : ""}`)
      .join(", "),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

/** What is read besides, so that the next page can go on behind it. */
export function keyColumns(order: readonly OrderBy[]): Condition[] {
  return order
    .filter(({ shown }) => shown !== undefined)
    .map((by) => {
      const { sql, parameters } = keySql(by);
      return { sql: `${sql} AS key_${by.field.storedIn}`, parameters };
    });
}

function keySql({ field, shown }: OrderBy): Condition {
  return shown ?? { sql: columnSql(field.storedIn), parameters: [] };
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
  const keys = order.map((by) => ({ by, value: keyValue(given, by, id) }));
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
  const key = keySql(first.by);
  const past = beyond(key, first.value, first.by.descending !== backwards);
  if (rest.length === 0) return past;
  const inner = keyset(rest, backwards);
  return {
    sql: `(${past.sql} OR (${key.sql} IS ? AND ${inner.sql}))`,
    parameters: [...past.parameters, ...key.parameters, first.value, ...inner.parameters],
  };
}

function beyond({ sql, parameters }: Condition, value: Parameter, descending: boolean): Condition {
  if (value === null)
    return descending ? { sql: "0", parameters: [] } : { sql: `${sql} IS NOT NULL`, parameters };
  return descending
    ? { sql: `(${sql} < ? OR ${sql} IS NULL)`, parameters: [...parameters, value, ...parameters] }
    : { sql: `${sql} > ?`, parameters: [...parameters, value] };
}

function keyText(row: Row, field: Field): string {
  const value = row[`key_${field.storedIn}`] ?? row[field.storedIn];
  return value === null || value === undefined ? "" : String(value);
}

function keyValue(
  given: URLSearchParams,
  { field, shown }: OrderBy,
  id: number,
): Parameter | undefined {
  if (field.name === "ID") return id;
  const text = given.get(`p_${entityName(field)}`);
  if (text === null) return undefined;
  if (text === "") return null;
  return numeric.has(field.type) && shown === undefined ? Number(text) : text;
}

const numeric = new Set<string>([
  "Number",
  "Currency",
  "Integer",
  "Counter",
  "User",
  "Lookup",
  "Boolean",
  "AllDayEvent",
  "Recurrence",
]);
