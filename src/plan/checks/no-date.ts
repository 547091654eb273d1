import type { Check } from "./check.ts";
import { isSettled } from "./standing.ts";

export const noDate: Check = {
  id: "no-date",
  title: "No due date",
  why: "No day can be read by which it is to be done, so it can never be late.",
  find({ scheme, action, state, label }) {
    if (state.due !== undefined || isSettled(scheme, state)) return undefined;
    const printed = action.dueAsPrinted.trim();
    return {
      says: printed
        ? `Its due date reads “${printed}”, which names no day.`
        : "It has no due date.",
      asks: `By which day will ${label} be done?`,
      weight: "plain",
    };
  },
};
