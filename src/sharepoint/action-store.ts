import { NotFoundError } from "#plan/errors.ts";
import * as z from "zod/mini";
import type { ActionStore, OpenAction } from "#usecases/ports/plans.ts";
import { rethrow } from "./errors.ts";
import { whole } from "./plan-store.ts";
import { toMe } from "./me.ts";
import { currentUser, inOneBatch, recordOf, rowsOf } from "./queries.ts";
import {
  definitionColumns,
  toAction,
  toAgency,
  toPlan,
  toRecommendation,
} from "./definition-rows.ts";
import type { Site } from "./site.ts";

const ofPlan = z.object({ PlanId: z.number() });

/** One action with all that a card shows, in one round trip. */
export class SharePointActionStore implements ActionStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async open(planId: number, actionId: number): Promise<OpenAction> {
    const rows = await inOneBatch(this.#site, (sp) => ({
      user: currentUser(sp),
      plan: sp.web.lists
        .getByTitle("Plans")
        .items.getById(whole(planId))
        .select(...definitionColumns.Plans)<unknown>(),
      agencies: rowsOf(sp, "Agencies", definitionColumns.Agencies),
      recommendations: rowsOf(
        sp,
        "Recommendations",
        definitionColumns.Recommendations,
        `PlanId eq ${whole(planId)}`,
      ),
      action: sp.web.lists
        .getByTitle("Actions")
        .items.getById(whole(actionId))
        .select(...definitionColumns.Actions, "PlanId")<unknown>(),
      record: recordOf(sp, `ActionId eq ${whole(actionId)}`, true),
    })).catch(rethrow("open this action"));
    const action = toAction(rows.action);
    const recommendation = rows.recommendations
      .map(toRecommendation)
      .find(({ id }) => id === action.recommendationId);
    if (ofPlan.parse(rows.action).PlanId !== planId || !recommendation) {
      throw new NotFoundError("This action is not part of the plan that the card names.");
    }
    const agencies = rows.agencies.map(toAgency);
    return {
      plan: toPlan(rows.plan),
      agencies,
      recommendation,
      action,
      record: rows.record,
      me: toMe(rows.user, agencies),
    };
  }
}
