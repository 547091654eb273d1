import type { Check } from "./check.ts";
import { claimOf } from "./standing.ts";

/** Training was delivered: did it change anything for a child? */
export const activityNotImpact: Check = {
  id: "activity-not-impact",
  title: "Activity, not impact",
  why: "It is rated complete on evidence that something was done, and none of that evidence shows what it changed.",
  find({ scheme, state, action, label }) {
    if (claimOf(scheme, state) !== "complete") return undefined;
    if (state.evidenceCount === 0 || state.impactCount > 0) return undefined;
    const measure = action.measureOfSuccess ?? action.outcomeMeasure;
    return {
      says: measure
        ? "Complete on evidence of activity alone; nothing shows what its own measure came to."
        : "Complete on evidence of activity alone, with no measure of what it changed.",
      asks: `What is different for children since ${label} was done, and how do you know?`,
      weight: measure ? "plain" : "strong",
    };
  },
};
