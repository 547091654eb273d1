import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { mayOwn } from "#plan/permissions.ts";
import type { PlanOfMe } from "./append-statement.ts";
import type { SettingsStore } from "./ports/settings.ts";

/** Ten years are never. */
const mostDays = 3650;

/**
 * Sets how many days a question may wait beyond its date until the plan's owners are told of it in their weekly message; the
 * usual number where `days` is left out. Throws NotAllowedError for whoever does not own the plan, RefusedError for days
 * that make no sense, and what the store throws.
 */
export async function tellOwnersAfter(
  { settings }: { readonly settings: SettingsStore },
  {
    open: { plan, me },
    days,
  }: { readonly open: Pick<PlanOfMe, "plan" | "me">; readonly days: number | undefined },
): Promise<void> {
  if (!mayOwn(me)) throw new NotAllowedError("Only the plan’s owners change its settings.");
  if (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= mostDays))
    throw new RefusedError("Write a whole number of days, from 1 to 3,650.");
  await settings.change(plan.id, (now) => ({ ...now, escalateAfterDays: days }));
}
