import { expect, it } from "vitest";
import { readAsked } from "#bot/asked-actions.ts";

it.each([
  ["2.1", { ref: "2.1", agency: "" }],
  [" 2.1. ", { ref: "2.1", agency: "" }],
  ["3.4(a) TRFT", { ref: "3.4(a)", agency: "TRFT" }],
  ["10  Public  health", { ref: "10", agency: "Public health" }],
])("reads “%s” as a ref", (text, asked) => {
  expect(readAsked(text)).toEqual(asked);
});

it.each(["", "help", "what of 2.1?", "2.1'; drop", "1".repeat(13), "<b>2.1</b>"])(
  "does not read “%s” as one",
  (text) => {
    expect(readAsked(text)).toBeUndefined();
  },
);
