import { type ActionState, foldAction } from "./fold.ts";
import type { Action, Agency } from "./plan.ts";
import type { RatingScheme } from "./rating-scheme.ts";
import type { Entry } from "./record.ts";
import { sameItems } from "./same-items.ts";

/** All that the states of a plan's actions follow from. */
interface PlanToFold {
  readonly scheme: RatingScheme;
  readonly agencies: readonly Agency[];
  readonly actions: readonly Action[];
  readonly record: readonly Entry[];
}

/** An action's state, and what it was folded from. */
interface FoldedAction {
  readonly action: Action;
  readonly said: readonly Entry[];
  readonly state: ActionState;
}

export interface FoldedPlan extends Pick<PlanToFold, "scheme" | "agencies"> {
  /** By id. */
  readonly actions: ReadonlyMap<number, FoldedAction>;
}

const nothing: readonly Entry[] = [];

/**
 * What `foldPlan` answers of a plan of which an earlier moment is folded: only what is made of other objects than then is
 * folded again, and every other action keeps the state that it had, as the same object.
 */
export function foldAgain(now: PlanToFold, before?: FoldedPlan): FoldedPlan {
  const known = before && isSameFrame(before, now) ? before : undefined;
  const { scheme, agencies } = known ?? now;
  const byAction = Map.groupBy(now.record, ({ actionId }) => actionId);
  const foldOne = (action: Action): FoldedAction => {
    const said = byAction.get(action.id) ?? nothing;
    const last = known?.actions.get(action.id);
    if (last?.action === action && sameItems(last.said, said)) return last;
    return { action, said, state: foldAction(scheme, agencies, action, said) };
  };
  return {
    scheme,
    agencies,
    actions: new Map(now.actions.map((action) => [action.id, foldOne(action)])),
  };
}

/** Whose folder somebody spoke in, and how good a rating is, concerns every action. */
function isSameFrame(before: FoldedPlan, { scheme, agencies }: PlanToFold): boolean {
  return before.scheme === scheme && sameItems(before.agencies, agencies);
}
