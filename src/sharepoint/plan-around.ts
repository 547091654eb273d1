import type { SPFI } from "@pnp/sp/fi.js";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { definitionColumns, toAgency, toPlan } from "./definition-rows.ts";
import { toMe, type User } from "./me.ts";
import { currentUser, rowsOf } from "./queries.ts";
import { whole } from "./whole.ts";

/** What one item of a plan is shown with, to be asked for in one batch with it. */
export function askAround(sp: SPFI, planId: number) {
  return {
    user: currentUser(sp),
    plan: sp.web.lists
      .getByTitle("Plans")
      .items.getById(whole(planId))
      .select(...definitionColumns.Plans)<unknown>(),
    agencies: rowsOf(sp, "Agencies", definitionColumns.Agencies),
  };
}

/** The same as it was answered. */
export function toAround(rows: {
  readonly user: User;
  readonly plan: unknown;
  readonly agencies: readonly unknown[];
}): Pick<OpenPlan, "plan" | "agencies" | "me"> {
  const agencies = rows.agencies.map(toAgency);
  return { plan: toPlan(rows.plan), agencies, me: toMe(rows.user, agencies) };
}
