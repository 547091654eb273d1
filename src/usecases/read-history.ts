import { definedOn, type DefinitionHistory } from "#plan/changes-in-definitions.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { type PlanOnDate, planOnDate, type WholePlan } from "#plan/plan-on-date.ts";
import type { DefinitionHistoryStore, PlanHistoryStore } from "./ports/history.ts";
import type { OpenPlan } from "./ports/plans.ts";

export interface HistoryPorts {
  readonly history: PlanHistoryStore;
  readonly definitions: DefinitionHistoryStore;
}

/** A plan with everything that was said of it, and how it was worded since some day. */
export interface ReadHistory {
  readonly whole: WholePlan;
  readonly definitions: DefinitionHistory;
  /** The first day of which the wording is known. */
  readonly since: IsoDate;
}

/** Reads what is needed to show a plan as it stood on any day from `since` on. Throws what the stores throw. */
export async function readHistory(
  { history, definitions }: HistoryPorts,
  { open, since }: { readonly open: OpenPlan; readonly since: IsoDate },
): Promise<ReadHistory> {
  const [said, worded] = await Promise.all([
    history.forPlan(open.plan.id),
    definitions.since(open, since),
  ]);
  return { whole: { ...open, ...said }, definitions: worded, since };
}

/** The plan as it stood at the end of a day, in the words of that day. Throws RangeError for a day before `since`. */
export function planAsOf({ whole, definitions, since }: ReadHistory, day: IsoDate): PlanOnDate {
  if (day < since)
    throw new RangeError(`How the plan was worded is read from ${since} on, not of ${day}.`);
  return planOnDate({ ...whole, ...definedOn(whole, definitions, day) }, day);
}
