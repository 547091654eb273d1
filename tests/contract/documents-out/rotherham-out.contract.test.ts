import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { toNewPlan } from "#documents/to-new-plan.ts";
import { writeCsvPlan } from "#documents/write/write-csv-plan.ts";
import { writeExcelPlan } from "#documents/write/write-excel-plan.ts";
import { writeWordPlan } from "#documents/write/write-word-plan.ts";
import { type PlanOnDate, planOnDate } from "#plan/plan-on-date.ts";
import { wholePlanOf } from "#tests/support/a-whole-plan.ts";

const sample = new URL("../../../../shared/samples/rotherham.docx", import.meta.url);
const isThere = existsSync(sample);
if (!isThere) process.stdout.write("Skipped: the shared samples are not on this machine.\n");

const writers = {
  Word: (plan: PlanOnDate) => writeWordPlan(plan, { pageNumbers: false }),
  Excel: writeExcelPlan,
  CSV: async (plan: PlanOnDate) => writeCsvPlan(plan),
};

describe.skipIf(!isThere)("Rotherham's plan, read, written and read again", () => {
  it.each(Object.entries(writers))("says the same in %s", async (kind, write) => {
    const read = await readPlanDocument(new Uint8Array(await readFile(sample)));
    const plan = planOnDate(wholePlanOf(toNewPlan(read, "").plan), "2026-01-01");
    const again = await readPlanDocument(await write(plan));
    expect(again.recommendations).toEqual(read.recommendations);
    if (kind === "CSV") return;
    expect(again.plan).toEqual(read.plan);
  });
});
