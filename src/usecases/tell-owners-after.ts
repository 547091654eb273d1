import { NotAllowedError } from "#plan/errors.ts";
import { mayOwn } from "#plan/permissions.ts";
import type { PlanOfMe } from "./append-statement.ts";
import { refuseBadDays } from "./refuse-bad-days.ts";
import type { SettingsStore } from "./ports/settings.ts";

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
  if (days !== undefined) refuseBadDays(days);
  await settings.change(plan.id, (now) => ({ ...now, escalateAfterDays: days }));
}
