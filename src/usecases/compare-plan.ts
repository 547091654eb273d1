import { type PlanChange, planChanges } from "#plan/changes.ts";
import { RefusedError } from "#plan/errors.ts";
import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { planAsOf, type ReadHistory } from "./read-history.ts";

export interface ComparedPlan {
  readonly before: PlanOnDate;
  readonly after: PlanOnDate;
  readonly changes: readonly PlanChange[];
}

/** What changed in a plan between the ends of two days. Throws RefusedError unless `from` is the earlier one. */
export function comparePlan(
  read: ReadHistory,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): ComparedPlan {
  if (from >= to)
    throw new RefusedError(
      `Choose a first day before the second: ${formatDate(from)} is not before ${formatDate(to)}.`,
    );
  const [before, after] = [planAsOf(read, from), planAsOf(read, to)];
  const { record } = read.whole;
  return {
    before,
    after,
    changes: planChanges({ before, after, record, definitions: read.definitions }),
  };
}
