import Holidays from "date-holidays";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bankHolidays } from "#plan/bank-holidays.ts";
import { addDays, daysBetween, type IsoDate, isoDate, weekday } from "#plan/iso-date.ts";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "#plan/working-days.ts";

describe("working days of England and Wales", () => {
  it.each([
    ["2015-07-14", 20, "2015-08-11", "Rotherham, from publication to submission"],
    ["2018-01-30", 70, "2018-05-11", "a joint targeted area inspection, over Easter and early May"],
    ["2016-08-05", 20, "2016-09-05", "over the summer bank holiday"],
    ["2011-11-18", 20, "2011-12-16", "with no holiday between"],
  ] as const)("count from %s, %i on, to %s: %s", (received, count, due, _why) => {
    expect(addWorkingDays(received, count)).toBe(due);
    expect(workingDaysBetween(received, due)).toBe(count);
  });

  it.each([
    ["2011-04-29", "the royal wedding"],
    ["2012-06-04", "the spring bank holiday moved to the Diamond Jubilee"],
    ["2012-06-05", "the Diamond Jubilee"],
    ["2020-05-08", "early May moved to VE Day"],
    ["2022-06-02", "the spring bank holiday moved to the Platinum Jubilee"],
    ["2022-06-03", "the Platinum Jubilee"],
    ["2022-09-19", "the Queen's funeral"],
    ["2023-05-08", "the coronation"],
    ["2021-12-28", "a substitute day for Boxing Day"],
  ] as const)("do not include %s, %s", (date, _why) => {
    expect(isWorkingDay(date)).toBe(false);
  });

  it.each(["2012-05-28", "2020-05-04", "2022-05-30"] as const)(
    "include %s, from which a holiday was moved away",
    (date) => {
      expect(isWorkingDay(date)).toBe(true);
    },
  );

  it("take the day of receipt as day 0 even where it is a Sunday", () => {
    expect(addWorkingDays("2026-11-22", 0)).toBe("2026-11-22");
    expect(addWorkingDays("2026-11-22", 1)).toBe("2026-11-23");
    expect(addWorkingDays("2026-11-22", -1)).toBe("2026-11-20");
  });

  it("refuse to answer where the bank holidays are not known", () => {
    expect(() => isWorkingDay("2010-12-31")).toThrow(/31 December 2010 is outside/);
    expect(() => addWorkingDays("2035-12-24", 20)).toThrow(RangeError);
    expect(() => workingDaysBetween("2011-01-04", "2010-12-01")).toThrow(RangeError);
  });

  it("are counted back as they were counted on", () => {
    const someDay = fc
      .integer({ min: 0, max: daysBetween("2012-01-01", "2034-12-31") })
      .map((days) => addDays("2012-01-01", days));
    fc.assert(
      fc.property(someDay, fc.integer({ min: -200, max: 200 }), (date, count) => {
        const reached = addWorkingDays(date, count);
        expect(workingDaysBetween(date, reached)).toBe(count);
        expect(count === 0 || isWorkingDay(reached)).toBe(true);
      }),
    );
  });
});

describe("the table of bank holidays", () => {
  // Where date-holidays 3.37 differs from www.gov.uk/bank-holidays and the proclamations, the table is right.
  const lacking: readonly IsoDate[] = ["2011-04-29", "2012-06-04"]; // it lacks the royal wedding, and
  const surplus: readonly IsoDate[] = ["2012-05-28"]; // leaves the spring holiday of 2012 where it was moved from

  it("agrees with date-holidays in every year but for what that has wrong", () => {
    const calendar = new Holidays("GB", "ENG");
    const theirs = years(2011, 2035)
      .flatMap((year) => calendar.getHolidays(year))
      .filter(({ type }) => type === "public")
      .map(({ date }) => isoDate(date.slice(0, 10)))
      .filter((date) => weekday(date) !== 0 && weekday(date) !== 6)
      .filter((date) => !surplus.includes(date));
    expect([...bankHolidays].toSorted()).toEqual([...new Set([...theirs, ...lacking])].toSorted());
  });

  it("holds weekdays only, eight to ten a year", () => {
    expect([...bankHolidays].filter((date) => [0, 6].includes(weekday(date)))).toEqual([]);
    const counts = Map.groupBy(bankHolidays, (date) => date.slice(0, 4));
    expect(counts.size).toBe(25);
    for (const days of counts.values()) expect([8, 9, 10]).toContain(days.length);
  });
});

function years(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
