import type { Virtualizer } from "@tanstack/react-virtual";
import type { Row } from "#tab/rows/plan-rows.ts";

/** For `useStillRows`, of rows that have heights of their own. */
export function stillIn<Scroller extends Element | Window, Item extends Element>(
  virtual: Virtualizer<Scroller, Item>,
  rows: readonly Row[],
) {
  return {
    rows,
    drawn: virtual.getVirtualItems().flatMap(({ index, start }) => {
      const row = rows[index];
      return row ? [{ row, top: start }] : [];
    }),
    topOf: (index: number) => virtual.measurementsCache[index]?.start ?? 0,
  };
}
