import { describe, expect, it } from "vitest";
import { foldPlan } from "#plan/fold.ts";
import type { Action } from "#plan/plan.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import {
  countByRating,
  countEvidence,
  dueByMonth,
  dueByWeek,
  evidenceByAgency,
  ratingsByAgency,
  ratingsShown,
  updateAge,
} from "#plan/summary.ts";
import { acute, agencies, aDecision, anAction, anUpdate, community } from "./plan-data.ts";

const alone = anAction({ id: 1 });
const shared = anAction({ id: 2, agencies: ["Acute", "Community"], due: "2026-11-30" });

function now(record: readonly Entry[], actions: readonly Action[] = [alone, shared]) {
  const states = foldPlan(brag, agencies, actions, record);
  return actions.flatMap((action) => {
    const state = states.get(action.id);
    return state ? [{ action, state }] : [];
  });
}

const rated = [
  anUpdate({ actionId: 1, rating: "green" }),
  aDecision({ actionId: 1, rating: "amber" }),
  anUpdate({ actionId: 2, rating: "green" }),
  anUpdate({ actionId: 2, rating: "red", folder: community.folder }),
];

describe("ratings by agency", () => {
  it("count a shared action for each of its agencies, and leave out who has none", () => {
    const rows = ratingsByAgency(agencies, now(rated));
    expect(rows.map(({ agency, all }) => [agency.shortName, all])).toEqual([
      ["Acute", 2],
      ["Community", 1],
    ]);
    expect(Object.fromEntries(rows[0]?.counts ?? [])).toEqual({ amber: 1, red: 1 });
  });

  it("count what names no agency, or one that the site does not know, after the others", () => {
    const actions = [
      anAction({ id: 1, agencies: [] }),
      anAction({ id: 2, agencies: ["Gone"] }),
      anAction({ id: 3, agencies: ["Community", "Community"] }),
    ];
    expect(
      ratingsByAgency(agencies, now([], actions)).map(({ agency, all }) => [agency.name, all]),
    ).toEqual([
      [community.name, 1],
      ["Gone", 1],
      ["No agency is named", 1],
    ]);
  });

  it("keep what is proposed and what is agreed apart", () => {
    expect(Object.fromEntries(countByRating(now(rated), "proposed"))).toEqual({ green: 1, red: 1 });
    expect(Object.fromEntries(countByRating(now(rated), "agreed"))).toEqual({
      amber: 1,
      "not-rated": 1,
    });
  });

  it("show the scheme's ratings best first, and others only where an action has one", () => {
    expect(ratingsShown(brag, [new Map([["not-rated", 1]])])).toEqual([
      "blue",
      "green",
      "amber",
      "red",
      "not-rated",
    ]);
    expect(ratingsShown(brag, [new Map()])).toHaveLength(4);
  });
});

describe("evidence coverage", () => {
  const link = { name: "Audit", url: "https://evidence.example/a" };
  const record = [
    anUpdate({ actionId: 1, evidence: [{ ...link, kind: "activity" }] }),
    anUpdate({
      actionId: 2,
      evidence: [
        { ...link, kind: "impact" },
        { ...link, kind: "activity" },
      ],
    }),
  ];

  it("counts an action once, by the best that its evidence shows", () => {
    expect(countEvidence(now(record))).toEqual({ impact: 1, activity: 1, none: 0 });
    expect(countEvidence(now([]))).toEqual({ impact: 0, activity: 0, none: 2 });
  });

  it("is each agency's own", () => {
    expect(evidenceByAgency([community], now(record))[0]?.counts).toEqual({
      impact: 1,
      activity: 0,
      none: 0,
    });
    expect(evidenceByAgency([acute], now(record))[0]?.all).toBe(2);
  });
});

describe("due", () => {
  it("by week runs from the Monday of today's week to each Sunday", () => {
    const weeks = dueByWeek(now([]), "2026-11-26", 2);
    expect(weeks.map(({ from, to, all }) => [from, to, all])).toEqual([
      ["2026-11-23", "2026-11-29", 0],
      ["2026-11-30", "2026-12-06", 1],
    ]);
  });

  it("by month runs over the end of the year", () => {
    const months = dueByMonth(now([]), "2026-11-26", 3);
    expect(months.map(({ from, to, all }) => [from, to, all])).toEqual([
      ["2026-11-01", "2026-11-30", 1],
      ["2026-12-01", "2026-12-31", 0],
      ["2027-01-01", "2027-01-31", 0],
    ]);
  });
});

it("tells how long ago open actions were updated, and leaves out the closed", () => {
  const record = [
    anUpdate({ actionId: 1, created: "2026-08-28T09:00:00Z" }),
    aDecision({ actionId: 2, kind: "closed", created: "2026-08-28T09:00:00Z" }),
  ];
  expect(updateAge(now(record), "2026-11-26")).toEqual({
    within30: 0,
    within60: 0,
    within90: 1,
    longer: 0,
    never: 0,
  });
  expect(updateAge(now(record), "2026-11-27").longer).toBe(1);
  expect(updateAge(now(record), "2026-09-27").within30).toBe(1);
  expect(updateAge(now(record), "2026-09-28").within60).toBe(1);
  expect(updateAge(now(record), "2026-10-27").within60).toBe(1);
  expect(updateAge(now(record), "2026-10-28").within90).toBe(1);
  expect(updateAge(now([]), "2026-11-27").never).toBe(2);
});
