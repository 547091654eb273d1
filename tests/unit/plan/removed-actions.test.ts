import { describe, expect, it } from "vitest";
import { brag } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import { removedActions } from "#plan/removed-actions.ts";
import { aDecision, agencies, anAction, anUpdate } from "./plan-data.ts";

const recommendation = {
  id: 1,
  ref: "2.1",
  order: 1,
  text: "Train staff.",
  addressees: ["Acute"],
  paragraphs: [],
};

function removed(record: readonly Entry[], day = "2026-11-01" as const) {
  return removedActions(
    {
      plan: { id: 1, title: "", regulator: "", scheme: brag },
      agencies,
      versions: [],
      recommendations: [recommendation],
      actions: [anAction()],
      record,
    },
    day,
  );
}

const gone = { actionId: 99 };

describe("an action that was deleted", () => {
  it("is known by what was said about it, by whom, and where it stood", () => {
    const [acute] = agencies;
    const record = [
      anUpdate({ ...gone, folder: acute?.folder ?? "", created: "2026-09-01T09:00:00Z" }),
      aDecision({ ...gone, recommendationId: 1, created: "2026-10-10T09:00:00Z" }),
    ];
    expect(removed(record)).toEqual([
      { actionId: 99, ref: "2.1", agencies: ["Acute"], said: 2, last: "2026-10-10" },
    ]);
  });

  it("is not known before anything was said about it, nor taken for one that is there", () => {
    expect(removed([anUpdate({ ...gone, created: "2026-11-02T09:00:00Z" })])).toEqual([]);
    expect(removed([anUpdate()])).toEqual([]);
    expect(removed([aDecision({ actionId: undefined, recommendationId: 1 })])).toEqual([]);
  });
});
