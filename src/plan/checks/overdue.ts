import { shownRating } from "../fold.ts";
import { daysBetween, formatDate } from "../iso-date.ts";
import { isOnTarget } from "../rating-scheme.ts";
import { counted } from "../words.ts";
import type { Check } from "./check.ts";
import { isSettled } from "./standing.ts";

/** Past its date nothing is "on target" any more, whatever the key says of its colours. */
export const overdue: Check = {
  id: "overdue",
  title: "Overdue",
  why: "Its due date has passed, and it is not complete.",
  find({ scheme, state, today, label }) {
    if (state.due === undefined || state.due >= today || isSettled(scheme, state)) return undefined;
    const late = counted(daysBetween(state.due, today), "day");
    const onTarget = isOnTarget(scheme, shownRating(state));
    return {
      says: `Due ${formatDate(state.due)}, ${late} ago, and ${onTarget ? "still rated on target" : "not complete"}.`,
      asks: `What is left to do on ${label}, what held it up, and by which day will it be done?`,
      weight: onTarget ? "strong" : "plain",
    };
  },
};
