import {
  agenciesAlone,
  agenciesNamed,
  type GivenAway,
  namesNobodyElse,
  workGivenTo,
} from "../work-given-away.ts";
import type { Check } from "./check.ts";

/** Scrutiny's complaint that responsibility is passed to somebody who never took it. */
export const passedOn: Check = {
  id: "passed-on",
  title: "Passed on",
  why: "Its words give the work to somebody else, who has no action under the recommendation.",
  find({ action, state, agencies, beside, label }) {
    // "Complete" and "not applicable" are what work that was passed on is rated.
    if (state.closed) return undefined;
    for (const given of workGivenTo(action, agencies)) {
      const named =
        given.sure === "alone"
          ? agenciesAlone(agencies, given.to)
          : agenciesNamed(agencies, given.to);
      const idle = named.filter(
        ({ shortName }) => !beside.some((each) => each.agencies.includes(shortName)),
      );
      if (named.length > idle.length || (named.length === 0 && !isSomebodyElse(given))) continue;
      return {
        says: `“${given.words}” gives the work to ${idle[0]?.name ?? given.to}, with no action of theirs under the recommendation.`,
        asks: `What will your own agency do under ${label}, and who has accepted the rest?`,
        weight: "plain",
      };
    }
    return undefined;
  },
};

/** Others than the plan's agencies can be given work too: schools, practices, NHS England. */
function isSomebodyElse({ sure, to }: GivenAway): boolean {
  return sure === "outright" && !namesNobodyElse(to);
}
