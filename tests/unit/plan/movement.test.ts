import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DefinitionHistory, definedOn } from "#plan/changes-in-definitions.ts";
import { isoDate } from "#plan/iso-date.ts";
import { movement, monthsOfRecord } from "#plan/movement.ts";
import { placedActions, planOnDate } from "#plan/plan-on-date.ts";
import { brag } from "#plan/rating-scheme.ts";
import { countByRating } from "#plan/summary.ts";
import { agencies, anAction, anUpdate, aRecommendation, community } from "./plan-data.ts";
import { randomRecord } from "./random-record.ts";

const alone = anAction({ id: 1 });
const threeActions = [
  alone,
  anAction({ id: 2, agencies: ["Acute", "Community"] }),
  anAction({ id: 3, agencies: ["Council", "Community"], recommendationId: 2 }),
];
const recommendations = [aRecommendation, { ...aRecommendation, id: 2, ref: "2.2", order: 2 }];

/** The days of the record, and one before and after it, in any order and some of them twice. */
const days = fc.array(
  fc.integer({ min: 0, max: 9 }).map((day) => isoDate(`2026-06-0${day || 1}`)),
  { maxLength: 6 },
);

const at = fc.integer({ min: 1, max: 6 }).map((day) => `2026-06-0${day}T23:30:00Z`);
/** A plan in which actions were added, given to others and put under other recommendations. */
const wordings: fc.Arbitrary<DefinitionHistory> = fc
  .tuple(
    at,
    fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(1, 2, 3),
        at,
        agencies: fc.subarray(["Acute", "Community", "Council"]),
        recommendationId: fc.constantFrom(1, 2, 99),
      }),
      { selector: (each) => `${each.id} ${each.at}` },
    ),
    fc.option(at, { nil: undefined }),
  )
  .map(([begun, worded, added]) => ({
    begun,
    actions: Map.groupBy(
      worded
        .toSorted((one, other) => one.at.localeCompare(other.at))
        .map((each) => ({ at: each.at, as: anAction(each) })),
      ({ as: { id } }) => id,
    ),
    recommendations: new Map(
      added === undefined
        ? []
        : recommendations.slice(1).map((as) => [as.id, [{ at: added, as }]] as const),
    ),
  }));

const counts = (...asked: Parameters<typeof movement>) =>
  movement(...asked).map((each) => Object.fromEntries(each.counts));

describe("movement", () => {
  const record = [
    anUpdate({ created: "2026-09-30T22:30:00Z", rating: "red" }),
    anUpdate({ created: "2026-09-30T23:30:00Z", rating: "green" }),
  ];

  it("has the last day of each month since the first statement, in London, and today", () => {
    expect(monthsOfRecord(record, "2026-11-26", 12)).toEqual([
      "2026-09-30",
      "2026-10-31",
      "2026-11-26",
    ]);
    expect(monthsOfRecord(record, "2026-11-26", 2)).toEqual(["2026-10-31", "2026-11-26"]);
    expect(monthsOfRecord([], "2026-11-26", 12)).toEqual(["2026-11-26"]);
  });

  const plan = { id: 1, title: "", regulator: "", scheme: brag };
  const whole = { plan, agencies, recommendations: [aRecommendation], actions: [alone], record };
  const unchanged = {
    begun: "2026-01-05T09:00:00Z",
    recommendations: new Map(),
    actions: new Map(),
  };

  it("folds what was said until the end of each day", () => {
    expect(counts(whole, unchanged, ["2026-09-30", "2026-10-31"])).toEqual([
      { red: 1 },
      { green: 1 },
    ]);
  });

  it("leaves out an action on the days before it was added, and one whose recommendation is gone", () => {
    const added = anAction({ id: 3 });
    const orphan = anAction({ id: 4, recommendationId: 99 });
    const actions = [alone, added, orphan];
    const definitions = {
      ...unchanged,
      actions: new Map([[3, [{ at: "2026-10-31T23:59:59Z", as: added }]]]),
    };
    expect(
      counts({ ...whole, actions }, definitions, ["2026-09-30", "2026-10-30", "2026-10-31"]),
    ).toEqual([{ red: 1 }, { green: 1 }, { green: 1, "not-rated": 1 }]);
  });

  it("rates an action that was given to another agency by what that one said, though nothing was said since", () => {
    const said = [
      anUpdate({ created: "2026-09-01T09:00:00Z", rating: "red" }),
      anUpdate({ created: "2026-09-02T09:00:00Z", rating: "green", folder: community.folder }),
    ];
    const given = [
      { at: "2026-01-05T09:00:00Z", as: alone },
      { at: "2026-10-15T09:00:00Z", as: { ...alone, agencies: ["Community"] } },
    ];
    const definitions = { ...unchanged, actions: new Map([[1, given]]) };
    expect(
      counts({ ...whole, record: said }, definitions, ["2026-09-30", "2026-10-31", "2026-09-01"]),
    ).toEqual([{ red: 1 }, { green: 1 }, { red: 1 }]);
  });

  it("counts what the plan of each day has", () => {
    fc.assert(
      fc.property(randomRecord, wordings, days, (said, definitions, asked) => {
        const plans = {
          plan,
          agencies,
          recommendations,
          actions: threeActions,
          record: said,
          versions: [],
        };
        expect(counts(plans, definitions, asked)).toEqual(
          asked.map((day) => {
            const then = { ...plans, ...definedOn(plans, definitions, day) };
            return Object.fromEntries(countByRating(placedActions(planOnDate(then, day))));
          }),
        );
      }),
    );
  });
});
