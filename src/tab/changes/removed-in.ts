import { dayOf, type IsoDate } from "#plan/iso-date.ts";
import { removedBetween, type RemovedItem } from "#plan/removed.ts";
import type { ReadRemovals } from "#usecases/read-removals.ts";
import type { RemovedBetween } from "./Removed.tsx";

interface Asked {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Short name; empty for all. */
  readonly agency: string;
}

export const noneRemoved: RemovedBetween = { ofPlan: [], elsewhere: [] };

/**
 * What was taken out between the ends of two days, or may have been: where nothing says when any more, what had been
 * spoken of by the second. Whose nobody knows is shown with everybody's alone.
 */
export function removedIn(
  read: ReadRemovals | undefined,
  { from, to, agency }: Asked,
): RemovedBetween {
  if (!read) return noneRemoved;
  const isAsked = (item: RemovedItem) =>
    (agency === "" || item.agencies.includes(agency)) &&
    (removedBetween(item, from, to) ?? wasThere(item, to));
  return { ofPlan: read.ofPlan.filter(isAsked), elsewhere: read.elsewhere.filter(isAsked) };
}

function wasThere({ said, actions }: RemovedItem, day: IsoDate): boolean {
  return actions.length > 0 || said.some(({ created }) => dayOf(created) <= day);
}
