import { formatDate } from "../iso-date.ts";
import type { Check } from "./check.ts";
import { isDone } from "./standing.ts";

/** Done is not closed: somebody looks again whether the change held, and the day for it comes due as work of its own. */
export const noMonitoring: Check = {
  id: "no-monitoring",
  title: "No later check",
  why: "It is complete, and nobody is named to check later that the change held; or the day for that check has passed.",
  find({ scheme, state, today, label }) {
    if (!isDone(scheme, state)) return undefined;
    if (!state.monitoring)
      return {
        says: "Complete, and nobody is named to check later that it held.",
        asks: `Who will check that what ${label} changed has lasted, how, and when?`,
        weight: "plain",
      };
    if (!state.laterCheck || state.laterCheck.on >= today) return undefined;
    const { by, on } = state.laterCheck;
    return {
      says: `${by ?? "Somebody"} was to check again on ${formatDate(on)}, and nothing has been said of it.`,
      asks: `What did the check of ${formatDate(on)} find: has what ${label} changed lasted?`,
      weight: "strong",
    };
  },
};
