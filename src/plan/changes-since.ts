import { addDays, type IsoDate } from "./iso-date.ts";
import type { PlanVersion } from "./plan.ts";
import { versionsOn } from "./versions-on.ts";

/** The day that a comparison with `day` begins at, where nobody says which, and whose version it is. */
export interface Since {
  readonly day: IsoDate;
  readonly version?: string | undefined;
}

/** Since the last version before that day; 30 days before it where there is none. */
export function sinceLastVersion(versions: readonly PlanVersion[], day: IsoDate): Since {
  const last = versionsOn(versions, addDays(day, -1)).findLast(({ date }) => date !== undefined);
  return last?.date ? { day: last.date, version: last.number } : { day: addDays(day, -30) };
}
