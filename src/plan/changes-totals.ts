import type { PlanChange } from "./changes.ts";
import type { IsoDate } from "./iso-date.ts";
import { notRated } from "./rating-scheme.ts";

export interface ChangeTotals {
  /** Actions with a change of any kind. */
  readonly actions: number;
  readonly up: number;
  readonly down: number;
  /** Rated for the first time. */
  readonly first: number;
  readonly later: number;
  readonly earlier: number;
}

/** Agreed and proposed ratings of one action that went the same way count once. */
export function changeTotals(changes: readonly PlanChange[]): ChangeTotals {
  const actionsWhere = (test: (change: PlanChange) => boolean) =>
    new Set(changes.filter(test).flatMap(({ action }) => action?.id ?? [])).size;
  const moved = (test: (from: IsoDate, to: IsoDate) => boolean) =>
    actionsWhere(
      (each) => each.kind === "due" && Boolean(each.from && each.to && test(each.from, each.to)),
    );
  return {
    actions: actionsWhere(() => true),
    up: actionsWhere((each) => each.kind === "rating" && each.direction === "up"),
    down: actionsWhere((each) => each.kind === "rating" && each.direction === "down"),
    first: actionsWhere(
      (each) => each.kind === "rating" && each.whose === "proposed" && each.from === notRated.id,
    ),
    later: moved((from, to) => to > from),
    earlier: moved((from, to) => to < from),
  };
}
