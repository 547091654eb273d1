import { type Fault, faultLines } from "#plan/fault.ts";
import { expect, it } from "vitest";

const faults = (column: string, count: number): readonly Fault[] =>
  Array.from({ length: count }, (_, index) => ({
    list: "Actions",
    itemId: index + 3,
    column,
    wrong: "holds nothing that belongs there",
  }));

it("faults of single items are a line each, with what is wrong", () => {
  expect(faultLines(faults("Due", 2))).toEqual([
    "Actions, item 3, column Due: holds nothing that belongs there",
    "Actions, item 4, column Due: holds nothing that belongs there",
  ]);
});

it("the same column in many items is one line, which says that the column itself may be another one", () => {
  expect(faultLines([...faults("Due", 45), ...faults("Text", 1)])).toEqual([
    "Actions, column Due, in 45 items, the first item 3: holds nothing that belongs there. The column itself may have been changed: the command action-plan doctor says whether.",
    "Actions, item 3, column Text: holds nothing that belongs there",
  ]);
});
