import { expect, it } from "vitest";
import { highlightReport } from "#plan/papers.ts";
import { planOnDate } from "#plan/plan-on-date.ts";
import { brag } from "#plan/rating-scheme.ts";
import { aDecision, agencies, anAction, anUpdate, aRecommendation } from "./plan-data.ts";

const whole = {
  plan: { id: 1, title: "", regulator: "", scheme: brag },
  agencies,
  versions: [],
  recommendations: [aRecommendation],
  actions: [
    anAction({ id: 1, due: "2026-09-30" }),
    anAction({ id: 2, due: "2026-09-29" }),
    anAction({ id: 3, due: "2026-09-01" }),
    anAction({ id: 4, due: "2026-09-02" }),
    anAction({ id: 5, due: "2026-09-03" }),
  ],
  record: [
    anUpdate({ actionId: 3, rating: "blue" }),
    aDecision({ actionId: 4, kind: "closed" }),
    aDecision({ actionId: 5, rating: "amber" }),
  ],
};

it("a highlight report names what is past its day and not done, the longest first", () => {
  const before = planOnDate(whole, "2026-08-31");
  const after = planOnDate(whole, "2026-09-30");
  const { overdue } = highlightReport({ before, after, changes: [], record: whole.record });
  expect(overdue.map(({ action }) => action.id)).toEqual([5, 2]);
});
