import type { Entry } from "#plan/record.ts";
import { counted } from "#plan/words.ts";
import { actionKey } from "#tab/plan/plan-rows.ts";
import type { ActionView, PlanView } from "#tab/plan/plan-view.ts";
import { actionLabel, ratingSentence } from "#tab/plan/row-words.ts";

export interface Changes {
  /** Keys of the actions that are new, or of which something was said or altered by somebody else. */
  readonly keys: ReadonlySet<string>;
  /** One sentence for all of them. */
  readonly says?: string;
}

export const noChanges: Changes = { keys: new Set() };

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
  const [only, second] = changed;
  if (!only) return noChanges;
  return {
    keys: new Set(changed.map(({ action }) => actionKey(action.id))),
    says: second
      ? `${counted(changed.length, "action")} changed.`
      : `${actionLabel(only)} changed: ${ratingSentence(after.scheme, only)}.`,
  };
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
