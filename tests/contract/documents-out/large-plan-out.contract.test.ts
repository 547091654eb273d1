import { strToU8 } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { readInThread } from "#documents/read-in-thread.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { toNewPlan } from "#documents/to-new-plan.ts";
import { writeCsvPlan } from "#documents/write/write-csv-plan.ts";
import { writeExcelPlan } from "#documents/write/write-excel-plan.ts";
import { writeWordPlan } from "#documents/write/write-word-plan.ts";
import { planOnDate, type PlanOnDate, type WholePlan } from "#plan/plan-on-date.ts";
import type { Entry } from "#plan/record.ts";
import { wholePlanOf } from "#tests/support/a-whole-plan.ts";
import { expectedRecommendations } from "#tests/support/expected-document.ts";
import { largePlanCsv } from "#tests/bench/large-plan.ts";

/** A busy machine is not a hostile file. */
const limits = { stepMilliseconds: 120_000 };

describe("a plan of 10,000 actions that was exported", { timeout: 240_000 }, () => {
  let plan: PlanOnDate;
  beforeAll(async () => {
    const read = await readPlanDocument(strToU8(largePlanCsv()), { kind: "plan" });
    const whole = wholePlanOf(toNewPlan(read, "A large plan").plan);
    plan = planOnDate({ ...whole, record: recordOf(whole) }, "2031-01-01");
  }, 60_000);

  it.each([
    ["Excel", "sheet", writeExcelPlan],
    ["CSV", "sheet", writeCsvPlan],
    ["Word", "document", (each: PlanOnDate) => writeWordPlan(each, { pageNumbers: false })],
  ] as const)("comes back the same from %s, read as any import is", async (_, form, write) => {
    const read = await readInThread(await write(plan), { kind: "plan", limits });
    expect(read.recommendations).toEqual(expectedRecommendations(plan, form));
    expect(read.problems).toEqual([]);
  });
});

/** Of every third action something was said. */
function recordOf({ actions, agencies }: WholePlan): readonly Entry[] {
  return actions
    .filter((_, index) => index % 3 === 0)
    .map(({ id, agencies: [own] }) => ({
      type: "update",
      id,
      key: String(id),
      actionId: id,
      author: { id: 1, name: "Named Nurse" },
      created: "2030-03-02T10:00:00Z",
      folder: agencies.find(({ shortName }) => shortName === own)?.folder ?? "",
      kind: "progress",
      rating: "amber",
      note: `What was done of number ${id}: most of it, and the rest next month.`,
      evidence: [{ name: `Audit ${id}`, url: `https://evidence.example/${id}`, kind: "impact" }],
      evidenceCount: 1,
      impactCount: 1,
    }));
}
