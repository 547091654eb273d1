import { plansFound } from "#tab/configure/plan-search.ts";
import { aboutAmong, firstChoice, twinsIn } from "#tab/configure/plan-words.ts";
import type { PlanSummary } from "#usecases/ports/plans.ts";
import { describe, expect, it } from "vitest";

const aPlan = (id: number, title: string, of: Partial<PlanSummary> = {}): PlanSummary => ({
  id,
  title,
  regulator: "CQC",
  ...of,
});
const plans = [
  aPlan(1, "Brèdon safeguarding plan"),
  aPlan(2, "Joint visit to Carrow", { regulator: "Ofsted", published: "2026-02-03" as const }),
  aPlan(3, "Joint visit to Mardle"),
];
const found = (typed: string) => plansFound(plans, typed).map(({ id }) => id);

describe("the plans of a site", () => {
  it.each<[string, number[]]>([
    ["", [1, 2, 3]],
    ["  ", [1, 2, 3]],
    ["bredon", [1]],
    ["VISIT joint", [2, 3]],
    ["carrow february 2026", [2]],
    ["ofsted", [2]],
    ["carrow cqc", []],
  ])("are found by “%s”", (typed, ids) => {
    expect(found(typed)).toEqual(ids);
  });

  it("say their number where nothing else tells them apart", () => {
    const twice = [...plans, aPlan(4, "Joint visit to Mardle")];
    const twins = twinsIn(twice);
    expect(twice.map((plan) => aboutAmong(plan, twins))).toEqual([
      "CQC",
      "Ofsted · published 3 February 2026",
      "CQC · number 3",
      "CQC · number 4",
    ]);
  });
});

describe("the plan that is chosen beforehand", () => {
  const all = [aPlan(9, "Broken", { unreadable: "Its rating scheme cannot be read." }), ...plans];

  it("is the newest that can be opened where the tab is new, and the one that it has", () => {
    expect(firstChoice(all, undefined)).toEqual({ chosen: 1, isLost: false });
    expect(firstChoice(all, 3)).toEqual({ chosen: 3, isLost: false });
    expect(firstChoice([], undefined)).toEqual({ chosen: undefined, isLost: false });
  });

  it("is none, and not another one, where the plan that the tab has is gone", () => {
    expect(firstChoice(all, 77)).toEqual({ chosen: undefined, isLost: true });
  });
});
