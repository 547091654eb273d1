import { z } from "zod";
import { readCamlView, type CamlView } from "../caml/caml-view.ts";
import { camlField } from "../caml/filter-from-caml.ts";
import { queryByCaml } from "../caml/query-by-caml.ts";
import { changeToken, readToken } from "../entities/change-token.ts";
import { argumentInvalid } from "../errors.ts";
import { isLookup, isMany, isPerson } from "../fields/field-types.ts";
import type { Field } from "../fields/field.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { project } from "../items/projection.ts";
import { fieldsOfView, shapeOfFields } from "../items/rendered-row.ts";
import { readValue } from "../items/read-value.ts";
import { plainText, shownReferences } from "../items/text-value.ts";
import type { Answer, Value } from "../odata/entity.ts";
import { itemRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { changeType } from "../store/changes.ts";
import type { List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { child, escapeXml, parseXml, writeElement } from "../xml/xml-tree.ts";
import type { Resource } from "./resource.ts";

const optional = z.string().nullish();
const changeQuery = z.looseObject({
  ChangeToken: optional,
  Contains: optional,
  Query: optional,
  QueryOptions: optional,
  RowLimit: z.union([z.string(), z.number()]).nullish(),
  ViewFields: optional,
  ViewName: optional,
});
type ChangeQuery = z.infer<typeof changeQuery>;

/** The largest number of changes in one answer; the rest comes with the token it gives. */
const mostChanges = 1000;

/** `GetListItemChangesSinceToken`: the items that changed, and the ids of those that went, as XML. */
export function listItemChanges(session: Session, list: List): Resource {
  return { post: (request) => answer(session, list, request) };
}

function answer(session: Session, list: List, request: ApiRequest): Answer {
  const { query } = parseBody(z.object({ query: changeQuery }), request);
  const fields = fieldsOf(list, query);
  const told = query.ChangeToken ? since(session, list, query.ChangeToken) : undefined;
  const rows = told ? told.rows : everything(session, list, query, fields);
  const token = plainText(changeToken(session, list).value["StringValue"]);
  const changes = writeElement(
    "Changes",
    {
      LastChangeToken: told?.token ?? token,
      MoreChanges: told?.more === true ? "TRUE" : undefined,
      MinTimeBetweenSyncs: "0",
      RecommendedTimeBetweenSyncs: "180",
    },
    told?.deleted.map((id) => `<Id ChangeType="Delete">${id}</Id>`).join(""),
  );
  const written = rows.map((row) => writeRow(session, fields, row)).join("\n");
  const data = `<rs:data ItemCount="${rows.length}">\n${written}\n</rs:data>`;
  const xml = `<?xml version="1.0" encoding="utf-8"?><GetListItemChangesSinceTokenResult><listitems ${namespaces}>\n${changes}${data}</listitems></GetListItemChangesSinceTokenResult>`;
  return {
    kind: "bytes",
    content: new TextEncoder().encode(xml),
    contentType: "application/xml; charset=utf-8",
  };
}

const namespaces =
  "MinTimeBetweenSyncs='0' RecommendedTimeBetweenSyncs='180' MaxBulkDocumentSyncSize='500' xmlns:s='uuid:BDC6E3F0-6DA3-11d1-A2A3-00AA00C14882' xmlns:dt='uuid:C2F41010-65B3-11d1-A29F-00AA00C14882' xmlns:rs='urn:schemas-microsoft-com:rowset' xmlns:z='#RowsetSchema'";

function fieldsOf(list: List, { ViewFields: asked }: ChangeQuery): readonly Field[] {
  const element = asked ? parseXml(asked) : undefined;
  const names = element?.children.flatMap(({ attributes }) => attributes["Name"] ?? []);
  if (asked && element?.name !== "ViewFields")
    throw argumentInvalid("ViewFields is not valid XML.");
  const shown = list.fields.filter(({ settings }) => !settings.hidden);
  const fields = names ? names.map((name) => camlField(list, name)) : shown;
  return [...new Set([...fieldsOfView(list, []), ...fields])];
}

/** Without a token all items are told, as the query and its limit say. */
function everything(
  session: Session,
  list: List,
  query: ChangeQuery,
  fields: readonly Field[],
): readonly Row[] {
  const options = query.QueryOptions ? parseXml(query.QueryOptions) : undefined;
  const scope = child(options, "ViewAttributes")?.attributes["Scope"] ?? "RecursiveAll";
  const limit = Number(query.RowLimit || mostChanges);
  const view: CamlView = {
    ...readCamlView(`<View Scope="${escapeXml(scope)}">${query.Query ?? ""}</View>`),
    rowLimit: Number.isSafeInteger(limit) && limit > 0 ? limit : mostChanges,
  };
  const asked = { view, folder: list.root, paging: undefined };
  return queryByCaml(session, list, asked, project(list, shapeOfFields(fields))).rows;
}

interface Told {
  readonly rows: readonly Row[];
  readonly deleted: readonly number[];
  readonly token: string | undefined;
  readonly more: boolean;
}

/** What changed after a token: each item once, as it stands now. */
function since(session: Session, list: List, token: string): Told {
  const from = readToken(token);
  if (from.id !== list.id) throw argumentInvalid("The changeToken refers to a different list.");
  const log = session.database.all(
    `SELECT item, action, number, at FROM changes
     WHERE list_id = ? AND number > ? AND at >= ? AND item IS NOT NULL ORDER BY number LIMIT ?`,
    list.id,
    from.number,
    from.number >= 0 ? "" : from.at,
    mostChanges + 1,
  );
  const told = log.slice(0, mostChanges);
  const last = new Map(told.map((row) => [number(row, "item"), number(row, "action")]));
  const deleted = [...last].filter(([, action]) => action === changeType.delete);
  const rows = [...last.keys()].flatMap((id) => {
    const row = itemRow(session, list, id);
    return row ? [row] : [];
  });
  return {
    rows,
    deleted: deleted.map(([id]) => id),
    more: log.length > mostChanges,
    token: log.length > mostChanges ? tokenAfter(list, told.at(-1)) : undefined,
  };
}

function tokenAfter(list: List, row: Row | undefined): string | undefined {
  if (!row) return undefined;
  const ticks = BigInt(new Date(text(row, "at")).getTime()) * 10_000n + 621_355_968_000_000_000n;
  return `1;3;${list.id};${ticks};${number(row, "number")}`;
}

function writeRow(session: Session, fields: readonly Field[], row: Row): string {
  const attributes: Record<string, string | undefined> = {};
  for (const field of fields) {
    const shown = rowText(session, field, row);
    if (shown !== "") attributes[`ows_${field.name}`] = shown;
  }
  return writeElement("z:row", attributes);
}

/** As rowsets tell values: `3;#Title` for people, lookups and what is worked out. */
function rowText(session: Session, field: Field, row: Row): string {
  if (isPerson(field.type) || isLookup(field.type))
    return shownReferences(session, field, row)
      .map(({ id, shown }) => `${id};#${shown}`)
      .join(";#");
  const value = readValue(field, row);
  if (isMany(field.type) && Array.isArray(value))
    return `;#${value.map((entry) => plainText(entry)).join(";#")};#`;
  return oneText(field, value, number(row, "id"));
}

function oneText(field: Field, value: Value, id: number): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  const shown = plainText(value);
  if (field.type === "DateTime") return shown.replace("T", " ").replace("Z", "");
  if (typeof value === "number" && (field.type === "Number" || field.type === "Currency"))
    return value.toFixed(14);
  const pointsAtItself = /^(?:FileRef|FileLeafRef|UniqueId|FSObjType|FileDirRef)$/;
  return pointsAtItself.test(field.name) ? `${id};#${shown}` : shown;
}
