import { describe, expect, it } from "vitest";
import { samplePlan } from "#cli/sample/sample-plan.ts";
import { planDifferences } from "#documents/merge/plan-differences.ts";
import type { DocumentAction, PlanDocument } from "#documents/plan-document.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { toNewPlan } from "#documents/to-new-plan.ts";
import { planWriters } from "#documents/write/plan-writers.ts";
import { planOnDate } from "#plan/plan-on-date.ts";
import { wholePlanOf } from "#tests/support/a-whole-plan.ts";

const day = "2026-11-21";
const whole = wholePlanOf(samplePlan(day));
const plan = planOnDate(whole, day);
const part = whole.agencies.find(({ shortName }) => shortName === "MVHT");
if (!part) throw new Error("The sample plan has changed.");

/** What the agency sends back, and how it differs from the plan. */
async function sentBack(fill: (read: PlanDocument) => PlanDocument) {
  const bytes = await planWriters.xlsx(planOnDate(whole, day, part));
  const filled = fill(await readPlanDocument(bytes));
  return planDifferences(plan, toNewPlan(filled, "").plan, { part });
}

/** With the first recommendation of the part changed. */
const inFirst =
  (change: (actions: readonly DocumentAction[]) => readonly DocumentAction[]) =>
  (read: PlanDocument): PlanDocument => ({
    ...read,
    recommendations: read.recommendations.map((each, at) =>
      at === 0 ? { ...each, actions: change(each.actions) } : each,
    ),
  });

describe("an agency's part of the plan", () => {
  it("says nothing new where the agency filled in nothing", async () => {
    const all = await sentBack((read) => read);
    expect(all.unchanged.length).toBeGreaterThan(10);
    expect({ ...all, unchanged: [] }).toEqual({
      unchanged: [],
      progress: [],
      added: { recommendations: [], actions: [], versions: [], findings: [] },
      vanished: { recommendations: [], actions: [] },
      edited: [],
    });
  });

  it("changes nothing of another agency, and what it says of one is listed", async () => {
    const smuggled = { agencies: ["QCMH"], agency: "QCMH", leads: [], due: [] };
    const all = await sentBack(
      inFirst((actions) => [...actions, { ...smuggled, text: "Smuggled in.", progress: "Done." }]),
    );
    expect(all.added.actions).toEqual([]);
    expect(all.progress).toEqual([]);
    expect(all.notTheirs).toEqual(["QCMH: Smuggled in."]);
  });

  it("lists a recommendation that it adds or words otherwise", async () => {
    const all = await sentBack((read) => ({
      ...read,
      recommendations: [
        ...read.recommendations.map((each, at) => (at === 0 ? { ...each, outcome: "All." } : each)),
        { ref: "9.9", addressees: [], paragraphs: [], text: "Pay more.", actions: [] },
      ],
    }));
    expect(all.edited).toEqual([]);
    expect(all.notTheirs).toEqual([
      "Recommendation 9.9 Pay more.",
      expect.stringMatching(/^Recommendation \d/),
    ]);
  });

  it("misses a row that is gone, and asks about one that is worded otherwise", async () => {
    const [gone, reworded] = await Promise.all([
      sentBack(inFirst((actions) => actions.slice(1))),
      sentBack(
        inFirst(([first, ...others]) =>
          first ? [{ ...first, text: `${first.text} And more.` }, ...others] : others,
        ),
      ),
    ]);
    expect(gone.vanished.actions).toHaveLength(1);
    expect(gone.notTheirs).toBeUndefined();
    expect(reworded.edited.map(({ fields }) => fields.map(({ field }) => field))).toEqual([
      ["text"],
    ]);
  });
});
