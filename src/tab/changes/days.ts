import { type IsoDate, isIsoDate } from "#plan/iso-date.ts";
import type { PlanVersion } from "#plan/plan.ts";

/** A day that an address or a choice names, by itself or as a version's. */
export interface ChosenDay {
  readonly day: IsoDate;
  /** "5", where it was chosen as a version. */
  readonly version?: string | undefined;
}

interface Known {
  readonly versions: readonly PlanVersion[];
  readonly today: IsoDate;
}

/**
 * Reads `2026-10-22`, or `v5` for the day of version 5; undefined for anything else, for a version without a day, and for
 * a day that is yet to come.
 */
export function readDay(text: string | null, { versions, today }: Known): ChosenDay | undefined {
  if (text === null) return undefined;
  const chosen = isIsoDate(text) ? { day: text } : dayOfVersion(text, versions);
  return chosen && chosen.day <= today ? chosen : undefined;
}

function dayOfVersion(text: string, versions: readonly PlanVersion[]): ChosenDay | undefined {
  const version = versions.find(({ number }) => text === `v${number}`);
  return version?.date && { day: version.date, version: version.number };
}

/** As the address says it. */
export function writeDay({ day, version }: ChosenDay): string {
  return version === undefined ? day : `v${version}`;
}
