import { describe, expect, it } from "vitest";
import { type ChangesAsked, changesShown } from "#plan/changes-shown.ts";
import { planChanges } from "#plan/changes.ts";
import { planOnDate } from "#plan/plan-on-date.ts";
import { brag } from "#plan/rating-scheme.ts";
import {
  aChallenge,
  agencies,
  anAction,
  anUpdate,
  aRecommendation,
  community,
} from "./plan-data.ts";

// Acute's action is rated and asked about to Community; Community's own goes from red to green; the third stands still.
const record = [
  anUpdate({
    created: "2026-06-01T09:00:00Z",
    actionId: 2,
    folder: community.folder,
    rating: "red",
  }),
  anUpdate({ created: "2026-06-03T09:00:00Z", actionId: 1, rating: "amber" }),
  aChallenge({ created: "2026-06-03T10:00:00Z", actionId: 1, agency: "Community" }),
  anUpdate({
    created: "2026-06-04T09:00:00Z",
    actionId: 2,
    folder: community.folder,
    rating: "green",
  }),
];
const whole = {
  plan: { id: 1, title: "", regulator: "", scheme: brag },
  agencies,
  versions: [],
  recommendations: [aRecommendation],
  actions: [
    anAction({ id: 1, order: 1 }),
    anAction({ id: 2, order: 2, agencies: ["Community"] }),
    anAction({ id: 3, order: 3 }),
  ],
  record,
};
const [before, after] = [planOnDate(whole, "2026-06-02"), planOnDate(whole, "2026-06-05")];
const definitions = {
  begun: "2026-01-05T09:00:00Z",
  recommendations: new Map(),
  actions: new Map(),
};
const changes = planChanges({ before, after, record, definitions });

const shown = (asked: Partial<ChangesAsked> = {}) =>
  changesShown({ after, changes }, { agency: "", kind: "", most: 10, ...asked });

describe("the changes that are shown", () => {
  it("are all of them where nothing else is asked for", () => {
    expect(shown()).toMatchObject({ changes, of: 3, actions: 3 });
    expect(shown().totals).toMatchObject({ actions: 2, up: 1, first: 1 });
    expect([...shown().kinds]).toEqual([
      ["rating", 2],
      ["challenge", 1],
    ]);
  });

  it("of an agency are its own and what it was asked on another’s action, and so many actions it has to do with", () => {
    const ofCommunity = shown({ agency: "Community" });
    expect(ofCommunity.changes.map(({ kind, action }) => [kind, action?.id])).toEqual([
      ["rating", 2],
      ["challenge", 1],
    ]);
    expect(ofCommunity.actions).toBe(2);
    expect(shown({ agency: "Council" })).toMatchObject({ changes: [], of: 0, actions: 0 });
  });

  it("of a kind leave the counts of the others, and of many only so many are given", () => {
    const ratings = shown({ kind: "rating", most: 1 });
    expect(ratings.changes).toHaveLength(1);
    expect(ratings.of).toBe(2);
    expect(ratings.kinds.get("challenge")).toBe(1);
    expect(shown({ kind: "removed" })).toMatchObject({ changes: [], of: 0 });
  });
});
