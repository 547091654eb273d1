import { readFilter, writeFilter } from "#tab/filter/filter-address.ts";
import { foundBy } from "#tab/filter/found.ts";
import { asReported, readArrangement, writeArrangement } from "#tab/arrange/arrangement.ts";
import { noFilter, type PlanFilter } from "#tab/filter/plan-filter.ts";
import { arrangePlan } from "#tab/arrange/plan-groups.ts";
import { viewPlan } from "#tab/rows/plan-view.ts";
import type { Finding } from "#plan/checks.ts";
import { describe, expect, it } from "vitest";
import { aDecision, anOpenPlan, anUpdate } from "./support/a-plan.ts";

const today = "2026-11-19";
// Action 11 (due 31 August): North proposed Green with one piece of activity, the group agreed Amber. 12 and 21: nothing.
const record = [
  anUpdate({ id: 1, rating: "green", evidenceCount: 1, impactCount: 0 }),
  aDecision({ rating: "amber" }),
  aDecision({ id: 202, actionId: 21, kind: "date-agreed", date: "2026-12-01" }),
];
const view = viewPlan(anOpenPlan(record));

function shown(filter: Partial<PlanFilter>, found?: readonly Finding[]): number[] {
  const world = { today, found: found && foundBy(found) } as const;
  return arrangePlan(view, { ...noFilter, ...filter }, asReported, world).flatMap(({ actions }) =>
    actions.map(({ action }) => action.id),
  );
}

describe("a filter", () => {
  it("lets everything through that it does not ask about", () => {
    expect(shown({})).toEqual([11, 12, 21]);
  });

  it("by agency shows an action of several agencies for each of them", () => {
    expect(shown({ agencies: new Set(["South"]) })).toEqual([12, 21]);
    expect(shown({ agencies: new Set(["North"]) })).toEqual([11, 12]);
  });

  it("by no agency shows the actions that name none", () => {
    const { actions: all } = anOpenPlan();
    const first = all.find(({ id }) => id === 11);
    if (!first) throw new Error("The plan has no action.");
    const actions = all.map((each) => (each === first ? { ...each, agencies: [] } : each));
    const filter = { ...noFilter, agencies: new Set(["No agency"]) };
    const groups = arrangePlan(viewPlan(anOpenPlan([], { actions })), filter, asReported, {
      today,
    });
    expect(groups.flatMap((group) => group.actions.map(({ action }) => action.id))).toEqual([11]);
    expect(readFilter(writeFilter(filter)).agencies).toEqual(filter.agencies);
  });

  it("tells the rating that counts from the agency's own and the group's", () => {
    expect(shown({ ratings: new Set(["green"]) })).toEqual([]);
    expect(shown({ ratings: new Set(["amber"]) })).toEqual([11]);
    expect(shown({ proposed: new Set(["green"]) })).toEqual([11]);
    expect(shown({ agreed: new Set(["not-rated"]) })).toEqual([12, 21]);
  });

  it("by due date goes by the date that the group agreed", () => {
    expect(shown({ due: "overdue" })).toEqual([11, 12]);
    expect(shown({ due: "next-30" })).toEqual([21]);
    expect(shown({ due: "2026-12" })).toEqual([21]);
    expect(shown({ due: "2026-08-24..2026-08-31" })).toEqual([11, 12]);
    expect(shown({ due: "none" })).toEqual([]);
  });

  it("calls nothing overdue that is complete or closed", () => {
    const complete = anUpdate({ id: 3, actionId: 11, rating: "blue" });
    const closed = aDecision({ id: 203, actionId: 12, kind: "closed" });
    const overdue = { ...noFilter, due: "overdue" } as const;
    const done = viewPlan(anOpenPlan([complete, closed]));
    expect(arrangePlan(done, overdue, asReported, { today })).toMatchObject([{ label: "2.2" }]);
  });

  it("by lead, evidence and silence asks each for itself", () => {
    expect(shown({ leads: new Set(["Named nurse"]) })).toEqual([11, 12]);
    expect(shown({ evidence: "activity" })).toEqual([11]);
    expect(shown({ evidence: "impact" })).toEqual([]);
    expect(shown({ evidence: "none" })).toEqual([12, 21]);
    expect(shown({ quietDays: 30 })).toEqual([11, 12, 21]);
    expect(shown({ quietDays: 90 })).toEqual([12, 21]);
  });

  it("shows what is the reader's own: actions of the agencies they speak for", () => {
    expect(shown({ mine: true })).toEqual([11, 12]);
  });

  it("wants all that it asks for at once", () => {
    expect(shown({ mine: true, due: "overdue", search: "everybody" })).toEqual([12]);
  });
});

describe("the filter by checks", () => {
  const about = { recommendationId: 1, ref: "2.1", agency: "North", says: "", asks: "" };
  const findings: Finding[] = [
    { ...about, check: "overdue", actionId: 11, weight: "strong" },
    { ...about, check: "no-answer", recommendationId: 2, weight: "plain" },
  ];

  it("shows the actions in which a check found something, and before they have run none", () => {
    expect(shown({ check: "any" }, findings)).toEqual([11]);
    expect(shown({ check: "overdue" }, findings)).toEqual([11]);
    expect(shown({ check: "stale" }, findings)).toEqual([]);
    expect(shown({ check: "any" })).toEqual([]);
  });

  it("shows a recommendation of which the finding is about the whole", () => {
    const filter = { ...noFilter, check: "no-answer" };
    const groups = arrangePlan(view, filter, asReported, { today, found: foundBy(findings) });
    expect(groups.map(({ label, actions }) => [label, actions.length])).toEqual([["2.2", 0]]);
  });
});

describe("a filter in an address", () => {
  it.each([
    "",
    "rating=amber&rating=red&agency=North&due=overdue",
    "proposed=green&agreed=not-rated&lead=Named+nurse",
    "search=self-harm+audit&evidence=none&quiet=90&check=stale&mine=",
    "due=2026-11-16..2026-11-22",
    "updated=within60&agency=North",
  ])("%s is read and written again as it was", (words) => {
    const written = writeFilter(readFilter(new URLSearchParams(words)));
    const asked = new URLSearchParams(words);
    written.sort();
    asked.sort();
    expect(written.toString()).toBe(asked.toString());
  });

  it("that says what we do not know filters nothing", () => {
    const odd = new URLSearchParams("due=soon&evidence=heaps&quiet=-3&updated=soon&colour=blue");
    expect(readFilter(odd)).toEqual(noFilter);
  });
});

describe("an arrangement in an address", () => {
  it.each(["", "group=agency", "group=month&sort=-due", "sort=rating"])(
    "%s is read and written again as it was",
    (words) => {
      expect(writeArrangement(readArrangement(new URLSearchParams(words))).toString()).toBe(words);
    },
  );

  it("that says what we do not know is the report's own", () => {
    expect(readArrangement(new URLSearchParams("group=colour&sort=luck"))).toEqual(asReported);
  });
});
