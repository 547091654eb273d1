import { foldAction } from "#plan/fold.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import { addressOf, planIdOf } from "#tab/teams/address.ts";
import { dueWords } from "#tab/words/due.ts";
import { dayInWords, momentsAgo } from "#tab/words/words.ts";
import { describe, expect, it } from "vitest";
import { aDecision, anAction, anUpdate, north } from "./support/a-plan.ts";

const today = "2026-11-19" as const;
const due = (record: readonly Entry[], own = {}) => {
  const action = anAction(own);
  return dueWords(brag, { action, state: foldAction(brag, [north], action, record), today });
};

describe("when an action is due", () => {
  it("is late in words first", () => {
    expect(due([])).toMatchObject({ words: "Due 11 weeks ago", late: true });
  });

  it("is never late once it is complete", () => {
    expect(due([anUpdate({ rating: "blue" })])).toMatchObject({
      words: "Completed 1 Oct",
      late: false,
    });
  });

  it("says that the group agreed another date", () => {
    const moved = aDecision({ kind: "date-agreed", date: "2026-11-30" });
    expect(due([moved])).toMatchObject({
      date: "30 Nov 2026",
      words: "In 11 days",
      revised: true,
      late: false,
    });
  });

  it("keeps the printed words where no day could be read", () => {
    const printed = { due: undefined, dueAsPrinted: "To be identified" };
    expect(due([], printed)).toMatchObject({ date: "To be identified", late: false });
  });
});

describe("words for time", () => {
  it("leave this year out and name another", () => {
    expect(dayInWords("2026-10-22", today)).toBe("22 October");
    expect(dayInWords("2025-10-22", today)).toBe("22 October 2025");
  });

  it("count seconds, then minutes", () => {
    expect(momentsAgo(2000)).toBe("just now");
    expect(momentsAgo(12_000)).toBe("12 seconds ago");
    expect(momentsAgo(150_000)).toBe("2 minutes ago");
  });
});

const opened = (hash: string, link?: string) => addressOf(hash, link).place;

describe("an address", () => {
  it("opens what it names, else what Teams was linked to, unless the reader closed that", () => {
    expect(opened("#action/12")).toBe("action/12");
    expect(opened("", "recommendation/3")).toBe("recommendation/3");
    expect(opened("#plan", "recommendation/3")).toBeUndefined();
    expect(opened("#action/<b>")).toBeUndefined();
  });

  it("names the plan by number, or none", () => {
    expect(planIdOf("?plan=3")).toBe(3);
    expect(planIdOf("?plan=three")).toBeUndefined();
    expect(planIdOf("")).toBeUndefined();
  });
});
