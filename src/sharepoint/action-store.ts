import { NotFoundError } from "#plan/errors.ts";
import type { ActionStore, OpenAction } from "#usecases/ports/plans.ts";
import { rethrow } from "./errors.ts";
import { askAround, toAround } from "./plan-around.ts";
import { isOfPlan } from "./plan-rows.ts";
import { whole } from "./whole.ts";
import { inOneBatch, recordOf, rowsOf } from "./queries.ts";
import { definitionColumns, toAction, toRecommendation } from "./definition-rows.ts";
import type { Site } from "./site.ts";

/** One action with all that a card shows, in one round trip. */
export class SharePointActionStore implements ActionStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async open(planId: number, actionId: number): Promise<OpenAction> {
    const rows = await inOneBatch(this.#site, (sp) => ({
      ...askAround(sp, planId),
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
    if (!isOfPlan(planId, rows.action) || !recommendation) {
      throw new NotFoundError("This action is not part of the plan that the card names.");
    }
    return { ...toAround(rows), recommendation, action, record: rows.record };
  }
}
