import { byCreatedThenId } from "#plan/record-order.ts";
import type { Entry } from "#plan/record.ts";
import type { NewChallenge, NewDecision, NewUpdate, RecordStore } from "#usecases/ports/record.ts";
import { appendOnce, itemKey } from "./append-once.ts";
import { rethrow } from "./errors.ts";
import { challengeValues, decisionValues, statementValues, type Values } from "./form-values.ts";
import { whole } from "./whole.ts";
import { inOneBatch, recordOf } from "./queries.ts";
import type { Site } from "./site.ts";
import * as v from "valibot";

type AppendList = "Updates" | "Challenges" | "Decisions";

/** What was said, in lists that SharePoint lets people add to and nothing else. */
export class SharePointRecordStore implements RecordStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async forAction(actionId: number): Promise<readonly Entry[]> {
    const { record } = await inOneBatch(this.#site, (sp) => ({
      record: recordOf(sp, `ActionId eq ${whole(actionId)}`, true),
    })).catch(rethrow("read the record of this action"));
    return record.toSorted(byCreatedThenId);
  }

  async forRecommendation(
    recommendationId: number,
    actionIds: readonly number[],
  ): Promise<readonly Entry[]> {
    const about = [
      `RecommendationId eq ${whole(recommendationId)}`,
      ...actionIds.map((id) => `ActionId eq ${whole(id)}`),
    ].join(" or ");
    const { record } = await inOneBatch(this.#site, (sp) => ({
      record: recordOf(sp, about, true),
    })).catch(rethrow("read the record of this recommendation"));
    return record.toSorted(byCreatedThenId);
  }

  async ofChallenges(planId: number): Promise<readonly Entry[]> {
    const ofPlan = `PlanId eq ${whole(planId)}`;
    const about = `${ofPlan} and ChallengeId gt 0`;
    const { record } = await inOneBatch(this.#site, (sp) => ({
      record: recordOf(sp, { about, challenges: ofPlan }, true),
    })).catch(rethrow("read the challenges of this plan"));
    return record.toSorted(byCreatedThenId);
  }

  async append(update: NewUpdate): Promise<{ readonly id: number }> {
    const { shortName, folder } = update.agency;
    const said = { ...stated(update, shortName), ...statementValues(update) };
    return this.#append("Updates", said, folder).catch(
      rethrow(`add to the record of ${shortName}`),
    );
  }

  async challenge(challenge: NewChallenge): Promise<{ readonly id: number }> {
    const put = { ...stated(challenge, challenge.agency), ...challengeValues(challenge) };
    return this.#append("Challenges", put).catch(rethrow(`put a question to ${challenge.agency}`));
  }

  async decide(decision: NewDecision): Promise<{ readonly id: number }> {
    const agreed = { ...stated(decision, decision.kind), ...decisionValues(decision) };
    return this.#append("Decisions", agreed).catch(rethrow("record what the group agreed"));
  }

  #append(list: AppendList, values: Values, folder = ""): Promise<{ readonly id: number }> {
    return appendOnce(this.#site, list, {
      values,
      about: ["PlanId", "ActionId", "RecommendationId"],
      folder,
    });
  }
}

function stated(said: { readonly key: string; readonly planId: number }, title: string): Values {
  return { Title: title, Key: v.parse(itemKey, said.key), PlanId: whole(said.planId) };
}
