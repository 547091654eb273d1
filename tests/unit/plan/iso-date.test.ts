import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  formatDate,
  isIsoDate,
  isoDate,
  momentInLondon,
  monthEnd,
  weekday,
} from "#plan/iso-date.ts";

describe("a day", () => {
  it.each(["2015-02-29", "2015-13-01", "2015-00-10", "2015-04-31", "2015-4-3", "", "31/08/2015"])(
    "that does not exist or is written otherwise, %j, is refused",
    (text) => {
      expect(isIsoDate(text)).toBe(false);
      expect(() => isoDate(text)).toThrow(RangeError);
    },
  );

  it("of a moment is the day in London, in summer and in winter", () => {
    expect(dayOf("2026-06-30T23:30:00Z")).toBe("2026-07-01");
    expect(dayOf("2026-12-31T23:30:00Z")).toBe("2026-12-31");
    expect(dayOf(new Date("2026-03-29T00:59:00Z"))).toBe("2026-03-29");
    expect(() => dayOf("yesterday")).toThrow(RangeError);
  });

  it("of any moment since 1972 is the one that the zones' own table has for London", () => {
    const table = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London" });
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1972-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        (at) => {
          // Around midnight, where they could differ.
          for (const hour of [0, 22, 23]) {
            at.setUTCHours(hour);
            expect(dayOf(at)).toBe(table.format(at));
          }
        },
      ),
    );
  });

  it("and a time as London's clocks show them are one moment, on the days too when those are put on or back", () => {
    expect(momentOf("2026-07-14T14:00")).toBe("2026-07-14T13:00:00.000Z");
    expect(momentOf("2026-12-14T14:00")).toBe("2026-12-14T14:00:00.000Z");
    expect(momentOf("2026-07-01T00:30")).toBe("2026-06-30T23:30:00.000Z");
    expect(momentOf("2026-03-29T01:30")).toBe("2026-03-29T01:30:00.000Z");
    expect(momentOf("2026-10-25T01:30")).toBe("2026-10-25T00:30:00.000Z");
    expect(momentOf("2026-10-25T02:00")).toBe("2026-10-25T02:00:00.000Z");
    expect(momentOf("")).toBeUndefined();
    expect(momentOf("tomorrow at ten")).toBeUndefined();
  });

  it("months later is never past the end of that month", () => {
    expect(addMonths("2015-11-30", 3)).toBe("2016-02-29");
    expect(addMonths("2015-07-14", 6)).toBe("2016-01-14");
    expect(addMonths("2016-03-31", -1)).toBe("2016-02-29");
    expect(monthEnd(2015, 9)).toBe("2015-09-30");
    expect(monthEnd(2015, 12)).toBe("2015-12-31");
  });

  it("is not moved by the clocks going forward or back", () => {
    expect(addDays("2026-03-28", 1)).toBe("2026-03-29");
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
  });

  it("is written as GOV.UK writes it, and knows its day of the week", () => {
    expect(formatDate("2015-08-01")).toBe("1 August 2015");
    expect(weekday("2026-11-22")).toBe(0);
  });

  it("is as many days away as are added", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        expect(daysBetween("2015-07-14", addDays("2015-07-14", days))).toBe(days);
      }),
    );
  });
});

function momentOf(shown: string): string | undefined {
  return momentInLondon(shown)?.toISOString();
}
