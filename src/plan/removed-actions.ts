import { dayOf, type IsoDate } from "./iso-date.ts";
import type { WholePlan } from "./plan-on-date.ts";
import type { Entry } from "./record.ts";

/** An action that was spoken of and stands in the plan no more. */
export interface RemovedAction {
  readonly actionId: number;
  /** Of the recommendation that it stood under, as far as the record says and that is still there. */
  readonly ref?: string | undefined;
  /** Short names of the agencies that reported on it. */
  readonly agencies: readonly string[];
  /** How often somebody said something about it. */
  readonly said: number;
  /** The last day on which somebody did. */
  readonly last: IsoDate;
}

/**
 * Actions that were deleted, as the record tells: a deleted item's words can't be read, nor who deleted it and when, but
 * what was said about it stays. Those of which nothing had been said by the end of `day` are not among them.
 */
export function removedActions(whole: WholePlan, day: IsoDate): readonly RemovedAction[] {
  const left = new Set(whole.actions.map(({ id }) => id));
  const about = Map.groupBy(
    whole.record.filter(({ created }) => dayOf(created) <= day),
    ({ actionId }) => actionId,
  );
  return [...about].flatMap(([actionId, entries]) =>
    actionId === undefined || left.has(actionId) ? [] : [asTold(whole, actionId, entries)],
  );
}

function asTold(whole: WholePlan, actionId: number, entries: readonly Entry[]): RemovedAction {
  const folders = new Set(entries.flatMap((each) => (each.type === "update" ? each.folder : [])));
  const under = entries.find(({ recommendationId }) => recommendationId !== undefined);
  return {
    actionId,
    ref: whole.recommendations.find(({ id }) => id === under?.recommendationId)?.ref,
    agencies: whole.agencies
      .filter(({ folder }) => folders.has(folder))
      .map(({ shortName }) => shortName),
    said: entries.length,
    last: entries.map(({ created }) => dayOf(created)).reduce((a, b) => (a > b ? a : b)),
  };
}
