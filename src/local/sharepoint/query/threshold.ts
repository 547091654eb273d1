import { thresholdExceeded } from "../errors.ts";
import type { Filter } from "../odata/filter.ts";
import type { Session } from "../session.ts";
import { tableOf } from "../store/list.ts";
import { number } from "../store/row.ts";
import { findField } from "./columns.ts";
import type { OrderBy } from "./order.ts";
import { whereSql, type Scene } from "./where.ts";

const threshold = 5000;

/**
 * SharePoint reads at most 5,000 rows for a query. On a larger list the order needs an index, and a filter needs
 * an indexed condition that alone leaves no more than that.
 */
export function refuseBeyondThreshold(
  session: Session,
  scene: Scene,
  filter: Filter | undefined,
  order: readonly OrderBy[],
): void {
  const [first] = order;
  const plainOrder = first === undefined || first.field.indexed || first.field.unique;
  if (filter === undefined && plainOrder) return;
  if (!isLarge(session, scene)) return;
  if (filter !== undefined && conjuncts(filter).some((part) => narrows(session, scene, part)))
    return;
  throw thresholdExceeded();
}

function isLarge({ database }: Session, { list }: Scene): boolean {
  // A list that never gave out so many ids cannot hold so many items; the newest id is found at once.
  const newest = database.one(`SELECT max(id) AS id FROM ${tableOf(list)}`)?.["id"];
  if (typeof newest !== "number" || newest <= threshold) return false;
  const row = database.one(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${tableOf(list)} LIMIT ${threshold + 1})`,
  );
  return row !== undefined && number(row, "count") > threshold;
}

function conjuncts(filter: Filter): Filter[] {
  return filter.kind === "and" ? [...conjuncts(filter.left), ...conjuncts(filter.right)] : [filter];
}

function narrows(session: Session, scene: Scene, filter: Filter): boolean {
  if (!usesIndex(filter, scene)) return false;
  const { sql, parameters } = whereSql(filter, scene);
  const row = session.database.one(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${tableOf(scene.list)} AS item WHERE ${sql} LIMIT ${threshold + 1})`,
    ...parameters,
  );
  return row !== undefined && number(row, "count") <= threshold;
}

function usesIndex(filter: Filter, scene: Scene): boolean {
  if (filter.kind === "or") return usesIndex(filter.left, scene) && usesIndex(filter.right, scene);
  if (filter.kind === "holds") {
    const { operand } = filter;
    const [subject] = operand.kind === "function" ? operand.operands : [];
    return (
      operand.kind === "function" && operand.name === "startswith" && isIndexed(subject, scene)
    );
  }
  if (filter.kind !== "compare" || filter.operator === "ne") return false;
  return isIndexed(filter.left, scene) || isIndexed(filter.right, scene);
}

function isIndexed(
  operand: Extract<Filter, { kind: "holds" }>["operand"] | undefined,
  { list }: Scene,
): boolean {
  if (operand?.kind !== "path") return false;
  const { field } = findField(list, operand.names[0] ?? "");
  return field.indexed || field.unique;
}
