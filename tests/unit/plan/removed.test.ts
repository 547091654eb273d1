import { describe, expect, it } from "vitest";
import { brag } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import { type Removal, removedBetween, removedItems } from "#plan/removed.ts";
import {
  aChallenge,
  aDecision,
  agencies,
  anAction,
  anUpdate,
  aRecommendation as recommendation,
} from "./plan-data.ts";

const [acute] = agencies;
const action = anAction();

function removed(record: readonly Entry[], told: readonly Removal[] = []) {
  return removedItems(
    {
      plan: { id: 1, title: "", regulator: "", scheme: brag },
      agencies,
      versions: [],
      recommendations: [recommendation],
      actions: [action, anAction({ id: 7, recommendationId: 50, agencies: ["Acute"] })],
      record,
    },
    told,
  );
}

const gone = { actionId: 99 };

describe("something that was deleted", () => {
  it("is told of with when and by whom, what was said of it, by whom, and where it stood", () => {
    const record = [
      anUpdate({ ...gone, folder: acute?.folder ?? "", created: "2026-09-01T09:00:00Z" }),
      aDecision({ ...gone, recommendationId: 1, created: "2026-10-10T09:00:00Z" }),
    ];
    const told: Removal = { what: "action", id: 99, at: "2026-11-03T09:00:00Z", by: "Somebody" };
    const { ofPlan, elsewhere } = removed(record, [told]);
    expect(ofPlan[0]).toEqual({
      ...told,
      ref: "2.1",
      agencies: ["Acute"],
      said: record,
      actions: [],
    });
    expect(elsewhere).toEqual([]);
  });

  it("is known from the record where SharePoint has forgotten it", () => {
    const { ofPlan } = removed([anUpdate(gone)]);
    expect(ofPlan).toMatchObject([
      { what: "recommendation", id: 50 },
      { what: "action", id: 99, said: [{ actionId: 99 }] },
    ]);
  });

  it("as a recommendation leaves its actions, which say whose it was", () => {
    const { ofPlan } = removed([], [{ what: "recommendation", id: 50 }]);
    expect(ofPlan).toMatchObject([
      { what: "recommendation", id: 50, agencies: ["Acute"], actions: [{ id: 7 }] },
    ]);
  });

  it("of which this plan knows nothing may be of another plan", () => {
    const told: Removal[] = [
      { what: "action", id: 98, at: "2026-11-03T09:00:00Z" },
      { what: "update", id: 3, at: "2026-11-03T09:00:00Z" },
    ];
    const { ofPlan, elsewhere } = removed([], told);
    expect(ofPlan.map(({ id }) => id)).toEqual([50]);
    expect(elsewhere).toMatchObject(told);
  });

  it("is not what is there, and a question to a whole recommendation is about no action", () => {
    const { ofPlan } = removed([
      anUpdate({ actionId: action.id }),
      aChallenge({ actionId: undefined, recommendationId: 1 }),
    ]);
    expect(ofPlan.map(({ id }) => id)).toEqual([50]);
  });
});

it("lies between two days by the end of the second, and nobody knows where nothing says when", () => {
  const at = { what: "action", id: 1, at: "2026-11-03T23:30:00Z" } as const;
  expect(removedBetween(at, "2026-11-02", "2026-11-03")).toBe(true);
  expect(removedBetween(at, "2026-11-03", "2026-11-04")).toBe(false);
  expect(removedBetween({ what: "action", id: 1 }, "2026-11-03", "2026-11-04")).toBeUndefined();
});
