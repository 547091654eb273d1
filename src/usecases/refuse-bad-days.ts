import { RefusedError } from "#plan/errors.ts";

/** Ten years are never. */
const mostDays = 3650;

/** Throws RefusedError for a number of days that makes no sense in a plan's settings. */
export function refuseBadDays(days: number): void {
  if (!Number.isInteger(days) || days < 1 || days > mostDays)
    throw new RefusedError("Write a whole number of days, from 1 to 3,650.");
}
