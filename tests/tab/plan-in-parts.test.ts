import { describe, expect, it } from "vitest";
import type { DefinitionHistory } from "#plan/changes-in-definitions.ts";
import { changesShown } from "#plan/changes-shown.ts";
import { runChecks } from "#plan/checks.ts";
import { foldPlan } from "#plan/fold.ts";
import { movement } from "#plan/movement.ts";
import { placedActions } from "#plan/plan-on-date.ts";
import { comparePlan } from "#usecases/compare-plan.ts";
import { planAsOf } from "#usecases/read-history.ts";
import { PlanAnswers } from "#tab/worker/plan-answers.ts";
import { type PlanPart, planParts, wordingParts } from "#tab/worker/plan-parts.ts";
import { sampleAsOpened } from "#tests/support/sample-as-opened.ts";

const today = "2026-11-22";
const sample = sampleAsOpened(today);
/** The sample's 45 actions thirty times, so that everything comes in several parts. */
const copies = Array.from({ length: 30 }, (_, copy) => copy * 100_000);
const whole = {
  ...sample,
  versions: [],
  recommendations: copies.flatMap((far) =>
    sample.recommendations.map((each) => ({ ...each, id: each.id + far })),
  ),
  actions: copies.flatMap((far) =>
    sample.actions.map((each) => ({
      ...each,
      id: each.id + far,
      recommendationId: each.recommendationId + far,
    })),
  ),
};
const added = whole.actions.slice(-700);
const definitions: DefinitionHistory = {
  begun: "2026-01-05T09:00:00Z",
  recommendations: new Map(),
  actions: new Map(added.map((as) => [as.id, [{ at: "2026-10-15T09:00:00Z", as }]])),
};
const [from, to] = ["2026-09-30", "2026-11-20"] as const;

/** As it comes to a worker, whose messages are copies. */
function sent(parts: Iterable<PlanPart>, worker = new PlanAnswers()): PlanAnswers {
  for (const part of parts) worker.take(structuredClone(part));
  return worker;
}

const answers = sent([...planParts(whole), ...wordingParts(definitions)]);
const read = { whole, definitions, since: from };

describe("a plan that comes to a worker in parts", () => {
  it("comes in parts of at most 500 items", () => {
    const sizes = [...planParts(whole), ...wordingParts(definitions)].flatMap(({ of }) =>
      Array.isArray(of) ? [of.length] : [],
    );
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBe(500);
  });

  it("is checked as a whole, and its findings are taken over in parts", () => {
    const states = foldPlan(whole.plan.scheme, whole.agencies, whole.actions, whole.record);
    const expected = runChecks({ ...whole, states, today });
    const found = [];
    for (let all = 1; found.length < all;) {
      const some = answers.checks({ today, from: found.length });
      expect(some.findings.length).toBeLessThanOrEqual(1000);
      found.push(...some.findings);
      all = some.all;
    }
    expect(expected.length).toBeGreaterThan(1000);
    expect(found).toEqual(expected);
  });

  it("has the months that the whole plan has", () => {
    const days = [from, "2026-10-14", "2026-10-15", today] as const;
    expect(answers.movement({ days })).toEqual(movement(whole, definitions, days));
  });

  it("tells of its changes what the whole comparison has, of each agency and kind", () => {
    const compared = comparePlan(read, { from, to });
    for (const agency of ["", ...whole.agencies.map(({ shortName }) => shortName)])
      for (const kind of ["", "new", "rating", "evidence", "removed"]) {
        const asked = { agency, kind, most: 40 };
        expect(answers.changes({ from, to, ...asked })).toEqual(changesShown(compared, asked));
      }
  });

  it("stands on a day as it stood, an agency’s part alone where that is asked", () => {
    const then = planAsOf(read, from);
    const all = answers.standing({ day: from, agency: "", most: 50 });
    expect(all).toMatchObject({ recommendations: 360, actions: 45 * 30 - 700 });
    expect(all.shown.flatMap(({ actions }) => actions.map(({ state }) => state))).toEqual(
      then.recommendations.slice(0, 50).flatMap(({ actions }) => actions.map(({ state }) => state)),
    );
    const [agency = ""] = whole.actions[0]?.agencies ?? [];
    const own = placedActions(then).filter(({ action }) => action.agencies.includes(agency));
    expect(answers.standing({ day: from, agency, most: 1 }).actions).toBe(own.length);
  });

  it("leaves nothing behind when another one comes", () => {
    const other = sent([...planParts(whole), ...wordingParts(definitions)]);
    other.checks({ today, from: 0 });
    const small = { ...whole, actions: whole.actions.slice(0, 3), recommendations: [], record: [] };
    sent(planParts(small), other);
    expect(other.checks({ today, from: 0 })).toEqual({ findings: [], all: 0 });
    expect(() => other.standing({ day: from, agency: "", most: 1 })).toThrow("not sent how");
  });

  it("is not asked about before it has come", () => {
    expect(() => new PlanAnswers().checks({ today, from: 0 })).toThrow("not sent");
  });
});
