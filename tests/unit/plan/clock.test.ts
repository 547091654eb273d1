import { expect, it } from "vitest";
import { submissionClock } from "#plan/clock.ts";
import { brag } from "#plan/rating-scheme.ts";

const plan = { id: 1, title: "", regulator: "CQC", scheme: brag };

it("counts 20 working days from publication where the plan names no date", () => {
  expect(submissionClock({ ...plan, published: "2015-07-14" }, "2015-08-10")).toEqual({
    due: "2015-08-11",
    counted: true,
    workingDays: 1,
    days: 1,
  });
});

it("counts to the plan's own date, and past it", () => {
  const due = { ...plan, published: "2015-07-14" as const, submissionDue: "2015-08-28" as const };
  expect(submissionClock(due, "2015-08-28")).toMatchObject({ workingDays: 0, counted: false });
  expect(Object.is(submissionClock(due, "2015-08-28")?.workingDays, 0)).toBe(true);
  expect(submissionClock(due, "2015-09-01")).toMatchObject({ workingDays: -1, days: -4 });
});

it("stops when the plan was sent, and never runs without a date", () => {
  expect(
    submissionClock(
      { ...plan, submissionDue: "2015-08-11", submitted: "2015-08-10" },
      "2015-08-11",
    ),
  ).toBeUndefined();
  expect(submissionClock(plan, "2015-08-11")).toBeUndefined();
});

it("says no working days where bank holidays are not known", () => {
  expect(
    submissionClock({ ...plan, submissionDue: "2040-01-03" }, "2026-11-22")?.workingDays,
  ).toBeUndefined();
  expect(submissionClock({ ...plan, published: "2009-01-05" }, "2026-11-22")).toBeUndefined();
});
