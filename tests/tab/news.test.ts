import { brag } from "#plan/rating-scheme.ts";
import type { Update } from "#plan/record.ts";
import { describeChanges } from "#tab/live/describe-changes.ts";
import { News } from "#tab/live/news.ts";
import { viewPlan } from "#tab/rows/plan-view.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { anOpenPlan, anUpdate } from "./support/a-plan.ts";

const minute = 60_000;
let heard: string[];
let news: News;

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  news = new News((words) => heard.push(words));
});
afterEach(() => {
  vi.useRealTimers();
});

/** What somebody else says of the action arrives. */
function arrives(update: Partial<Update>): void {
  const after = viewPlan(anOpenPlan([anUpdate(update)]));
  news.add(brag, describeChanges(viewPlan(anOpenPlan()), after, new Set()));
}

describe("what others change, to whoever listens", () => {
  it("is one sentence for all that comes within seconds, whatever answer it came with", () => {
    arrives({ id: 1, rating: "green" });
    vi.advanceTimersByTime(2000);
    arrives({ id: 2, actionId: 12, rating: "red" });
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(3000);
    expect(heard).toEqual(["2 actions changed."]);
    vi.advanceTimersByTime(minute);
    expect(heard).toHaveLength(1);
  });

  it("is the last word on an action that is changed twice", () => {
    arrives({ id: 1, rating: "green" });
    arrives({ id: 2, rating: "red" });
    vi.advanceTimersByTime(5000);
    expect(heard).toEqual(["Recommendation 2.1, action 1 changed: Proposed Red."]);
  });

  it("is not that an action is gone which came back before it was said", () => {
    const [there, gone] = [anOpenPlan(), anOpenPlan()];
    const without = { ...gone, actions: gone.actions.filter(({ id }) => id !== 12) };
    news.add(brag, describeChanges(viewPlan(there), viewPlan(without), new Set()));
    news.add(brag, describeChanges(viewPlan(without), viewPlan(there), new Set()));
    vi.advanceTimersByTime(5000);
    expect(heard).toEqual([expect.stringMatching(/ changed: [\w ,]+\.$/)]);
  });

  it("is said the seldomer the longer it goes on, and soon again after a quiet while", () => {
    for (let second = 0; second < 300; second += 4) {
      arrives({ id: second, rating: second % 8 === 0 ? "green" : "red" });
      vi.advanceTimersByTime(4000);
    }
    // After 5, 15, 35, 75, 135, 195 and 255 seconds.
    expect(heard).toHaveLength(7);
    vi.advanceTimersByTime(3 * minute);
    const before = heard.length;
    arrives({ id: 1000, rating: "green" });
    vi.advanceTimersByTime(5000);
    expect(heard).toHaveLength(before + 1);
  });

  it("is nothing once the plan is left", () => {
    arrives({ id: 1, rating: "green" });
    news.stop();
    vi.advanceTimersByTime(minute);
    expect(heard).toEqual([]);
  });
});
