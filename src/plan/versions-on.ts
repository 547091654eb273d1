import type { IsoDate } from "./iso-date.ts";
import type { PlanVersion } from "./plan.ts";

/**
 * The versions that there were at the end of a day, oldest first, from all in the order in which they were entered. One
 * whose date nobody can read is as old as the one entered before it.
 */
export function versionsOn(versions: readonly PlanVersion[], day: IsoDate): readonly PlanVersion[] {
  let before = "";
  return versions
    .map((version) => ({ version, since: (before = version.date ?? before) }))
    .filter(({ since }) => since <= day)
    .toSorted((one, other) => one.since.localeCompare(other.since))
    .map(({ version }) => version);
}
