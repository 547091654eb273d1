import type { Check } from "./check.ts";
import { claimOf } from "./standing.ts";

/** Scrutiny's first complaint: a rating that nothing supports. */
export const noEvidence: Check = {
  id: "no-evidence",
  title: "No evidence",
  why: "It is rated on target or complete, and nothing is attached that a reader could look at.",
  find({ scheme, state, label }) {
    const claim = claimOf(scheme, state);
    if (!claim || state.evidenceCount > 0) return undefined;
    return {
      says: `Rated ${claim}, and no evidence is attached.`,
      asks: `What can you show the group for ${label}, so that it can see for itself that it is ${claim}?`,
      weight: claim === "complete" ? "strong" : "plain",
    };
  },
};
