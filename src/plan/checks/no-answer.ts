import { unansweringAddressees } from "../fold-recommendation.ts";
import type { Check } from "./check.ts";

/** An agency that the regulator addressed, and that has not said what it will do. */
export const noAnswer: Check = {
  id: "no-answer",
  title: "No action from an agency",
  why: "The recommendation is addressed to an agency that has no action under it.",
  findInRecommendation({ agencies, recommendation, beside }) {
    return unansweringAddressees(agencies, recommendation, beside).map((agency) => ({
      says: `Addressed to ${agency}, which has no action under it.`,
      asks: `What will ${agency} do about recommendation ${recommendation.ref}, who leads it, and by when?`,
      weight: "strong",
      agency,
    }));
  },
};
