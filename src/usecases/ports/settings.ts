import type { SettingsThen } from "#plan/check-settings.ts";
import type { PlanSettings } from "#plan/plan.ts";

/** What a plan's owners set for it. */
export interface SettingsStore {
  /** Changes them by what `change` makes of them as they are then. Throws NotAllowedError, ConflictError. */
  change(planId: number, change: (now: PlanSettings | undefined) => PlanSettings): Promise<void>;
  /** As they were left each time, with who left them so, oldest first. */
  history(planId: number): Promise<readonly SettingsThen[]>;
}
