import type { ActionState } from "./fold.ts";
import type { Action } from "./plan.ts";
import type { Decision, Entry, Person } from "./record.ts";

/** An action that somebody closed who is in the group of one of its agencies. */
export interface ClosingByOwn {
  readonly action: Action;
  readonly decision: Decision;
  readonly person: Person;
}

/**
 * The closings that stand, recorded by somebody who speaks for one of the action's agencies now and had not reported on it
 * before: SharePoint lets the whole group add decisions, so that this can be shown and not prevented
 * (docs/decisions/0017). `members` are the people in each agency's group, by its short name.
 */
export function closingsByOwn(
  {
    actions,
    record,
    states,
  }: {
    readonly actions: readonly Action[];
    readonly record: readonly Entry[];
    readonly states: ReadonlyMap<number, ActionState>;
  },
  members: ReadonlyMap<string, readonly Person[]>,
): readonly ClosingByOwn[] {
  const closings = Map.groupBy(
    record.filter((entry) => entry.type === "decision").filter(({ kind }) => kind === "closed"),
    ({ actionId }) => actionId,
  );
  return actions.flatMap((action): ClosingByOwn[] => {
    const state = states.get(action.id);
    const ignored = new Set(state?.ownClosings.map(({ id }) => id));
    const decision = closings.get(action.id)?.findLast(({ id }) => !ignored.has(id));
    const own = action.agencies.flatMap((agency) => members.get(agency) ?? []);
    const person = own.find(({ id }) => id === decision?.authorId);
    return state?.closed && decision && person ? [{ action, decision, person }] : [];
  });
}
