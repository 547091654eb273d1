import { useLayoutEffect, useRef } from "react";
import type { Row } from "#tab/rows/plan-rows.ts";

/** What the reader asked to see. Where rows change and this does not, somebody else changed them. */
export interface Turn {
  /** What is looked for, and in which order and groups: another one is answered from its first row on. */
  readonly question: string;
  /** What is folded away. */
  readonly closed: ReadonlySet<string>;
}

interface StillRows {
  readonly rows: readonly Row[];
  readonly turn: Turn;
  /** The rows that are in the page, and how many pixels of the list are above each. */
  readonly drawn: readonly { readonly row: Row; readonly top: number }[];
  /** The row that stays where it is if it is seen: the one with the keyboard, or that the drawer shows. */
  readonly held: string | undefined;
  /** How many pixels of the list are above the row at that index, now. */
  readonly topOf: (index: number) => number;
  readonly scrolled: () => number;
  readonly scrollBy: (pixels: number) => void;
  /** Shows the first row where it is above what is seen. */
  readonly toTop: () => void;
}

/**
 * What somebody else adds or takes away above what is being read moves nothing of it: the list scrolls along. No browser
 * does so by itself for rows that stand at places of their own. What the reader asks for anew is read from its beginning.
 */
export function useStillRows(now: StillRows): void {
  const last = useRef<Pick<StillRows, "rows" | "turn" | "drawn">>(undefined);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = now;
    if (!before) return;
    if (before.turn.question !== now.turn.question) now.toTop();
    else if (before.rows !== now.rows && before.turn.closed === now.turn.closed) {
      const moved = movedBy(before.drawn, now);
      if (moved !== 0) now.scrollBy(moved);
    }
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
