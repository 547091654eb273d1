import * as z from "zod/mini";
import { NotFoundError } from "#plan/errors.ts";
import { byCreatedThenId } from "#plan/record-order.ts";
import type { Entry } from "#plan/record.ts";
import type { OpenRecommendation, RecommendationStore } from "#usecases/card-ports.ts";
import {
  definitionColumns,
  toAction,
  toAgency,
  toPlan,
  toRecommendation,
} from "./definition-rows.ts";
import { rethrow } from "./errors.ts";
import { whole } from "./plan-store.ts";
import { toMe } from "./me.ts";
import { currentUser, inOneBatch, rowsOf } from "./queries.ts";
import { toChallenge, toDecision, toUpdate, wholeRecordColumns } from "./record-rows.ts";
import type { Site } from "./site.ts";

const ofPlan = z.object({ PlanId: z.number() });

/** One recommendation with all that its card shows, in two round trips. */
export class SharePointRecommendationStore implements RecommendationStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async open(planId: number, recommendationId: number): Promise<OpenRecommendation> {
    const rows = await inOneBatch(this.#site, (sp) => ({
      user: currentUser(sp),
      plan: sp.web.lists
        .getByTitle("Plans")
        .items.getById(whole(planId))
        .select(...definitionColumns.Plans)<unknown>(),
      agencies: rowsOf(sp, "Agencies", definitionColumns.Agencies),
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
    if (ofPlan.parse(rows.recommendation).PlanId !== planId) {
      throw new NotFoundError("This recommendation is not part of the plan that the card names.");
    }
    const agencies = rows.agencies.map(toAgency);
    const actions = rows.actions.map(toAction).toSorted((one, other) => one.order - other.order);
    return {
      plan: toPlan(rows.plan),
      agencies,
      recommendation: toRecommendation(rows.recommendation),
      actions,
      record: await this.#record(
        recommendationId,
        actions.map(({ id }) => id),
      ),
      me: toMe(rows.user, agencies),
    };
  }

  async #record(recommendationId: number, actionIds: readonly number[]): Promise<readonly Entry[]> {
    const ofIt = `RecommendationId eq ${whole(recommendationId)}`;
    const ofEither = [ofIt, ...actionIds.map((id) => `ActionId eq ${whole(id)}`)].join(" or ");
    const { updates, decisions, challenges } = await inOneBatch(this.#site, (sp) => ({
      updates: rowsOf(sp, "Updates", wholeRecordColumns.Updates, ofEither),
      decisions: rowsOf(sp, "Decisions", wholeRecordColumns.Decisions, ofEither),
      // A challenge names the recommendation even where it is about one action.
      challenges: rowsOf(sp, "Challenges", wholeRecordColumns.Challenges, ofIt),
    })).catch(rethrow("read the record of this recommendation"));
    return [
      ...updates.map(toUpdate),
      ...decisions.map(toDecision),
      ...challenges.map(toChallenge),
    ].toSorted(byCreatedThenId);
  }
}
