import { parseFilter } from "../odata/filter.ts";
import type { Query } from "../odata/query.ts";
import { projectedColumns, type Projection } from "../items/projection.ts";
import type { Session } from "../session.ts";
import { tableOf, type List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";
import { columnSql } from "./columns.ts";
import { afterSkipToken, orderSql, parseOrder, writeSkipToken, type OrderBy } from "./order.ts";
import { refuseBeyondThreshold } from "./threshold.ts";
import { whereSql, type Condition } from "./where.ts";

export interface Page {
  readonly rows: readonly Row[];
  /** The skip token of the next page, where there is one. */
  readonly next: string | undefined;
}

const defaultPage = 100;
const largestPage = 5000;

/** One page of what the caller may see of a list. */
export function queryItems(
  session: Session,
  list: List,
  query: Query,
  projection: Projection,
): Page {
  const order = parseOrder(query.orderBy, list);
  const token = query.skipToken === undefined ? undefined : afterSkipToken(query.skipToken, order);
  const conditions = [
    ...trimmed(session, list),
    ...filtered(session, list, query, order),
    ...(token ? [token] : []),
  ];
  const size = Math.min(query.top ?? defaultPage, largestPage);
  const backwards = token?.backwards === true;
  const rows = read(session, list, projection, {
    conditions,
    order: backwards ? reversed(order) : order,
    size,
  });
  const more = rows.length > size;
  const kept = more ? rows.slice(0, size) : rows;
  if (backwards) return { rows: kept.toReversed(), next: undefined };
  const last = kept.at(-1);
  return { rows: kept, next: more && last ? writeSkipToken(order, last) : undefined };
}

function filtered(
  session: Session,
  list: List,
  { filter: text }: Query,
  order: readonly OrderBy[],
): Condition[] {
  const filter = text === undefined ? undefined : parseFilter(text);
  const scene = { list, catalogue: session.catalogue };
  refuseBeyondThreshold(session, scene, filter, order);
  return filter ? [whereSql(filter, scene)] : [];
}

/** The condition that leaves out what the caller may not see; none where they see it all. */
export function trimmed({ access, database }: Session, list: List): Condition[] {
  const viewable = access.viewable();
  if (!viewable) return [];
  const own = database.all("SELECT id FROM scopes WHERE list = ?", list.number);
  const scopes = new Set([list.scope, ...own.map((row) => number(row, "id"))]);
  if ([...scopes].every((scope) => viewable.includes(scope))) return [];
  const seen = viewable.filter((scope) => scopes.has(scope));
  return [
    {
      sql: "item.scope IN (SELECT value FROM json_each(?))",
      parameters: [JSON.stringify(seen)],
    },
  ];
}

export function countItems(session: Session, list: List): number {
  const conditions = trimmed(session, list);
  const where = conditions.length === 0 ? "" : ` WHERE ${conditions[0]?.sql}`;
  const row = session.database.one(
    `SELECT count(*) AS count FROM ${tableOf(list)} AS item${where}`,
    ...(conditions[0]?.parameters ?? []),
  );
  return row === undefined ? 0 : number(row, "count");
}

interface Reading {
  readonly conditions: readonly Condition[];
  readonly order: readonly OrderBy[];
  readonly size: number;
}

function read(
  { database }: Session,
  list: List,
  projection: Projection,
  { conditions, order, size }: Reading,
): Row[] {
  const columns = projectedColumns(
    projection,
    order.map(({ field }) => field),
  );
  const where = conditions.map(({ sql }) => sql).join(" AND ");
  return database.all(
    `SELECT ${columns} FROM ${tableOf(list)} AS item${where === "" ? "" : ` WHERE ${where}`} ORDER BY ${orderSql(order)} LIMIT ?`,
    ...conditions.flatMap(({ parameters }) => parameters),
    size + 1,
  );
}

function reversed(order: readonly OrderBy[]): OrderBy[] {
  return order.map(({ field, descending }) => ({ field, descending: !descending }));
}

/** One item by id, if the caller may see it. */
export function itemRow(session: Session, list: List, id: number): Row | undefined {
  const row = session.database.one(
    `SELECT ${allColumns(list)} FROM ${tableOf(list)} AS item WHERE item.id = ?`,
    id,
  );
  return row !== undefined && mayView(session, row) ? row : undefined;
}

/** A file or folder by its path, if the caller may see it. */
export function pathRow(session: Session, list: List, path: string): Row | undefined {
  const slash = path.lastIndexOf("/");
  const row = session.database.one(
    `SELECT ${allColumns(list)} FROM ${tableOf(list)} AS item WHERE item.dir = ? AND item.leaf = ?`,
    path.slice(0, slash),
    path.slice(slash + 1),
  );
  return row !== undefined && mayView(session, row) ? row : undefined;
}

function mayView({ access }: Session, row: Row): boolean {
  return access.viewable()?.includes(number(row, "scope")) ?? true;
}

export function allColumns(list: List): string {
  const names = new Set(list.fields.map(({ storedIn }) => storedIn));
  for (const name of ["blob", "etag", "scope"]) names.add(name);
  return [...names].map((name) => `${columnSql(name)} AS ${name}`).join(", ");
}
