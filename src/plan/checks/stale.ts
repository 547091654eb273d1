import { dayOf, daysBetween, formatDate } from "../iso-date.ts";
import { counted } from "../words.ts";
import type { ActionToCheck, Check, Found } from "./check.ts";
import { claimOf } from "./standing.ts";

const usualDays = 90;

/** Of what nobody speaks, nobody knows how it stands. What was never reported on is as old as the plan. */
export const stale: Check = {
  id: "stale",
  title: "Not updated",
  why: "It is not closed, and nobody has reported on it for longer than this plan allows.",
  usualDays,
  find(about) {
    const { plan, state, today, days = usualDays } = about;
    if (state.closed) return undefined;
    const since = state.lastUpdate === undefined ? plan.published : dayOf(state.lastUpdate);
    if (since === undefined) return foundNever(about, "Nobody has ever reported on it.");
    const age = daysBetween(since, today);
    if (age <= days) return undefined;
    if (state.lastUpdate === undefined)
      return foundNever(
        about,
        `Nobody has reported on it in the ${counted(age, "day")} since the report was published.`,
      );
    return {
      says: `Last reported on ${formatDate(since)}, ${counted(age, "day")} ago.`,
      asks: `What has happened on ${about.label} since ${formatDate(since)}?`,
      weight: weightOf(about),
      agency: longestSilent(about),
    };
  },
};

function foundNever(about: ActionToCheck, says: string): Found {
  const asks = `Where does ${about.label} stand today, and when will you report on it?`;
  return { says, asks, weight: weightOf(about), agency: longestSilent(about) };
}

/** An old claim of progress is worse than an old admission. */
function weightOf({ scheme, state }: ActionToCheck): Found["weight"] {
  return claimOf(scheme, state) ? "strong" : "plain";
}

function longestSilent({ state }: ActionToCheck): string | undefined {
  const [oldest] = state.statements.toSorted((one, other) => one.at.localeCompare(other.at));
  return state.silent[0] ?? oldest?.agency;
}
