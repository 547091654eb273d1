import { definitionColumns } from "./definition-rows.ts";
import { isOfPlan } from "./plan-rows.ts";
import { itemsOf } from "./reads.ts";
import { recordColumns } from "./record-rows.ts";
import type { planLists } from "./schema.ts";
import { planParts } from "./strays.ts";
import { whole } from "./whole.ts";

export type PlanList = (typeof planLists)[number];

/** What is read of each list of a plan. */
export const columnsOf = { ...definitionColumns, ...recordColumns };

/** More changed items of a list than this are read by reading the list again. */
const mostByName = 30;

/** The query that brings a list's items of those ids, of that plan where they belong to one; others may come with them. */
export function changedItems(list: PlanList, planId: number, ids: ReadonlySet<number>) {
  const columns = [...columnsOf[list], ...(isPart(list) ? ["PlanId"] : [])];
  return itemsOf(list, columns, { filter: changedFilter(list, planId, ids) });
}

/** Whether a row that it brought is one of those: where a list was read again, most are as they were. */
export function isChanged(
  row: unknown,
  list: PlanList,
  planId: number,
  ids: ReadonlySet<number>,
): boolean {
  if (typeof row !== "object" || row === null || !("Id" in row)) return false;
  if (typeof row.Id !== "number" || !ids.has(row.Id)) return false;
  return !isPart(list) || isOfPlan(planId, row);
}

/** Whether its items belong to a plan each. */
function isPart(list: PlanList): boolean {
  return planParts.some((part) => part === list);
}

function changedFilter(
  list: PlanList,
  planId: number,
  ids: ReadonlySet<number>,
): string | undefined {
  const named =
    ids.size > mostByName ? undefined : [...ids].map((id) => `Id eq ${whole(id)}`).join(" or ");
  if (!isPart(list)) return named;
  // One that was taken out of the plan only by its PlanId is looked at too.
  return named ?? `PlanId eq ${whole(planId)}`;
}
