import { strToU8, zipSync } from "fflate";
import { writeCsvPlan } from "#documents/write/write-csv-plan.ts";
import { writeExcelPlan } from "#documents/write/write-excel-plan.ts";
import { writeWordPlan } from "#documents/write/write-word-plan.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { theSamplePlan } from "#tests/support/a-plan-to-write.ts";
import { type BenchRow, medianMilliseconds } from "./bench-row.ts";

const most = 93;

/** Writing a plan of 93 actions beside the least it could cost: its words as JSON, zipped. */
export async function bench(): Promise<readonly BenchRow[]> {
  const plan = ofActions(most);
  const words = strToU8(JSON.stringify(plan));
  const floor = await medianMilliseconds(9, () => zipSync({ words }));
  const measured = async (name: string, runs: number, write: () => unknown): Promise<BenchRow> => {
    const value = await medianMilliseconds(runs, write);
    return {
      name: `${name}, ${most} actions`,
      value: `${value.toFixed(1)} ms`,
      floor: `${floor.toFixed(1)} ms`,
      ratio: `${(value / floor).toFixed(1)} ×`,
    };
  };
  return [
    await measured("Word with page numbers", 3, () => writeWordPlan(plan)),
    await measured("Word, numbers left to Word", 9, () =>
      writeWordPlan(plan, { pageNumbers: false }),
    ),
    await measured("Excel", 9, () => writeExcelPlan(plan)),
    await measured("CSV", 9, () => writeCsvPlan(plan)),
  ];
}

/** The sample plan twice and more, as far as that many actions. */
function ofActions(count: number): PlanOnDate {
  const plan = theSamplePlan();
  const all = [plan, plan, plan].flatMap(({ recommendations }) => recommendations);
  let left = count;
  const recommendations = all.map((each) => {
    const actions = each.actions.slice(0, left);
    left -= actions.length;
    return { ...each, actions };
  });
  return { ...plan, recommendations: recommendations.filter(({ actions }) => actions.length > 0) };
}
