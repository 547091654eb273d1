import { expect, it } from "vitest";
import { withoutNhsNumbers } from "#plan/identifiers.ts";

it.each([
  ["The record of 943 476 5919 was read.", "The record of [NHS number removed] was read."],
  ["9434765919 and 943-476-5919", "[NHS number removed] and [NHS number removed]"],
  ["Ring 0114 496 0000, ref 943 476 5918.", "Ring 0114 496 0000, ref 943 476 5918."],
])("gives back “%s” without what identifies somebody", (typed, back) => {
  expect(withoutNhsNumbers(typed)).toBe(back);
});
