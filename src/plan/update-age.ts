import type { ActionState } from "./fold.ts";
import { addDays, dayOf, type IsoDate } from "./iso-date.ts";

export interface UpdateAge {
  /** Open actions that were updated within the last 30 days, 31 to 60, 61 to 90, or longer ago. */
  readonly within30: number;
  readonly within60: number;
  readonly within90: number;
  readonly longer: number;
  readonly never: number;
}

export type UpdateAgeBucket = keyof UpdateAge;

/** Tells which bucket an action belongs to on that day; undefined for one that is closed. */
export function updateAgesOn(
  today: IsoDate,
): (state: Pick<ActionState, "closed" | "lastUpdate">) => UpdateAgeBucket | undefined {
  // Ten thousand actions are asked about at once: the days to compare with are worked out before.
  const [thirty, sixty, ninety] = [addDays(today, -30), addDays(today, -60), addDays(today, -90)];
  return ({ closed, lastUpdate }) => {
    if (closed) return undefined;
    if (lastUpdate === undefined) return "never";
    const day = dayOf(lastUpdate);
    if (day >= thirty) return "within30";
    if (day >= sixty) return "within60";
    return day >= ninety ? "within90" : "longer";
  };
}
