import { expect, it } from "vitest";
import { axisSteps, axisTop } from "#tab/summary/axis.ts";

it.each([
  [0, 4],
  [1, 4],
  [5, 8],
  [24, 24],
  [45, 60],
  [93, 100],
  [101, 120],
  [10_000, 10_000],
  [10_001, 12_000],
])("an axis for %i ends at %i, with whole round numbers on its way", (highest, top) => {
  expect(axisTop(highest)).toBe(top);
});

it("ends at or above what stands on it, and each line is a whole number, whatever is counted", () => {
  for (let highest = 0; highest < 25_000; highest += 7) {
    expect(axisTop(highest)).toBeGreaterThanOrEqual(highest);
    expect(Number.isInteger(axisTop(highest) / axisSteps)).toBe(true);
  }
});
