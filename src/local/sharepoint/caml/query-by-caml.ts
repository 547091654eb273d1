import { thresholdExceeded } from "../errors.ts";
import type { Projection } from "../items/projection.ts";
import { isMany } from "../fields/field-types.ts";
import { columnSql } from "../query/columns.ts";
import { queryPage, showsFor, type Page } from "../query/item-query.ts";
import type { OrderBy, Shows } from "../query/order.ts";
import type { Condition } from "../query/condition.ts";
import type { Session } from "../session.ts";
import { assignmentsIn } from "../permissions/roles.ts";
import { fieldByName, type List } from "../store/list.ts";
import { allPrincipals, groupsOf, membersOf } from "../store/principals.ts";
import type { CamlOrder, CamlScope, CamlView } from "./caml-view.ts";
import { camlInvalid } from "./caml-errors.ts";
import { camlField, filterFromCaml, type Asking } from "./filter-from-caml.ts";

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
  const { where, order, group } = view.query;
  const page = queryPage(
    session,
    list,
    {
      filter: where && filterFromCaml(where, list, { ...session, members: membersFor(session) }),
      order: orderOf(list, [...(group?.by ?? []), ...order], showsFor(session)),
      skipToken: paging,
      size: view.rowLimit ?? mostItems,
      also: [...withinScope(list, folder, view.scope), ...joined(list, view)],
      notes: true,
    },
    projection,
  );
  if (view.rowLimit === undefined && page.next !== undefined) throw thresholdExceeded();
  return page;
}

/** What views order by; ID is always last, so that pages never overlap. */
function orderOf(list: List, order: readonly CamlOrder[], shows: Shows): OrderBy[] {
  const by = order.map(({ name, descending }): OrderBy => {
    const field = camlField(list, name);
    if (isMany(field.type) || field.type === "Note" || field.type === "URL") throw camlInvalid();
    const shown = shows(field);
    return { field, descending, ...(shown ? { shown } : {}) };
  });
  const id = fieldByName(list, "ID");
  return id && !by.some(({ field }) => field.name === "ID")
    ? [...by, { field: id, descending: false }]
    : by;
}

/** An inner join leaves out what its lookup does not point anywhere from. */
function joined(list: List, { inner }: CamlView): Condition[] {
  return inner.map((name) => ({
    sql: `${columnSql(camlField(list, name).storedIn)} IS NOT NULL`,
    parameters: [],
  }));
}

const ids = (people: readonly { readonly id: number }[]) => people.map(({ id }) => id);

/** Who is meant by a membership, as far as this site knows. */
function membersFor({ database, caller, site }: Session): Asking["members"] {
  return (of, group) => {
    switch (of) {
      case "CurrentUserGroups":
        return ids(groupsOf(database, caller.id));
      case "SPGroup":
        return ids(membersOf(database, group));
      case "SPWeb.Groups":
        return ids(allPrincipals(database, "group"));
      case "SPWeb.AllUsers":
        return ids(allPrincipals(database, "user"));
      case "SPWeb.Users":
      default:
        return assignmentsIn(database, site.scope).map(({ principal }) => principal);
    }
  };
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
