import { describe, expect, it } from "vitest";
import { foldPlan } from "#plan/fold.ts";
import { foldRecommendation } from "#plan/fold-recommendation.ts";
import type { Action, Recommendation } from "#plan/plan.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import { aChallenge, aDecision, agencies, anAction, anUpdate } from "./plan-data.ts";

const recommendation: Recommendation = {
  id: 1,
  ref: "2.1",
  order: 1,
  text: "Train everybody.",
  addressees: ["Acute", "The Community Trust"],
  paragraphs: [],
};
const actions = [
  anAction({ id: 1 }),
  anAction({ id: 2 }),
  anAction({ id: 3, recommendationId: 9 }),
];

function fold(record: readonly Entry[], of: readonly Action[] = actions) {
  const states = foldPlan(brag, agencies, of, record);
  return foldRecommendation(brag, agencies, recommendation, { actions: of, states, record });
}

const closed = (actionId: number) => aDecision({ actionId, kind: "closed" });

describe("a recommendation", () => {
  it("is proposed as the least good of its own actions, and agreed only as a whole", () => {
    const state = fold([
      anUpdate({ actionId: 1, rating: "green" }),
      anUpdate({ actionId: 2, rating: "amber" }),
      anUpdate({ actionId: 3, rating: "red" }),
      aDecision({ actionId: 1, recommendationId: 1, rating: "blue" }),
    ]);
    expect(state.proposed).toBe("amber");
    expect(state.agreed).toBeUndefined();
  });

  it("is agreed as the group last said of the whole of it", () => {
    const whole = { actionId: undefined, recommendationId: 1 };
    const state = fold([
      aDecision({ ...whole, rating: "green", created: "2026-07-01T09:00:00Z" }),
      aDecision({ ...whole, rating: "red" }),
      aDecision({ ...whole, recommendationId: 2, rating: "blue", created: "2026-08-01T09:00:00Z" }),
    ]);
    expect(state).toMatchObject({ agreed: "green", agreedAt: "2026-07-01T09:00:00Z" });
  });

  it("without actions is not rated and not closed; with every action closed it is", () => {
    expect(fold([], [])).toMatchObject({ proposed: "not-rated", closed: false });
    expect(fold([closed(1)]).closed).toBe(false);
    expect(fold([closed(1), closed(2)]).closed).toBe(true);
  });

  it("names the addressees without an action under it, by whichever of their names it is addressed", () => {
    expect(fold([]).unanswering).toEqual(["Community"]);
    const both = [...actions, anAction({ id: 4, agencies: ["Community"] })];
    expect(fold([], both).unanswering).toEqual([]);
  });

  it("has the questions on the whole of it, and not those on an action or on another", () => {
    const onWhole = aChallenge({ actionId: undefined });
    const record = [
      onWhole,
      aChallenge(),
      aChallenge({ actionId: undefined, recommendationId: 2 }),
    ];
    expect(fold(record).openChallenges).toEqual([onWhole]);
    const answer = anUpdate({ kind: "response", challengeId: onWhole.id });
    expect(fold([...record, answer]).openChallenges).toEqual([]);
  });
});
