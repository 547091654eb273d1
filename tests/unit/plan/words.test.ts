import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#plan/iso-date.ts";
import {
  agoInWords,
  answerInWords,
  counted,
  dueBesideDate,
  dueInWords,
  updatedInWords,
} from "#plan/words.ts";

const today = "2026-11-19";

describe("due and times in words", () => {
  it.each([
    [0, "Due today", "Due today"],
    [1, "Due tomorrow", "Tomorrow"],
    [-1, "Due yesterday", "Due yesterday"],
    [11, "Due in 11 days", "In 11 days"],
    [-3, "Due 3 days ago", "Due 3 days ago"],
    [13, "Due in 13 days", "In 13 days"],
    [14, "Due in 2 weeks", "In 2 weeks"],
    [42, "Due in 6 weeks", "In 6 weeks"],
    [-80, "Due 11 weeks ago", "Due 11 weeks ago"],
    [-91, "Due 13 weeks ago", "Due 13 weeks ago"],
    [-92, "Due 3 months ago", "Due 3 months ago"],
    [132, "Due in 4 months", "In 4 months"],
    [-365, "Due 12 months ago", "Due 12 months ago"],
    [-730, "Due 2 years ago", "Due 2 years ago"],
  ])("%i days from today is %j, and %j beside the date", (days, words, besideDate) => {
    expect(dueInWords(addDays(today, days), today)).toBe(words);
    expect(dueBesideDate(addDays(today, days), today)).toBe(besideDate);
  });

  it("say so where there is no date", () => {
    expect(dueInWords(undefined, today)).toBe("No due date");
  });

  it("say when something last happened, in days of London", () => {
    expect(agoInWords(undefined, today)).toBe("Never");
    expect(agoInWords("2026-11-19T08:00:00Z", today)).toBe("Today");
    expect(agoInWords("2026-11-18T23:59:00Z", today)).toBe("Yesterday");
    expect(agoInWords("2026-10-15T10:00:00Z", today)).toBe("5 weeks ago");
    expect(agoInWords("2026-07-31T23:30:00Z", "2026-08-01")).toBe("Today");
    expect(updatedInWords(undefined, today)).toBe("Never updated");
    expect(updatedInWords("2026-11-16T10:00:00Z", today)).toBe("Updated 3 days ago");
  });

  it("say by when an answer is asked", () => {
    expect(answerInWords("2026-11-23", today)).toBe("Answer in 4 days");
    expect(answerInWords("2026-11-19", today)).toBe("Answer today");
    expect(answerInWords("2026-11-05", today)).toBe("Answer was due 2 weeks ago");
  });

  it("count one thing, and several", () => {
    expect(counted(1, "action")).toBe("1 action");
    expect(counted(0, "action")).toBe("0 actions");
    expect(counted(1204, "reply", "replies")).toBe("1,204 replies");
  });

  it("never say 0 or 1 of what has its own word, and never disagree in number", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (days) => {
        const words = dueInWords(addDays(today, days), today);
        expect(words).not.toMatch(/\b0 |\b1 day/);
        expect(words).not.toMatch(/\b1 \w+s\b/);
      }),
    );
  });
});
