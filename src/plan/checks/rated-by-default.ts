import type { Check } from "./check.ts";
import { claimOf } from "./standing.ts";

/** "Green by default": the rating stands there, and nobody ever said why. */
export const ratedByDefault: Check = {
  id: "rated-by-default",
  title: "Rated by default",
  why: "It is rated on target or complete, and no agency has ever said what was done.",
  find({ scheme, state, updates, label }) {
    const claim = claimOf(scheme, state);
    if (!claim || updates.some(({ kind }) => kind === "progress")) return undefined;
    return {
      says: `Rated ${claim}, and no progress was ever reported.`,
      asks: `What has been done on ${label} so far, and what is the rating based on?`,
      weight: "strong",
    };
  },
};
