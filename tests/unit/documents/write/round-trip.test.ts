import { assert, asyncProperty, pre } from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentProblem } from "#documents/plan-document.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { writeCsvPlan } from "#documents/write/write-csv-plan.ts";
import { writeExcelPlan } from "#documents/write/write-excel-plan.ts";
import { writeWordPlan } from "#documents/write/write-word-plan.ts";
import { planOnDate } from "#plan/plan-on-date.ts";
import {
  expectedFindings,
  expectedPlan,
  expectedRecommendations,
} from "#tests/support/expected-document.ts";
import { randomPlans, vagueDates } from "#tests/support/random-plans.ts";

const day = "2031-01-01";

/** Vague dates are in the plans, and are told. */
const isNotAboutADate = ({ what }: DocumentProblem) =>
  !Object.keys(vagueDates).some((printed) => what.includes(printed));

describe("what is written", () => {
  it("reads back as the same plan from Word", { timeout: 60_000 }, () =>
    assert(
      asyncProperty(randomPlans, async (whole) => {
        const plan = { ...planOnDate(whole, day), findings: whole.findings };
        const bytes = await writeWordPlan(plan, { pageNumbers: false });
        const read = await readPlanDocument(bytes, { kind: "plan" });
        expect(read.plan).toEqual(expectedPlan(plan));
        expect(read.recommendations).toEqual(expectedRecommendations(plan, "document"));
        expect(read.findings).toEqual(expectedFindings(plan));
        expect(read.problems.filter(isNotAboutADate)).toEqual([]);
      }),
      { numRuns: 40 },
    ),
  );

  it("reads back as the same plan from Excel", { timeout: 60_000 }, () =>
    assert(
      asyncProperty(randomPlans, async (whole) => {
        const plan = { ...planOnDate(whole, day), findings: whole.findings };
        const read = await readPlanDocument(await writeExcelPlan(plan), { kind: "plan" });
        expect(read.plan).toEqual(expectedPlan(plan));
        expect(read.recommendations).toEqual(expectedRecommendations(plan, "sheet"));
        expect(read.findings).toEqual(expectedFindings(plan));
        expect(read.problems.filter(isNotAboutADate)).toEqual([]);
      }),
      { numRuns: 40 },
    ),
  );

  it("reads back with the same recommendations and actions from CSV", { timeout: 60_000 }, () =>
    assert(
      asyncProperty(randomPlans, async (whole) => {
        // Without a key, only the names of colours are ratings.
        pre(whole.plan.scheme.id !== "status-words");
        const plan = { ...planOnDate(whole, day), findings: whole.findings };
        const read = await readPlanDocument(writeCsvPlan(plan), { kind: "plan" });
        expect(read.recommendations).toEqual(expectedRecommendations(plan, "sheet"));
        expect(read.problems.filter(isNotAboutADate)).toEqual([]);
      }),
      { numRuns: 40 },
    ),
  );
});
