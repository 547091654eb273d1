import type { Plan } from "#plan/plan.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { inPieces } from "./in-pieces.ts";

/**
 * A plan that was read anew, `now`, in which whatever says the same as `before` is the same object: nobody folds it, or
 * draws it, again.
 */
export async function asKnown(before: OpenPlan, now: OpenPlan): Promise<OpenPlan> {
  return {
    ...now,
    plan: planAsKnown(before.plan, now.plan),
    agencies: await eachAsKnown(before.agencies, now.agencies, ({ id }) => id),
    recommendations: await eachAsKnown(before.recommendations, now.recommendations, ({ id }) => id),
    actions: await eachAsKnown(before.actions, now.actions, ({ id }) => id),
    record: await eachAsKnown(before.record, now.record, ({ type, id }) => `${type} ${id}`),
  };
}

/** Every action is folded by the scheme: it stays where another word of the plan is changed. */
function planAsKnown(before: Plan, now: Plan): Plan {
  const plan = same(before, now);
  return plan === before ? plan : { ...plan, scheme: same(before.scheme, plan.scheme) };
}

function eachAsKnown<T>(
  before: readonly T[],
  now: readonly T[],
  nameOf: (item: T) => number | string,
): Promise<readonly T[]> {
  const known = new Map(before.map((item) => [nameOf(item), item]));
  return inPieces(now, (item) => same(known.get(nameOf(item)), item));
}

/** What is read of lists is text, numbers and lists of them, in one order of its fields. */
function same<T>(before: T | undefined, now: T): T {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
