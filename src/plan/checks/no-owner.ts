import { namedLeads } from "../named-leads.ts";
import type { Check } from "./check.ts";
import { isSettled } from "./standing.ts";

export const noOwner: Check = {
  id: "no-owner",
  title: "No lead officer",
  why: "Nobody is named who leads it, so there is nobody to ask.",
  find({ scheme, action, state, label }) {
    if (namedLeads(action).length > 0 || isSettled(scheme, state)) return undefined;
    const printed = action.leads.join(", ").trim();
    return {
      says: printed
        ? `Its lead officer reads “${printed}”, which names nobody.`
        : "No lead officer is named.",
      asks: `Who leads ${label}, and who answers for it where they are away?`,
      weight: "plain",
    };
  },
};
