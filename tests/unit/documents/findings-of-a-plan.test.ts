import { describe, expect, it } from "vitest";
import { planDifferences } from "#documents/merge/plan-differences.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { toNewPlan } from "#documents/to-new-plan.ts";
import { writeExcelPlan } from "#documents/write/write-excel-plan.ts";
import { writeWordPlan } from "#documents/write/write-word-plan.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { aPlanToWrite } from "#tests/support/a-plan-to-write.ts";

const findings = [
  {
    paragraph: "3.1",
    text: "Nobody asked who came.\nIt was not written down.",
    recommendations: ["1.1"],
  },
  { paragraph: "3.10", text: "Letters were late.", recommendations: ["1.1", "4.7"] },
];

const plan: PlanOnDate = { ...aPlanToWrite(), findings };

describe("the findings of the report behind a plan", () => {
  it.each([
    ["Word", () => writeWordPlan(plan, { pageNumbers: false })],
    ["Excel", () => writeExcelPlan(plan)],
  ])("go out with it in %s and come back", async (_form, write) => {
    const read = await readPlanDocument(await write());
    expect(read.kind).toBe("plan");
    expect(read.findings).toEqual(findings);
    expect(read.recommendations).toMatchObject([{ ref: "1.1" }]);
    expect(read.problems).toEqual([]);
  });

  it("are told where a later document words one otherwise, and added where it is new", async () => {
    const read = await readPlanDocument(await writeWordPlan(plan, { pageNumbers: false }));
    const [first, second] = findings;
    const known = [{ paragraph: "3.1", text: "Nobody asked.", recommendations: ["1.1"] }];
    const { added, reworded } = planDifferences(plan, toNewPlan(read, "plan").plan, {
      findings: known,
    });
    expect(reworded).toEqual([{ is: known[0], now: first?.text }]);
    expect(added.findings).toEqual([second]);
  });
});
