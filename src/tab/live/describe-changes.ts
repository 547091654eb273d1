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
  const changed = [...after.actions.values()].filter((view) => {
    const { id } = view.action;
    const last = before.actions.get(id);
    // Most are the same object.
    return (
      last !== view &&
      looks(last) !== looks(view) &&
      !isOwn(saidOf(before, id), saidOf(after, id), saved)
    );
  });
  const removed = [...before.actions.values()].filter(
    ({ action }) => !after.actions.has(action.id),
  );
  if (changed.length === 0 && removed.length === 0) return noChanges;
  return { keys: new Set(changed.map(({ action }) => actionKey(action.id))), changed, removed };
}

/** Whether something was said of an action since, and all of that by the reader. */
function isOwn(
  before: readonly Entry[],
  after: readonly Entry[],
  saved: ReadonlySet<string>,
): boolean {
  const known = new Set(before.map(entryName));
  const fresh = after.map(entryName).filter((name) => !known.has(name));
  return fresh.length > 0 && fresh.every((name) => saved.has(name));
}

function saidOf({ folded }: PlanView, actionId: number): readonly Entry[] {
  return folded.actions.get(actionId)?.said ?? [];
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
