import { agencyNamed } from "./agency-named.ts";
import type { LaterCheck } from "./fold.ts";
import type { Action, Agency } from "./plan.ts";

/**
 * Short names of the agencies that a later check is work for: the action's, and the one that was said to look again
 * where it is an agency of the plan ("the Trust", "GRS") and not a role ("Internal audit").
 */
export function agenciesToCheck(
  agencies: readonly Agency[],
  { agencies: own }: Pick<Action, "agencies">,
  { by }: LaterCheck,
): readonly string[] {
  const named = by === undefined ? undefined : agencyNamed(agencies, by)?.shortName;
  return named === undefined || own.includes(named) ? own : [...own, named];
}
