import type { CheckId } from "./checks/check.ts";
import type { IsoInstant } from "./iso-date.ts";
import type { CheckSetting, PlanSettings } from "./plan.ts";
import type { Person } from "./record.ts";

/** A plan's settings as somebody left them. */
export interface SettingsThen {
  readonly at: IsoInstant;
  readonly by?: Person | undefined;
  readonly settings: PlanSettings | undefined;
}

/** Who tuned a check last, and when. */
export type LastTuned = Pick<SettingsThen, "at" | "by">;

/** The settings with that check set so, and everything else as it is. */
export function withCheck(
  settings: PlanSettings | undefined,
  check: CheckId,
  to: CheckSetting,
): PlanSettings {
  const { [check]: _, ...others } = settings?.checks ?? {};
  return { ...settings, checks: isUsual(to) ? others : { ...others, [check]: to } };
}

/** Which checks were ever set otherwise than before, by id, with the last time. `history` is oldest first. */
export function lastTuned(history: readonly SettingsThen[]): ReadonlyMap<string, LastTuned> {
  const tuned = new Map<string, LastTuned>();
  for (const [index, { at, by, settings }] of history.entries()) {
    const before = history[index - 1]?.settings?.checks ?? {};
    const now = settings?.checks ?? {};
    for (const check of new Set([...Object.keys(before), ...Object.keys(now)]))
      if (!isSame(before[check], now[check])) tuned.set(check, { at, by });
  }
  return tuned;
}

/** Who set last after how many days the owners are told of a question, and when. `history` is oldest first. */
export function lastToldAfter(history: readonly SettingsThen[]): LastTuned | undefined {
  return history.findLast(
    ({ settings }, index) =>
      settings?.escalateAfterDays !== history[index - 1]?.settings?.escalateAfterDays,
  );
}

function isUsual({ off, days }: CheckSetting): boolean {
  return !off && days === undefined;
}

function isSame(one: CheckSetting = {}, other: CheckSetting = {}): boolean {
  return Boolean(one.off) === Boolean(other.off) && one.days === other.days;
}
