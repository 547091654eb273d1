import { child, parseXml, type XmlElement } from "../xml/xml-tree.ts";
import { camlInvalid, camlUnsupported } from "./caml-errors.ts";
import { readJoins, type ProjectedField } from "./caml-joins.ts";
import { readWhere, type CamlWhere } from "./caml-where.ts";

/** Which files and folders a view reaches. */
export type CamlScope = "" | "Recursive" | "RecursiveAll" | "FilesOnly";

export interface CamlOrder {
  readonly name: string;
  readonly descending: boolean;
}

/** `<Query>` as a tree. */
export interface CamlQuery {
  readonly where: CamlWhere | undefined;
  readonly order: readonly CamlOrder[];
  readonly group: CamlGroup | undefined;
}

/** `<GroupBy>`: what comes together, and whether a page shows groups alone. */
export interface CamlGroup {
  readonly by: readonly CamlOrder[];
  readonly collapse: boolean;
}

/** `<View>` as a tree; undefined where nothing is said. */
export interface CamlView {
  readonly query: CamlQuery;
  readonly fields: readonly string[] | undefined;
  readonly rowLimit: number | undefined;
  readonly paged: boolean;
  readonly scope: CamlScope;
  /** Columns of other lists, reached over lookups. */
  readonly projected: readonly ProjectedField[];
  /** Lookups that must point at something. */
  readonly inner: readonly string[];
}

const scopes: readonly CamlScope[] = ["", "Recursive", "RecursiveAll", "FilesOnly"];

/** What views carry about how they look; it does not change which items there are. */
const looks = new Set([
  "Aggregations",
  "ColumnWidth",
  "CustomFormatter",
  "Formats",
  "JSLink",
  "Mobile",
  "ParameterBindings",
  "Toolbar",
  "ViewData",
  "ViewType2",
  "XslLink",
]);

/** What would change the answer, and is not done here. */
const unsupported = new Set(["CalendarViewStyles", "Method"]);

/** Reads a view's XML. Throws 500 for what is no CAML, as SharePoint does, and 501 for what this service lacks. */
export function readCamlView(xml: string): CamlView {
  if (xml.trim() === "") return emptyView;
  const view = parseXml(xml);
  if (view?.name !== "View") throw camlInvalid();
  for (const { name } of view.children) {
    if (unsupported.has(name)) throw camlUnsupported(`CAML with ${name}`);
    if (!known.has(name)) throw camlInvalid();
  }
  const limit = child(view, "RowLimit");
  const fields = child(view, "ViewFields");
  return {
    query: readCamlQuery(child(view, "Query")),
    fields: fields && readFieldRefs(fields),
    rowLimit: readRowLimit(limit),
    paged: /^true$/i.test(limit?.attributes["Paged"] ?? ""),
    scope: readScope(scopeGiven(view)),
    ...readJoins(child(view, "Joins"), child(view, "ProjectedFields")),
  };
}

/** The scope stands on the view, or in its options as older clients write it. */
function scopeGiven(view: XmlElement): string {
  const options = child(child(view, "QueryOptions"), "ViewAttributes");
  return view.attributes["Scope"] ?? options?.attributes["Scope"] ?? "";
}

const known = new Set([
  ...looks,
  ...unsupported,
  "Joins",
  "ProjectedFields",
  "Query",
  "QueryOptions",
  "RowLimit",
  "ViewFields",
]);

const emptyView: CamlView = {
  query: { where: undefined, order: [], group: undefined },
  fields: undefined,
  rowLimit: undefined,
  paged: false,
  scope: "",
  projected: [],
  inner: [],
};

/** Reads `<Query>`, or the content of one. */
export function readCamlQuery(query: XmlElement | undefined): CamlQuery {
  if (query === undefined) return emptyView.query;
  for (const { name } of query.children) {
    if (!/^(?:Where|OrderBy|GroupBy)$/.test(name)) throw camlInvalid();
  }
  return {
    where: conditionOf(child(query, "Where")),
    order: orderOf(child(query, "OrderBy")),
    group: groupOf(child(query, "GroupBy")),
  };
}

function conditionOf(where: XmlElement | undefined): CamlWhere | undefined {
  const [condition, ...more] = where?.children ?? [];
  if (more.length > 0) throw camlInvalid();
  return condition && readWhere(condition);
}

/** Pages group by two columns at most. */
const mostGroups = 2;

function groupOf(group: XmlElement | undefined): CamlGroup | undefined {
  if (group === undefined || group.children.length === 0) return undefined;
  if (group.children.length > mostGroups) throw camlInvalid();
  const collapse = /^true$/i.test(group.attributes["Collapse"] ?? "");
  return { by: group.children.map(readOrder), collapse };
}

function orderOf(order: XmlElement | undefined): readonly CamlOrder[] {
  return (order?.children ?? []).map(readOrder);
}

export function readScope(text: string): CamlScope {
  const scope = scopes.find((name) => name.toLowerCase() === text.toLowerCase());
  if (scope === undefined && !/^default(?:value)?$/i.test(text)) throw camlInvalid();
  return scope ?? "";
}

/** Names in `<ViewFields>`. */
export function readFieldRefs(fields: XmlElement): string[] {
  return fields.children.map((ref) => {
    const name = ref.attributes["Name"];
    if (ref.name !== "FieldRef" || name === undefined) throw camlInvalid();
    return name;
  });
}

export function readRowLimit(limit: XmlElement | undefined): number | undefined {
  if (limit === undefined) return undefined;
  const count = Number(limit.text.trim());
  if (!Number.isSafeInteger(count) || count < 0) throw camlInvalid();
  return count === 0 ? undefined : count;
}

function readOrder(ref: XmlElement): CamlOrder {
  const { Name: name, Ascending: ascending = "TRUE" } = ref.attributes;
  if (ref.name !== "FieldRef" || name === undefined) throw camlInvalid();
  return { name, descending: /^false$/i.test(ascending) };
}
