import type { CamlView } from "../caml/caml-view.ts";
import { camlField } from "../caml/filter-from-caml.ts";
import { queryByCaml } from "../caml/query-by-caml.ts";
import { withProjected } from "../caml/with-projected.ts";
import { project } from "../items/projection.ts";
import { fieldsOfView, renderedRow, shapeOfFields } from "../items/rendered-row.ts";
import { textValue } from "../items/text-value.ts";
import type { JsonObject } from "../json.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import type { Row } from "../store/row.ts";
import { existingFolder } from "./existing-folder.ts";

const defaultRows = 30;
/** As many rows as are counted to say how large their groups are. */
const mostCounted = 5000;

export interface Asked {
  readonly folder: string;
  readonly everything: boolean;
  readonly paging?: string;
  readonly viewId?: string;
  readonly expandGroups?: boolean;
}

/** The rows of a view, and where the next ones begin. */
export function listData(session: Session, stored: List, view: CamlView, asked: Asked): JsonObject {
  const list = withProjected(stored, view);
  const names = [...columnsOf(list, view, asked.everything), ...groupNames(view)];
  const folder = existingFolder(session, list, asked.folder);
  const projection = project(list, shapeOfFields(fieldsOfView(list, names)));
  const read = (rowLimit: number, paging: string | undefined) =>
    queryByCaml(session, list, { view: { ...view, rowLimit }, folder, paging }, projection);
  const limit = view.rowLimit ?? defaultRows;
  const paging = asked.paging?.replace(/^\?/, "");
  const { rows, next } = read(limit, paging);
  const first = firstRow(paging);
  const last = first + rows.length - 1;
  const write = (row: Row) => renderedRow(session, list, row, names);
  const all = () => read(mostCounted, undefined).rows;
  return {
    Row: view.query.group
      ? grouped({ session, list, view, write }, { rows, all, heads: showsHeads(view, asked) })
      : rows.map(write),
    FirstRow: first,
    FolderPermissions: `0x${session.access.rights(list.scope).toString(16)}`,
    LastRow: last,
    RowLimit: limit,
    ...(next === undefined ? {} : { NextHref: nextHref(next, last, asked) }),
    FilterLink: "?",
    ForceNoHierarchy: "1",
    HierarchyHasIndention: "",
    CurrentFolderSpItemUrl: "",
  };
}

function firstRow(paging: string | undefined): number {
  return Number(new URLSearchParams(paging ?? "").get("PageFirstRow") ?? 1) || 1;
}

function nextHref(next: string, last: number, { viewId = "" }: Asked): string {
  return `?${next}&PageFirstRow=${last + 1}&View=${viewId}`;
}

/** Whether groups are told by their first rows alone. */
function showsHeads({ query }: CamlView, { expandGroups }: Asked): boolean {
  return query.group?.collapse === true && expandGroups !== true;
}

const groupNames = ({ query }: CamlView) => query.group?.by.map(({ name }) => name) ?? [];

interface Written {
  readonly session: Session;
  readonly list: List;
  readonly view: CamlView;
  readonly write: (row: Row) => JsonObject;
}

interface Grouping {
  /** Those of the page. */
  readonly rows: readonly Row[];
  /** Every row there is, to be counted. */
  readonly all: () => readonly Row[];
  readonly heads: boolean;
}

/** Rows with the groups that begin with them: `Status.newgroup`, `Status.groupindex`, `Status.COUNT.group`. */
function grouped(
  { session, list, view, write }: Written,
  { rows, all, heads }: Grouping,
): JsonObject[] {
  const fields = groupNames(view).map((name) => camlField(list, name));
  const keyOf = (row: Row, depth: number) =>
    JSON.stringify(fields.slice(0, depth + 1).map((field) => textValue(session, field, row)));
  const counted = all();
  const counts = fields.map((_, depth) => Object.groupBy(counted, (row) => keyOf(row, depth)));
  const before: string[] = [];
  const index = fields.map(() => 0);
  const besides = (row: Row) =>
    fields.map((field, depth) => {
      const key = keyOf(row, depth);
      const begins = before[depth] !== key;
      if (begins) index.fill((index[depth] ?? 0) + 1, depth, depth + 1).fill(0, depth + 1);
      before[depth] = key;
      const place = `${index.slice(0, depth + 1).join("_")}_`;
      return { name: field.name, begins, place, count: counts[depth]?.[key]?.length ?? 0 };
    });
  return (heads ? counted : rows).flatMap((row) => {
    const groups = besides(row);
    if (heads && !groups.some(({ begins }) => begins)) return [];
    return [Object.assign({}, write(row), ...groups.map(groupProperties))];
  });
}

interface Group {
  readonly name: string;
  readonly begins: boolean;
  readonly place: string;
  readonly count: number;
}

function groupProperties({ name, begins, place, count }: Group): JsonObject {
  return {
    [`${name}.newgroup`]: begins ? "1" : "",
    [`${name}.groupindex`]: place,
    [`${name}.COUNT.group`]: String(count),
  };
}

export function columnsOf(list: List, view: CamlView, everything: boolean): readonly string[] {
  if (!everything && view.fields !== undefined) return view.fields;
  const shown = list.fields.filter(({ settings }) => !settings.hidden).map(({ name }) => name);
  return everything ? [...new Set([...(view.fields ?? []), ...shown])] : ["Title"];
}
