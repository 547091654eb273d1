import { type Arrangement, asReported } from "#tab/arrange/arrangement.ts";
import { noFilter } from "#tab/filter/plan-filter.ts";
import { arrangePlan, countActions } from "#tab/arrange/plan-groups.ts";
import { planRows } from "#tab/rows/plan-rows.ts";
import { viewPlan } from "#tab/rows/plan-view.ts";
import { describe, expect, it } from "vitest";
import { aDecision, anOpenPlan, anUpdate } from "./support/a-plan.ts";

const view = viewPlan(
  anOpenPlan([
    anUpdate({ id: 1, rating: "green" }),
    aDecision({ id: 202, actionId: 21, kind: "date-agreed", date: "2026-12-01" }),
  ]),
);
const arranged = (own: Partial<Arrangement>) =>
  arrangePlan(view, noFilter, { ...asReported, ...own }, { today: "2026-11-19" });
const inGroups = (own: Partial<Arrangement>) =>
  arranged(own).map(({ title, actions }) => [title, ...actions.map(({ action }) => action.id)]);
const sorted = (own: Partial<Arrangement>) => inGroups({ grouping: "none", ...own })[0]?.slice(1);

describe("actions grouped", () => {
  it("by agency stand under each of their agencies, with its full name", () => {
    expect(inGroups({ grouping: "agency" })).toEqual([
      ["North Hospitals", 11, 12],
      ["South Council", 12, 21],
    ]);
  });

  it("by agency say a name once that has no shorter one", () => {
    const nameless = { ...view, open: { ...view.open, agencies: [] } };
    const own = { ...asReported, grouping: "agency" as const };
    const groups = arrangePlan(nameless, noFilter, own, { today: "2026-11-19" });
    expect(groups.map(({ label }) => label)).toEqual(["", ""]);
  });

  it("by lead end with those that nobody leads", () => {
    expect(inGroups({ grouping: "lead" })).toEqual([
      ["Named nurse", 11, 12],
      ["Nobody is named as lead", 21],
    ]);
  });

  it("by month go by the due date that counts", () => {
    expect(inGroups({ grouping: "month" })).toEqual([
      ["August 2026", 11, 12],
      ["December 2026", 21],
    ]);
  });

  it("count once however often they stand there", () => {
    expect(countActions(arranged({ grouping: "agency" }))).toBe(3);
  });
});

describe("the rows of other groups", () => {
  it("have keys of their own, and open the same action", () => {
    const rows = planRows(arranged({ grouping: "agency" }), new Set());
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(rows.filter(({ opens }) => opens === "action/12")).toHaveLength(2);
  });

  it("in one list have no heading, and no level below it", () => {
    const rows = planRows(arranged({ grouping: "none" }), new Set());
    expect(rows.map(({ type, key }) => [type, key])).toEqual([
      ["action", "action/11"],
      ["action", "action/12"],
      ["action", "action/21"],
    ]);
    expect(rows.every((row) => row.type === "action" && row.under === undefined)).toBe(true);
  });
});

describe("actions sorted", () => {
  it("by due date begin with the earliest, the other way round with the latest", () => {
    expect(sorted({ sort: "due" })).toEqual([11, 12, 21]);
    expect(sorted({ sort: "due", descending: true })).toEqual([21, 11, 12]);
  });

  it("by rating begin with what is least good, and not rated is less good than any", () => {
    expect(sorted({ sort: "rating" })).toEqual([12, 21, 11]);
  });

  it("by lead end with those without one, either way", () => {
    expect(sorted({ sort: "lead" })?.at(-1)).toBe(21);
    expect(sorted({ sort: "lead", descending: true })?.at(-1)).toBe(21);
  });

  it("stay under their recommendation where they stand under that", () => {
    expect(inGroups({ sort: "due", descending: true })).toEqual([
      ["Train staff in the emergency department.", 11, 12],
      ["Audit the records.", 21],
    ]);
  });
});
