import { sameItems } from "#plan/same-items.ts";
import { useLayoutEffect, useRef } from "react";
import type { Row } from "#tab/rows/plan-rows.ts";

interface StillRows {
  readonly rows: readonly Row[];
  /** What the reader asked to see; rows that come of another question may stand anywhere. */
  readonly turn: readonly unknown[];
  /** The rows that are in the page, and how many pixels of the list are above each. */
  readonly drawn: readonly { readonly row: Row; readonly top: number }[];
  /** The row that stays where it is if it is seen: the one with the keyboard, or that the drawer shows. */
  readonly held: string | undefined;
  /** How many pixels of the list are above the row at that index, now. */
  readonly topOf: (index: number) => number;
  readonly scrolled: () => number;
  readonly scrollBy: (pixels: number) => void;
}

/**
 * What somebody else adds or takes away above what is being read moves nothing of it: the list scrolls along. No browser
 * does so by itself for rows that stand at places of their own.
 */
export function useStillRows(now: StillRows): void {
  const last = useRef<Pick<StillRows, "rows" | "turn" | "drawn">>(undefined);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = now;
    if (!before || before.rows === now.rows || !sameItems(before.turn, now.turn)) return;
    const moved = movedBy(before.drawn, now);
    if (moved !== 0) now.scrollBy(moved);
  });
}

/** How many pixels further down stands now what is being read: the row that is held, else the first that is seen and still there. */
function movedBy(before: StillRows["drawn"], { rows, held, topOf, scrolled }: StillRows): number {
  const from = scrolled();
  const seen = before
    .filter(({ top }) => top >= from)
    .toSorted((one, other) => one.top - other.top);
  const indexes = indexesOf(rows, new Set(seen.map(({ row }) => row.key)));
  const there = seen.filter(({ row }) => indexes.has(row.key));
  const still = there.find(({ row }) => row.key === held) ?? there[0];
  return still ? topOf(indexes.get(still.row.key) ?? 0) - still.top : 0;
}

function indexesOf(rows: readonly Row[], keys: ReadonlySet<string>): ReadonlyMap<string, number> {
  return new Map(rows.flatMap(({ key }, index) => (keys.has(key) ? [[key, index] as const] : [])));
}
