import { daysBetween, formatDate } from "../iso-date.ts";
import { counted } from "../words.ts";
import type { ActionToCheck, Check } from "./check.ts";
import { isSettled } from "./standing.ts";

const usualDays = 90;

/** One agreed delay happens; a second one, or a long one, needs another plan rather than another date. */
export const slipping: Check = {
  id: "slipping",
  title: "Slipping",
  why: "Its due date was put off twice, or by more than this plan allows in all.",
  usualDays,
  find(about) {
    const { scheme, state, label, days = usualDays } = about;
    if (isSettled(scheme, state)) return undefined;
    const late = daysLater(about);
    if (state.timesRevised < 2 && late <= days) return undefined;
    return {
      says: [`Put off ${timesInWords(state.timesRevised)}`, ...distance(about, late), "."].join(""),
      asks: `What keeps ${label} from being done, and what will you do differently to keep the new date?`,
      weight: "strong",
    };
  },
};

/** From the date that the action began with to the one that counts now. */
function daysLater({ action: { due: first }, state: { due: now } }: ActionToCheck): number {
  return first && now ? daysBetween(first, now) : 0;
}

function distance({ action, state }: ActionToCheck, late: number): readonly string[] {
  if (!action.due || !state.due) return [];
  return [
    ` from ${formatDate(action.due)} to ${formatDate(state.due)}`,
    ...(late > 0 ? [`, ${counted(late, "day")} in all`] : []),
  ];
}

function timesInWords(times: number): string {
  return ["", "once", "twice"][times] ?? `${times} times`;
}
