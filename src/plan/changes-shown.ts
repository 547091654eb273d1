import { type ChangeTotals, changeTotals } from "./changes-totals.ts";
import type { ChangeKind, PlanChange } from "./changes.ts";
import { placedActions, type PlanOnDate } from "./plan-on-date.ts";

export interface ChangesAsked {
  /** Short name; empty for all. */
  readonly agency: string;
  /** A kind of change; empty for all. */
  readonly kind: string;
  /** So many of them at most. */
  readonly most: number;
}

/** What a screen shows of the changes between two days. */
export interface ChangesShown {
  /** In the report's order, and how many there are of them. */
  readonly changes: readonly PlanChange[];
  readonly of: number;
  /** Of the agency, of whatever kind. */
  readonly totals: ChangeTotals;
  readonly kinds: ReadonlyMap<ChangeKind, number>;
  /** The actions that are the agency's, or on which something of its changed. */
  readonly actions: number;
}

/** As many of the changes as are asked for, and the counts of all of them. */
export function changesShown(
  compared: { readonly after: PlanOnDate; readonly changes: readonly PlanChange[] },
  { agency, kind, most }: ChangesAsked,
): ChangesShown {
  const ofAgency = compared.changes.filter(
    ({ agencies }) => agency === "" || agencies.includes(agency),
  );
  const ofKind = ofAgency.filter((each) => kind === "" || each.kind === kind);
  const byKind = Map.groupBy(ofAgency, (each): ChangeKind => each.kind);
  return {
    changes: ofKind.slice(0, most),
    of: ofKind.length,
    totals: changeTotals(ofAgency),
    kinds: new Map([...byKind].map(([each, its]) => [each, its.length])),
    actions: countActions(compared.after, ofAgency, agency),
  };
}

/** All, or an agency's own and those on which something of its changed: a question may be put to it on another one's. */
function countActions(after: PlanOnDate, changes: readonly PlanChange[], agency: string): number {
  const own = placedActions(after)
    .map(({ action }) => action)
    .filter(({ agencies }) => agency === "" || agencies.includes(agency));
  const changed = changes.flatMap(({ action }) => action ?? []);
  return new Set([...own, ...changed].map(({ id }) => id)).size;
}
