import { parseFilter, type Filter } from "../odata/filter.ts";
import type { Query } from "../odata/query.ts";
import { projectedColumns, type Projection } from "../items/projection.ts";
import { draftCondition } from "../permissions/drafts.ts";
import { mayView, seesOwnOnly } from "../permissions/own-items.ts";
import type { Session } from "../session.ts";
import { tableOf, type List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";
import { othersNew } from "../files/checked-out.ts";
import { columnSql, type Alias } from "./columns.ts";
import {
  afterSkipToken,
  keyColumns,
  orderSql,
  parseOrder,
  writeSkipToken,
  type OrderBy,
  type Shows,
} from "./order.ts";
import { seenTable } from "./seen-table.ts";
import { showing } from "./shown.ts";
import { refuseBeyondThreshold } from "./threshold.ts";
import type { Condition } from "./condition.ts";
import { whereSql } from "./where.ts";

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
  const wanted = {
    filter: query.filter === undefined ? undefined : parseFilter(query.filter),
    order: parseOrder(query.orderBy, list, showsFor(session)),
    skipToken: query.skipToken,
    size: query.top ?? defaultPage,
  };
  return queryPage(session, list, wanted, projection);
}

/** What people and lookups show to the caller. */
export function showsFor(session: Session): Shows {
  return showing(
    (id) => session.catalogue.byId(id),
    (target) => trimmed(session, target, "target"),
    (target) => seenTable(session, target),
  );
}

/** What is asked of a list, whichever language it was asked in. */
export interface Wanted {
  readonly filter: Filter | undefined;
  readonly order: readonly OrderBy[];
  readonly skipToken: string | undefined;
  readonly size: number;
  /** What must hold besides, and needs no index. */
  readonly also?: readonly Condition[];
  /** Whether notes may be searched. */
  readonly notes?: boolean;
}

/** As queryItems, for a query that was read already. Throws 500 beyond the list view threshold. */
export function queryPage(
  session: Session,
  list: List,
  { filter, order, skipToken, size: asked, also = [], notes = false }: Wanted,
  projection: Projection,
): Page {
  const token = skipToken === undefined ? undefined : afterSkipToken(skipToken, order);
  const trim = (target: List) => trimmed(session, target, "target");
  const table = (target: List) => seenTable(session, target);
  const scene = { list, catalogue: session.catalogue, notes, trim, table };
  refuseBeyondThreshold(session, scene, filter, order);
  const filters = filter ? [whereSql(filter, scene)] : [];
  const conditions = [...trimmed(session, list), ...filters, ...also, ...(token ? [token] : [])];
  const size = Math.min(asked, largestPage);
  const backwards = token?.backwards === true;
  const rows = read(session, list, projection, {
    conditions,
    order: backwards ? reversed(order) : order,
    size,
  });
  const kept = rows.slice(0, size);
  if (backwards) return { rows: kept.toReversed(), next: undefined };
  return { rows: kept, next: rows.length > size ? tokenAfter(order, kept) : undefined };
}

function tokenAfter(order: readonly OrderBy[], rows: readonly Row[]): string | undefined {
  const last = rows.at(-1);
  return last && writeSkipToken(order, last);
}

/** The condition that leaves out what the caller may not see; none where they see it all. */
export function trimmed(session: Session, list: List, alias: Alias = "item"): Condition[] {
  const scopes = [
    ...trimmedByScope(session, list, alias),
    ...draftCondition(session, list, alias),
    ...othersNew(session, list, alias),
  ];
  if (!seesOwnOnly(session, list)) return scopes;
  const own = `(${alias}.author = ? OR ${alias}.kind = 1)`;
  return [...scopes, { sql: own, parameters: [session.caller.id] }];
}

function trimmedByScope({ access, database }: Session, list: List, alias: Alias): Condition[] {
  const viewable = access.viewable();
  if (!viewable) return [];
  const own = database.all("SELECT id FROM scopes WHERE list = ?", list.number);
  const scopes = new Set([list.scope, ...own.map((row) => number(row, "id"))]);
  if ([...scopes].every((scope) => viewable.includes(scope))) return [];
  const seen = viewable.filter((scope) => scopes.has(scope));
  return [
    {
      sql: `${alias}.scope IN (SELECT value FROM json_each(?))`,
      parameters: [JSON.stringify(seen)],
    },
  ];
}

export function countItems(session: Session, list: List): number {
  const conditions = trimmed(session, list);
  const where =
    conditions.length === 0 ? "" : ` WHERE ${conditions.map(({ sql }) => sql).join(" AND ")}`;
  const row = session.database.one(
    `SELECT count(*) AS count FROM ${tableOf(list)} AS item${where}`,
    ...conditions.flatMap(({ parameters }) => parameters),
  );
  return row === undefined ? 0 : number(row, "count");
}

interface Reading {
  readonly conditions: readonly Condition[];
  readonly order: readonly OrderBy[];
  readonly size: number;
}

function read(
  session: Session,
  list: List,
  projection: Projection,
  { conditions, order, size }: Reading,
): Row[] {
  const columns = projectedColumns(
    projection,
    order.map(({ field }) => field),
  );
  const table = seenTable(session, list);
  const keys = keyColumns(order);
  const where = conditions.map(({ sql }) => sql).join(" AND ");
  const by = orderSql(order);
  const parameters = [...keys, table, ...conditions, by].flatMap((part) => part.parameters);
  return session.database.all(
    `SELECT ${[columns, ...keys.map(({ sql }) => sql)].join(", ")} FROM ${table.sql} AS item${where === "" ? "" : ` WHERE ${where}`} ORDER BY ${by.sql} LIMIT ?`,
    ...parameters,
    size + 1,
  );
}

function reversed(order: readonly OrderBy[]): OrderBy[] {
  return order.map((by) => ({ ...by, descending: !by.descending }));
}

/** One item by id, if the caller may see it. */
export function itemRow(session: Session, list: List, id: number): Row | undefined {
  const row = session.database.one(itemSql(list), id);
  return row !== undefined && mayView(session, list, row) ? row : undefined;
}

const sqlOfItem = new WeakMap<List, string>();

/** The same text each time: a statement is found by it, and to find it by a new one takes longer than to run it. */
function itemSql(list: List): string {
  const known =
    sqlOfItem.get(list) ??
    `SELECT ${allColumns(list)} FROM ${tableOf(list)} AS item WHERE item.id = ?`;
  sqlOfItem.set(list, known);
  return known;
}

/** A file or folder by its path, if the caller may see it. */
export function pathRow(session: Session, list: List, path: string): Row | undefined {
  const slash = path.lastIndexOf("/");
  const row = session.database.one(
    `SELECT ${allColumns(list)} FROM ${tableOf(list)} AS item WHERE item.dir = ? AND item.leaf = ?`,
    path.slice(0, slash),
    path.slice(slash + 1),
  );
  return row !== undefined && mayView(session, list, row) ? row : undefined;
}

const columnsOf = new WeakMap<List, string>();

/** Every column of a list as SQL; a list does not change, it is read anew. */
export function allColumns(list: List): string {
  const known = columnsOf.get(list) ?? nameColumns(list);
  columnsOf.set(list, known);
  return known;
}

function nameColumns(list: List): string {
  const names = new Set(list.fields.map(({ storedIn }) => storedIn));
  for (const name of ["blob", "etag", "scope", "type", "approval"]) names.add(name);
  return [...names].map((name) => `${columnSql(name)} AS ${name}`).join(", ");
}
