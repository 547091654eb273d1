import { describe, expect, it } from "vitest";
import { byCreatedThenId, onceEach } from "#plan/record-order.ts";
import { aChallenge, aDecision, anUpdate } from "./plan-data.ts";

describe("what was said within one second", () => {
  it("is a question before an answer before a decision, whatever their lists number them", () => {
    const asked = aChallenge({ id: 9 });
    const said = [anUpdate({ id: 4 }), anUpdate({ id: 5 })];
    const decided = aDecision({ id: 1 });
    expect([decided, ...said.toReversed(), asked].toSorted(byCreatedThenId)).toEqual([
      asked,
      ...said,
      decided,
    ]);
  });

  it("comes after all that was said before", () => {
    const before = aDecision({ created: "2026-05-31T09:00:00Z" });
    expect(onceEach([aChallenge(), before]).at(0)).toBe(before);
  });
});
