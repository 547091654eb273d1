import { describe, expect, it } from "vitest";
import type { Entry } from "#plan/record.ts";
import { viewPlan } from "#tab/rows/plan-view.ts";
import { agreeable, movedOn } from "#tab/recommendation/agree-actions.ts";
import { aDecision, anOpenPlan, anUpdate } from "./support/a-plan.ts";

/** The actions 11 and 12 of the first recommendation, after that was said. */
function after(record: readonly Entry[]) {
  const view = viewPlan(anOpenPlan(record));
  return { scheme: view.scheme, actions: view.recommendations[0]?.actions ?? [] };
}

const green = anUpdate({ rating: "green" });

describe("what the group can agree at once", () => {
  it("is what is proposed and not agreed since", () => {
    const { scheme, actions } = after([green]);
    expect(
      agreeable(scheme, actions).map(({ view, rating }) => [view.action.id, rating.name]),
    ).toEqual([[11, "Green"]]);

    const agreed = after([green, aDecision({ rating: "green" })]);
    expect(agreeable(agreed.scheme, agreed.actions)).toEqual([]);
    const again = anUpdate({ id: 102, rating: "green", created: "2026-11-01T10:00:00Z" });
    const proposed = after([green, aDecision({ rating: "green" }), again]);
    expect(agreeable(proposed.scheme, proposed.actions)).toHaveLength(1);
  });

  it("is that it does not apply, too", () => {
    const { scheme, actions } = after([anUpdate({ rating: "not-applicable" })]);
    expect(agreeable(scheme, actions).map(({ rating }) => rating.name)).toEqual(["Not applicable"]);
  });

  it("is nothing of a closed action", () => {
    const closed = after([green, aDecision({ kind: "closed" })]);
    expect(agreeable(closed.scheme, closed.actions)).toEqual([]);
  });

  it("is looked at again where another rating is proposed since it was ticked", () => {
    const { scheme, actions } = after([green]);
    const ticked = { action: 11, key: "k" };
    expect(movedOn(scheme, actions, [{ ...ticked, rating: "green" }])).toBeUndefined();
    expect(movedOn(scheme, actions, [{ ...ticked, rating: "amber" }])).toBe(
      "Action 1 is proposed as Green since you ticked it: look at it again.",
    );
  });
});
