import { describe, expect, it } from "vitest";
import type { Action } from "#plan/plan.ts";
import { assessSmart } from "#plan/smart.ts";
import { anAction } from "./plan-data.ts";

const recommendation = {
  id: 1,
  ref: "2.1",
  order: 1,
  text: "Develop a perinatal mental health pathway.",
  addressees: ["Acute"],
  paragraphs: [],
  outcome: "Mothers are seen sooner.",
};

const assess = (of: Partial<Action>) => assessSmart(anAction(of), recommendation);

describe("an action's SMART letters", () => {
  it("are each met by words of its own", () => {
    const smart = assess({
      text: "Write the perinatal pathway and audit 20 records a month.",
      leads: ["Head of Midwifery"],
    });
    expect(Object.values(smart).map(({ letter, met, words }) => [letter, met, ...words])).toEqual([
      ["S", true, "Write", "audit"],
      ["M", true, "audit", "20"],
      ["A", true, "Head of Midwifery"],
      ["R", true, "perinatal", "pathway"],
      ["T", true, "30 September 2026"],
    ]);
  });

  it("are not met by wishes", () => {
    const smart = assess({
      text: "Ensure that staff are supported.",
      leads: [],
      due: undefined,
      dueAsPrinted: "Ongoing",
    });
    for (const { met, words } of Object.values(smart)) expect([met, words]).toEqual([false, []]);
  });

  it.each([
    "Raise awareness by 31 March 2027.",
    "Raise awareness in 2026/27, as section 11 and level 3 ask.",
    "Raise awareness in the 0–19 service of children under 18.",
    "Raise awareness of recommendation 4.3 and form 2.",
  ])("do not take a date, a year, a level or an age for a measure: %s", (text) => {
    expect(assess({ text }).measurable.words).toEqual([]);
  });

  it.each([
    ["Reach 90% of them.", "90%"],
    ["Train 1,250 staff.", "1,250"],
    ["Reach nine in ten of them.", "nine"],
    ["Dip-sample records.", "Dip-sample"],
    ["Report a reduction in attendances.", "reduction in"],
  ])("take a count for one: %s", (text, word) => {
    expect(assess({ text }).measurable.words).toContain(word);
  });

  it("take the measure that a field names, word for word", () => {
    const measure = "All staff trained.";
    expect(assess({ text: "Train.", measureOfSuccess: measure }).measurable.words).toEqual([
      measure,
    ]);
  });
});
