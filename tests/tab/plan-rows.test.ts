import { noFilter, type PlanFilter } from "#tab/filter/plan-filter.ts";
import { asReported } from "#tab/arrange/arrangement.ts";
import { allGroups, arrangePlan, countActions } from "#tab/arrange/plan-groups.ts";
import { planRows } from "#tab/rows/plan-rows.ts";
import { countRatings, viewPlan } from "#tab/rows/plan-view.ts";
import { describe, expect, it } from "vitest";
import { aDecision, anOpenPlan, anUpdate } from "./support/a-plan.ts";

const green = anUpdate({ id: 1, rating: "green" });
const view = viewPlan(anOpenPlan([green, aDecision({ rating: "amber" })]));
const today = "2026-11-19";
const filtered = (filter: PlanFilter) => arrangePlan(view, filter, asReported, { today });
const found = (search: string) =>
  filtered({ ...noFilter, search }).map(({ label, actions }) => [
    label,
    ...actions.map(({ action }) => action.id),
  ]);

describe("the rows of the plan", () => {
  it("keep the report's order, whatever order they were read in", () => {
    const keys = planRows(allGroups(view), new Set()).map(({ key }) => key);
    expect(keys).toEqual([
      "recommendation/1",
      "action/11",
      "action/12",
      "recommendation/2",
      "action/21",
    ]);
  });

  it("leave out the actions of a recommendation that is folded away", () => {
    const keys = planRows(allGroups(view), new Set(["recommendation/1"])).map(({ key }) => key);
    expect(keys).toEqual(["recommendation/1", "recommendation/2", "action/21"]);
  });
});

describe("a search", () => {
  it("finds words of an action, of its recommendation, agencies in full and leads, in any case", () => {
    expect(found("PATHWAY")).toEqual([["2.1", 11]]);
    expect(found("emergency")).toEqual([["2.1", 11, 12]]);
    expect(found("south council")).toEqual([
      ["2.1", 12],
      ["2.2", 21],
    ]);
    expect(found("named nurse")).toEqual([["2.1", 11, 12]]);
    expect(found("2.2")).toEqual([["2.2", 21]]);
  });

  it("wants every word, wherever it stands", () => {
    expect(found("emergency pathway")).toEqual([["2.1", 11]]);
    expect(found("pathway visits")).toEqual([]);
  });

  it("together with ratings shows only actions whose rating that counts is chosen", () => {
    const amber = filtered({ ...noFilter, ratings: new Set(["amber"]) });
    expect(countActions(amber)).toBe(1);
    expect(filtered({ ...noFilter, ratings: new Set(["green"]) })).toEqual([]);
  });
});

describe("the key of ratings", () => {
  it("counts the agreed rating before the proposed one, and what nobody rated", () => {
    expect(countRatings(view)).toEqual([
      { id: "blue", count: 0 },
      { id: "green", count: 0 },
      { id: "amber", count: 1 },
      { id: "red", count: 0 },
      { id: "not-rated", count: 2 },
    ]);
  });

  it("shows a recommendation by the least good of its actions", () => {
    const [first] = view.recommendations;
    expect(first).toMatchObject({ lowest: "not-rated", lowestAgreed: false, complete: 0 });
  });
});
