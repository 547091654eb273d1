import { myWork } from "#tab/mine/my-work.ts";
import { viewPlan } from "#tab/rows/plan-view.ts";
import type { Entry } from "#plan/record.ts";
import { describe, expect, it } from "vitest";
import { aChallenge, aDecision, anAction, anOpenPlan, anUpdate } from "./support/a-plan.ts";

const today = "2026-11-19";
const me = { id: 7, name: "Ann Other", loginName: "ann", agencies: ["North"], roles: [] } as const;
const actions = [
  anAction({ id: 1, due: "2026-12-01" }),
  anAction({ id: 2, due: "2026-11-01" }),
  anAction({ id: 3, due: "2026-06-01" }),
  anAction({ id: 4, due: undefined }),
  anAction({ id: 5, agencies: ["South"], due: "2026-11-19" }),
  anAction({
    id: 6,
    agencies: ["South"],
    leads: ["Service manager; ANN OTHER"],
    due: "2027-03-01",
  }),
];
const work = (record: readonly Entry[] = []) =>
  myWork(viewPlan(anOpenPlan(record, { actions, me })), today);
const ids = (views: readonly { action: { id: number } }[]) => views.map(({ action }) => action.id);

describe("what waits for somebody", () => {
  it("is what their agency has to do and what they lead, longest overdue first", () => {
    const { overdue, soon, later } = work();
    expect(ids(overdue)).toEqual([3, 2]);
    expect(ids(soon)).toEqual([1]);
    expect(ids(later)).toEqual([6, 4]);
  });

  it("is no longer what is complete or closed", () => {
    const record = [
      anUpdate({ id: 1, actionId: 3, rating: "blue" }),
      aDecision({ actionId: 2, kind: "closed" }),
    ];
    expect(work(record).overdue).toEqual([]);
  });

  it("is a later check that comes due, of a closed action too, until somebody says what it found", () => {
    const closed = { kind: "closed", checkBy: "Internal audit", checkOn: "2026-12-10" } as const;
    const record = [
      aDecision({ ...closed, id: 202, actionId: 2 }),
      aDecision({ ...closed, id: 203, actionId: 3, checkOn: "2027-06-01" }),
      aDecision({ ...closed, id: 205, actionId: 5, checkBy: "North Hospitals" }),
    ];
    expect(ids(work(record).checks)).toEqual([2, 5]);
    const found = anUpdate({ actionId: 2, kind: "monitoring", created: "2026-11-18T10:00:00Z" });
    expect(ids(work([...record, found]).checks)).toEqual([5]);
  });

  it("is a question to their agency until it is answered, and nobody else's", () => {
    const question = aChallenge({ actionId: 1, due: "2026-12-03" });
    const other = aChallenge({ id: 302, agency: "South", actionId: 5 });
    const whole = aChallenge({ id: 303, actionId: undefined, due: "2026-11-20" });
    const { asked } = work([question, other, whole]);
    expect(asked.map(({ challenge, view }) => [challenge.id, view?.action.id])).toEqual([
      [303, undefined],
      [301, 1],
    ]);
    const answer = anUpdate({ actionId: 1, kind: "response", challengeId: 301 });
    expect(work([question, answer]).asked).toEqual([]);
  });
});
