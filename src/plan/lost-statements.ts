import type { Action, Agency } from "./plan.ts";
import type { Update } from "./record.ts";

/**
 * Whether something was rated that may be the word of an agency which the action names and the plan does not know, as
 * after somebody renamed it: what the others say is then not the least good of all.
 */
export function isPartLost(
  agencies: readonly Agency[],
  action: Action,
  ignored: readonly Update[],
): boolean {
  if (!ignored.some(({ rating }) => rating !== undefined)) return false;
  const known = new Set(agencies.flatMap(({ shortName, folder }) => (folder ? shortName : [])));
  return action.agencies.some((agency) => !known.has(agency));
}
