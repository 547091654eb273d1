import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { headHeight } from "./grid-elements.ts";
import { GridRow } from "./GridRow.tsx";
import { GridShell } from "./GridShell.tsx";
import { type PlanGridProps, standing, stopIn } from "./PlanGrid.tsx";
import { useGridKeys } from "./use-grid-keys.ts";
import { stillIn } from "./still-in.ts";
import { useStillRows } from "./use-still-rows.ts";
import "./full-grid.css";

/** Pixels, until a row has been drawn and measured. */
const guess = 92;

/** The tree grid with all words of each row: every row is as high as they are, and is measured when it is drawn. */
export function FullGrid({ arrangement, onArrange, ...list }: PlanGridProps) {
  const { rows, scheme, today, found, layout, columns } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const reveal = (index: number) => virtual.scrollToIndex(index, { align: "auto" });
  const { focus, index: stop, ...on } = useGridKeys({ ...list, scroller, height: guess, reveal });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guess,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 4,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: (range) => withStop(stop, defaultRangeExtractor(range)),
  });
  useStillRows({
    ...stillIn(virtual, rows),
    turn: list.turn,
    held: rows[stop]?.key,
    scrolled: () => scroller.current?.scrollTop ?? 0,
    scrollBy: (top) => scroller.current?.scrollBy({ top, behavior: "instant" }),
    toTop: () => scroller.current?.scrollTo({ top: 0, behavior: "instant" }),
  });
  return (
    <GridShell
      full
      {...{ scroller, rows, columns, layout, arrangement, onArrange, on }}
      tall={virtual.getTotalSize()}
    >
      {virtual.getVirtualItems().flatMap(({ index, start, key }) => {
        const row = rows[index];
        if (!row) return [];
        return (
          <GridRow
            key={key}
            {...{ row, index, columns, layout, scheme, today, found }}
            top={start - headHeight}
            measure={virtual.measureElement}
            {...standing(list, row)}
            stop={stopIn(row, focus)}
          />
        );
      })}
    </GridShell>
  );
}

/** The row with the keyboard stays in the page: taking it away would lose the keyboard's place. */
function withStop(stop: number, indexes: readonly number[]): number[] {
  return [...new Set([stop, ...indexes])].toSorted((one, other) => one - other);
}
