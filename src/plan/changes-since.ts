import { addDays, type IsoDate } from "./iso-date.ts";
import type { PlanVersion } from "./plan.ts";

/** The day that a comparison with `day` begins at, where nobody says which, and whose version it is. */
export interface Since {
  readonly day: IsoDate;
  readonly version?: string | undefined;
}

/** Since the last version before that day; 30 days before it where there is none. */
export function sinceLastVersion(versions: readonly PlanVersion[], day: IsoDate): Since {
  const last = versions.findLast(({ date }) => date !== undefined && date < day);
  return last?.date ? { day: last.date, version: last.number } : { day: addDays(day, -30) };
}
