import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FoldedPlan, foldAgain } from "#plan/fold-again.ts";
import { foldPlan } from "#plan/fold.ts";
import { brag, rag } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import { acute, aDecision, agencies, anAction, anUpdate } from "./plan-data.ts";
import { randomRecord } from "./random-record.ts";

const actions = [
  anAction({ id: 1 }),
  anAction({ id: 2, agencies: ["Acute", "Community"] }),
  anAction({ id: 3, agencies: ["Council", "Community"] }),
];

/** What was said by then with what somebody says now; an item of the same number is the same one, altered. */
function saidSince(before: readonly Entry[], now: readonly Entry[]): readonly Entry[] {
  const altered = new Set(now.map(({ type, id }) => `${type} ${id}`));
  return [...before.filter(({ type, id }) => !altered.has(`${type} ${id}`)), ...now];
}

describe("a plan that is folded again", () => {
  it("is folded as the whole of it is, whatever was said, altered and taken out meanwhile", () => {
    const moment = fc.record({
      says: randomRecord,
      takesOut: fc.nat(60),
      has: fc.subarray(actions),
      scheme: fc.constantFrom(brag, brag, rag),
      knows: fc.constantFrom(agencies, agencies, [{ ...acute, folder: "moved" }]),
    });
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 6 }), (moments) => {
        let record: readonly Entry[] = [];
        let folded: FoldedPlan | undefined;
        for (const { says, takesOut, has, scheme, knows } of moments) {
          record = saidSince(record, says.slice(0, 3)).filter(({ id }) => id !== takesOut);
          folded = foldAgain({ scheme, agencies: knows, actions: has, record }, folded);
          const states = [...folded.actions].map(([id, { state }]) => [id, state] as const);
          expect(new Map(states)).toEqual(foldPlan(scheme, knows, has, record));
        }
      }),
    );
  });

  const said = anUpdate({ rating: "green" });
  const now = { scheme: brag, agencies, actions, record: [said] };

  it("keeps the state of every action of which nothing is new", () => {
    const before = foldAgain(now);
    const later = { ...now, agencies: [...agencies], record: [aDecision({ actionId: 2 }), said] };
    const after = foldAgain(later, before);
    const same = actions.map(({ id }) => before.actions.get(id) === after.actions.get(id));
    expect(same).toEqual([true, false, true]);
  });
});
