import type { Entry } from "#plan/record.ts";
import { actionKey } from "#tab/rows/plan-rows.ts";
import type { ActionView, PlanView } from "#tab/rows/plan-view.ts";

export interface Changes {
  /** Keys of the actions that are new, or of which something was said or altered by somebody else. */
  readonly keys: ReadonlySet<string>;
  readonly changed: readonly ActionView[];
  /** What is no longer there, as it was. */
  readonly removed: readonly ActionView[];
}

export const noChanges: Changes = { keys: new Set(), changed: [], removed: [] };

/** What others changed between two moments of a plan. `saved` names the entries that this reader saved: no news to them. */
export function describeChanges(
  before: PlanView,
  after: PlanView,
  saved: ReadonlySet<string>,
): Changes {
  const own = ownActions(before, after, saved);
  const changed = [...after.actions.values()].filter(
    (view) => !own.has(view.action.id) && looks(before.actions.get(view.action.id)) !== looks(view),
  );
  const removed = [...before.actions.values()].filter(
    ({ action }) => !after.actions.has(action.id),
  );
  if (changed.length === 0 && removed.length === 0) return noChanges;
  return { keys: new Set(changed.map(({ action }) => actionKey(action.id))), changed, removed };
}

/** Actions of which nothing is new but what the reader saved. */
function ownActions(
  before: PlanView,
  after: PlanView,
  saved: ReadonlySet<string>,
): ReadonlySet<number | undefined> {
  const known = new Set(before.open.record.map(entryName));
  const fresh = Map.groupBy(
    after.open.record.filter((entry) => !known.has(entryName(entry))),
    ({ actionId }) => actionId,
  );
  const own = [...fresh].filter(([, entries]) =>
    entries.every((entry) => saved.has(entryName(entry))),
  );
  return new Set(own.map(([actionId]) => actionId));
}

/** Each list counts its items by itself. */
export function entryName({ type, id }: Pick<Entry, "type" | "id">): string {
  return `${type} ${id}`;
}

/** All that a reader can see of an action, as one text. */
function looks(view: ActionView | undefined): string {
  if (!view) return "";
  const { statements, openChallenges, ignored, silent, ...state } = view.state;
  const counts = [statements.length, openChallenges.length, ignored.length, silent.length];
  return JSON.stringify([view.action, state, counts]);
}
