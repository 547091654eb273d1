import { thresholdExceeded } from "../errors.ts";
import type { Projection } from "../items/projection.ts";
import { isMany } from "../fields/field-types.ts";
import { queryPage, type Page } from "../query/item-query.ts";
import type { OrderBy } from "../query/order.ts";
import type { Condition } from "../query/where.ts";
import type { Session } from "../session.ts";
import { fieldByName, type List } from "../store/list.ts";
import type { CamlOrder, CamlScope, CamlView } from "./caml-view.ts";
import { camlInvalid } from "./caml-errors.ts";
import { camlField, filterFromCaml } from "./filter-from-caml.ts";

export interface CamlAsk {
  readonly view: CamlView;
  /** The folder's server-relative path, as it is kept. */
  readonly folder: string;
  /** Where to go on: `Paged=TRUE&p_ID=7`. */
  readonly paging: string | undefined;
}

/** Without a row limit a query may give this many items, and not more. */
const mostItems = 5000;

/** The items that a view chooses, as far as the caller may see them. */
export function queryByCaml(
  session: Session,
  list: List,
  { view, folder, paging }: CamlAsk,
  projection: Projection,
): Page {
  const { where, order } = view.query;
  const page = queryPage(
    session,
    list,
    {
      filter: where && filterFromCaml(where, list, session),
      order: orderOf(list, order),
      skipToken: paging,
      size: view.rowLimit ?? mostItems,
      also: withinScope(list, folder, view.scope),
      notes: true,
    },
    projection,
  );
  if (view.rowLimit === undefined && page.next !== undefined) throw thresholdExceeded();
  return page;
}

/** What views order by; ID is always last, so that pages never overlap. */
function orderOf(list: List, order: readonly CamlOrder[]): OrderBy[] {
  const by = order.map(({ name, descending }) => {
    const field = camlField(list, name);
    if (isMany(field.type) || field.type === "Note" || field.type === "URL") throw camlInvalid();
    return { field, descending };
  });
  const id = fieldByName(list, "ID");
  return id && !by.some(({ field }) => field.name === "ID")
    ? [...by, { field: id, descending: false }]
    : by;
}

function withinScope(list: List, folder: string, scope: CamlScope): Condition[] {
  const filesOnly = { sql: "item.kind = 0", parameters: [] };
  const here = { sql: "item.dir = ?", parameters: [folder] };
  switch (scope) {
    case "":
      return [here];
    case "FilesOnly":
      return [here, filesOnly];
    case "Recursive":
      return [filesOnly, ...below(list, folder)];
    case "RecursiveAll":
    default:
      return below(list, folder);
  }
}

function below(list: List, folder: string): Condition[] {
  if (folder === list.root) return [];
  return [
    {
      sql: "(item.dir = ? OR (item.dir > ? || '/' AND item.dir < ? || '0'))",
      parameters: [folder, folder, folder],
    },
  ];
}
