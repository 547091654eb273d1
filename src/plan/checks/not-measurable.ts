import { measures } from "../smart.ts";
import type { Check } from "./check.ts";
import { isSettled } from "./standing.ts";

/** The M of SMART; the other letters are shown beside the action and not asked about by themselves. */
export const notMeasurable: Check = {
  id: "not-measurable",
  title: "Not measurable",
  why: "No measure, number, audit or outcome is named, so nobody could tell whether it has worked.",
  find({ scheme, action, state, label }) {
    if (isSettled(scheme, state) || measures(action).length > 0) return undefined;
    return {
      says: "It names no measure, number, audit or outcome.",
      asks: `How will you know that ${label} has worked: what will you count or audit, and what should it come to?`,
      weight: "plain",
    };
  },
};
