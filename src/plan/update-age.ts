import type { ActionState } from "./fold.ts";
import { daysBetween, dayOf, type IsoDate } from "./iso-date.ts";

export interface UpdateAge {
  /** Open actions that were updated within the last 30 days, 31 to 60, 61 to 90, or longer ago. */
  readonly within30: number;
  readonly within60: number;
  readonly within90: number;
  readonly longer: number;
  readonly never: number;
}

export type UpdateAgeBucket = keyof UpdateAge;

/** Which bucket an action belongs to; undefined for one that is closed. */
export function updateAgeOf(
  { closed, lastUpdate }: ActionState,
  today: IsoDate,
): UpdateAgeBucket | undefined {
  if (closed) return undefined;
  if (lastUpdate === undefined) return "never";
  const age = daysBetween(dayOf(lastUpdate), today);
  if (age <= 30) return "within30";
  if (age <= 60) return "within60";
  return age <= 90 ? "within90" : "longer";
}
