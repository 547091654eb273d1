import * as v from "valibot";
import { TakenOutError, UnreadableError } from "#plan/errors.ts";
import type { Plan } from "#plan/plan.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { toAction, toAgency, toPlan, toRecommendation } from "./definition-rows.ts";
import { inPieces } from "./in-pieces.ts";
import { toMe, type User } from "./me.ts";
import { toChallenge, toDecision, toUpdate } from "./record-rows.ts";
import { type PartRows, withStrays } from "./strays.ts";

const webRow = v.object({ CurrentChangeToken: v.object({ StringValue: v.string() }) });
/** What the opening batch brought, of one plan or of all. */
export interface PlanRows {
  readonly web: unknown;
  readonly user: User;
  readonly plans: readonly unknown[];
  readonly agencies: readonly unknown[];
  readonly recommendations: readonly unknown[];
  readonly actions: readonly unknown[];
  readonly updates: readonly unknown[];
  readonly decisions: readonly unknown[];
  readonly challenges: readonly unknown[];
}

/** Whether a row that has the column PlanId is of that plan. The folders of agencies are items too, and of no plan. */
export function isOfPlan(planId: number, row: unknown): boolean {
  return typeof row === "object" && row !== null && "PlanId" in row && row.PlanId === planId;
}

/** Whether a row is the item of that id. */
export function isItem(id: number, row: unknown): boolean {
  return typeof row === "object" && row !== null && "Id" in row && row.Id === id;
}

/** One plan of what was read. A page may draw while a large one is worked through. */
export async function toOpenPlan(plan: Plan, rows: PlanRows): Promise<OpenPlan> {
  const agencies = rows.agencies.map(toAgency);
  // Where all was read, what says of no plan that it is its is there too.
  const strays: PartRows = {
    Recommendations: rows.recommendations,
    Actions: rows.actions,
    Updates: rows.updates,
    Decisions: rows.decisions,
    Challenges: rows.challenges,
  };
  const its = (some: readonly unknown[]) => some.filter((row) => isOfPlan(plan.id, row));
  const open = {
    plan,
    agencies,
    recommendations: await inPieces(its(rows.recommendations), toRecommendation),
    actions: await inPieces(its(rows.actions), toAction),
    record: [
      ...(await inPieces(its(rows.updates), toUpdate)),
      ...(await inPieces(its(rows.decisions), toDecision)),
      ...(await inPieces(its(rows.challenges), toChallenge)),
    ],
    me: toMe(rows.user, agencies),
    changeToken: v.parse(webRow, rows.web).CurrentChangeToken.StringValue,
  };
  return withStrays(open, strays);
}

/**
 * The plan as its item stands now; as it was where that is not among the changed ones, `ids`. One that can be read no more
 * goes on being shown as it was read, and says so. Throws TakenOutError where it is not there any more.
 */
export function planNow(before: Plan, ids: ReadonlySet<number>, changed: readonly unknown[]): Plan {
  if (!ids.has(before.id)) return before;
  const row = changed.find((each) => isItem(before.id, each));
  if (row === undefined)
    throw new TakenOutError(
      "This plan was taken out of the site’s lists, or you may not see it any more.",
    );
  try {
    return toPlan(row);
  } catch (cause) {
    if (cause instanceof UnreadableError) return { ...before, faults: cause.faults };
    throw cause;
  }
}

/** The items that were known, those of `ids` as they are `now`. */
export function merged<T extends { readonly id: number }>(
  before: readonly T[],
  ids: ReadonlySet<number>,
  now: readonly T[],
): readonly T[] {
  return [...before.filter(({ id }) => !ids.has(id)), ...now].toSorted(
    (one, other) => one.id - other.id,
  );
}
