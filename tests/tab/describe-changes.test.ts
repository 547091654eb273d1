import { brag } from "#plan/rating-scheme.ts";
import { type Changes, describeChanges, noChanges } from "#tab/live/describe-changes.ts";
import { newsInWords } from "#tab/live/news.ts";
import { viewPlan } from "#tab/rows/plan-view.ts";
import type { Entry } from "#plan/record.ts";
import { describe, expect, it } from "vitest";
import { aDecision, anOpenPlan, anUpdate } from "./support/a-plan.ts";

const says = (changes: Changes) => newsInWords(brag, changes);

const between = (before: readonly Entry[], after: readonly Entry[], saved: string[] = []) =>
  describeChanges(viewPlan(anOpenPlan(before)), viewPlan(anOpenPlan(after)), new Set(saved));

describe("what others changed", () => {
  it("is said in one sentence, with the rating that counts now", () => {
    const changes = between([], [anUpdate({ rating: "green" })]);
    expect([...changes.keys]).toEqual(["action/11"]);
    expect(says(changes)).toBe("Recommendation 2.1, action 1 changed: Proposed Green.");
  });

  it("is only counted where it is more than one action", () => {
    const updates = [anUpdate({ id: 1 }), anUpdate({ id: 2, actionId: 12 })];
    expect(says(between([], updates))).toBe("2 actions changed.");
  });

  it("is nothing where only the reader said something", () => {
    expect(between([], [anUpdate({ id: 5, rating: "green" })], ["update 5"])).toBe(noChanges);
  });

  it("is something where the group decided on what the reader said", () => {
    const own = anUpdate({ id: 5, rating: "green" });
    const changes = between([], [own, aDecision({ rating: "amber" })], ["update 5"]);
    expect(says(changes)).toBe(
      "Recommendation 2.1, action 1 changed: Proposed Green, agreed Amber.",
    );
  });

  it("is said of what is no longer there as well", () => {
    const before = viewPlan(anOpenPlan());
    const actions = before.open.actions.filter(({ id }) => id !== 11);
    const changes = describeChanges(before, viewPlan(anOpenPlan([], { actions })), new Set());
    expect(says(changes)).toBe("Recommendation 2.1, action 1 was taken out of the plan.");
    expect(changes.keys.size).toBe(0);
  });
});
