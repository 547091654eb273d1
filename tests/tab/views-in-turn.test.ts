import { viewsInTurn } from "#tab/live/views-in-turn.ts";
import { viewPlan } from "#tab/rows/plan-view.ts";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDecision, anAction, anOpenPlan, anUpdate, south } from "./support/a-plan.ts";
import { randomMoments } from "./support/random-edits.ts";

describe("a plan that is viewed again after each change", () => {
  it("looks as if it had just been opened, whatever happened to it", () => {
    fc.assert(
      fc.property(randomMoments, (moments) => {
        const viewOf = viewsInTurn();
        for (const open of moments) {
          const { folded: _, ...fresh } = viewPlan(open);
          expect(viewOf(open)).toEqual({ ...fresh, folded: expect.anything() });
        }
      }),
      { numRuns: 300 },
    );
  });

  const said = anUpdate({ rating: "green" });
  const before = anOpenPlan([said]);

  /** The actions of which the view is another object once the plan is that. */
  const changed = (after: Partial<typeof before>) => {
    const viewOf = viewsInTurn();
    const earlier = viewOf(before);
    const now = viewOf({ ...before, ...after });
    return [...now.actions].flatMap(([id, view]) => (earlier.actions.get(id) === view ? [] : id));
  };

  it("is the same object in all that nobody touched", () => {
    expect(changed({ record: [said, anUpdate({ id: 102, actionId: 12 })] })).toEqual([12]);
    expect(changed({ record: [] })).toEqual([11]);
    expect(changed({ record: [said, aDecision({ actionId: undefined })] })).toEqual([]);
    expect(
      changed({ actions: [...before.actions.slice(1), anAction({ id: 21, recommendationId: 2 })] }),
    ).toEqual([11, 21]);
    expect(changed({ changeToken: "2" })).toEqual([]);
    expect(changed({ record: [...before.record], agencies: [...before.agencies] })).toEqual([]);
  });

  it("is viewed anew where an agency is another", () => {
    const agencies = before.agencies.map((each) => (each === south ? { ...south } : each));
    expect(changed({ agencies })).toEqual([11, 12, 21]);
  });

  it("keeps the recommendations that nobody touched", () => {
    const viewOf = viewsInTurn();
    const [first, second] = viewOf(before).recommendations;
    const after = viewOf({ ...before, record: [said, anUpdate({ id: 102, actionId: 21 })] });
    expect(after.recommendations[0]).toBe(first);
    expect(after.recommendations[1]).not.toBe(second);
  });
});
