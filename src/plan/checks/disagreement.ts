import { dayOf, formatDate } from "../iso-date.ts";
import { isBetter, ratingOf } from "../rating-scheme.ts";
import type { ActionToCheck, Check } from "./check.ts";

/** The agency says better than the group last agreed: what has it shown since? */
export const disagreement: Check = {
  id: "disagreement",
  title: "Better than agreed",
  why: "The agency rates it better than the group last agreed, and has attached nothing new since.",
  find(about) {
    const { scheme, state, label } = about;
    const { proposed, agreed, agreedAt, closed } = state;
    if (closed || agreed === undefined || agreedAt === undefined) return undefined;
    if (!isBetter(scheme, proposed, agreed) || hasNewEvidence(about, agreedAt)) return undefined;
    const claims = ratingOf(scheme, proposed).name;
    return {
      says: `Proposed ${claims}; the group agreed ${ratingOf(scheme, agreed).name} on ${formatDate(dayOf(agreedAt))}, and no evidence is newer.`,
      asks: `What has changed on ${label} since ${formatDate(dayOf(agreedAt))} that makes it ${claims}?`,
      weight: "strong",
      agency: state.statements.find(({ rating }) => rating === proposed)?.agency,
    };
  },
};

function hasNewEvidence({ updates }: ActionToCheck, since: string): boolean {
  return updates.some(({ evidenceCount, created }) => evidenceCount > 0 && created > since);
}
