import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { checks } from "#plan/checks.ts";
import { withCheck } from "#plan/check-settings.ts";
import type { CheckId } from "#plan/checks/check.ts";
import { mayOwn } from "#plan/permissions.ts";
import type { CheckSetting } from "#plan/plan.ts";
import type { PlanOfMe } from "./append-statement.ts";
import { refuseBadDays } from "./refuse-bad-days.ts";
import type { SettingsStore } from "./ports/settings.ts";

export interface TuneCheck {
  readonly open: Pick<PlanOfMe, "plan" | "me">;
  readonly check: CheckId;
  /** Switched on, with its usual number of days, where both are left out. */
  readonly to: CheckSetting;
}

/**
 * Switches a check on or off for a plan, or sets after how many days it fires: for everybody, and for the tab, the command
 * and the cards alike. Throws NotAllowedError for whoever does not own the plan, RefusedError for days that make no
 * sense, and what the store throws.
 */
export async function tuneCheck(
  { settings }: { readonly settings: SettingsStore },
  { open: { plan, me }, check, to }: TuneCheck,
): Promise<void> {
  if (!mayOwn(me)) throw new NotAllowedError("Only the plan’s owners tune its checks.");
  refuseUncounted(check, to.days);
  await settings.change(plan.id, (now) => withCheck(now, check, to));
}

function refuseUncounted(check: CheckId, days: number | undefined): void {
  if (days === undefined) return;
  if (checks.find(({ id }) => id === check)?.usualDays === undefined)
    throw new RefusedError("This check counts no days.");
  refuseBadDays(days);
}
