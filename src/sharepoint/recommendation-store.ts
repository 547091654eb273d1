import { NotFoundError } from "#plan/errors.ts";
import { byCreatedThenId } from "#plan/record-order.ts";
import type { Entry } from "#plan/record.ts";
import type { OpenRecommendation, RecommendationStore } from "#usecases/card-ports.ts";
import { definitionColumns, toAction, toRecommendation } from "./definition-rows.ts";
import { rethrow } from "./errors.ts";
import { askAround, toAround } from "./plan-around.ts";
import { isOfPlan } from "./plan-rows.ts";
import { whole } from "./whole.ts";
import { inOneBatch, recordOf, rowsOf } from "./queries.ts";
import type { Site } from "./site.ts";

/** One recommendation with all that its card shows, in two round trips. */
export class SharePointRecommendationStore implements RecommendationStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async open(planId: number, recommendationId: number): Promise<OpenRecommendation> {
    const rows = await inOneBatch(this.#site, (sp) => ({
      ...askAround(sp, planId),
      recommendation: sp.web.lists
        .getByTitle("Recommendations")
        .items.getById(whole(recommendationId))
        .select(...definitionColumns.Recommendations, "PlanId")<unknown>(),
      actions: rowsOf(
        sp,
        "Actions",
        definitionColumns.Actions,
        `RecommendationId eq ${whole(recommendationId)}`,
      ),
    })).catch(rethrow("open this recommendation"));
    if (!isOfPlan(planId, rows.recommendation)) {
      throw new NotFoundError("This recommendation is not part of the plan that the card names.");
    }
    const actions = rows.actions.map(toAction).toSorted((one, other) => one.order - other.order);
    return {
      ...toAround(rows),
      recommendation: toRecommendation(rows.recommendation),
      actions,
      record: await this.#record(
        recommendationId,
        actions.map(({ id }) => id),
      ),
    };
  }

  async #record(recommendationId: number, actionIds: readonly number[]): Promise<readonly Entry[]> {
    const ofIt = `RecommendationId eq ${whole(recommendationId)}`;
    const about = [ofIt, ...actionIds.map((id) => `ActionId eq ${whole(id)}`)].join(" or ");
    const { record } = await inOneBatch(this.#site, (sp) => ({
      // A challenge names the recommendation even where it is about one action.
      record: recordOf(sp, { about, challenges: ofIt }, true),
    })).catch(rethrow("read the record of this recommendation"));
    return record.toSorted(byCreatedThenId);
  }
}
