import { describe, expect, it } from "vitest";
import type { IsoDate } from "#plan/iso-date.ts";
import { isoWeek, isQuiet, usualWish } from "#plan/reminders/when-to-remind.ts";

describe("quiet hours", () => {
  it.each([
    ["2026-11-23T07:59:00Z", true],
    ["2026-11-23T08:00:00Z", false],
    ["2026-11-23T17:59:00Z", false],
    ["2026-11-23T18:00:00Z", true],
    ["2026-11-22T10:00:00Z", true],
    ["2026-12-25T10:00:00Z", true],
    // An hour earlier by the clock of Greenwich, while London keeps summer time.
    ["2026-06-22T07:30:00Z", false],
  ])("at %s are %s for whoever asked for nothing", (now, quiet) => {
    expect(isQuiet(usualWish, new Date(now))).toBe(quiet);
  });

  it("can lie within a day", () => {
    const wish = { off: false, quietFrom: 9, quietUntil: 12 };
    expect(isQuiet(wish, new Date("2026-11-23T11:00:00Z"))).toBe(true);
    expect(isQuiet(wish, new Date("2026-11-23T12:00:00Z"))).toBe(false);
  });
});

describe("the week of a day", () => {
  it.each<[IsoDate, string]>([
    ["2026-11-22", "2026-W47"],
    ["2026-11-23", "2026-W48"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2024-12-30", "2025-W01"],
  ])("%s is %s", (day, week) => expect(isoWeek(day)).toBe(week));
});
