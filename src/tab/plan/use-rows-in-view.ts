import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useReducer, useState } from "react";
import type { Row } from "./plan-rows.ts";
import { type Slot, Slots } from "./slots.ts";

interface RowsInViewOptions {
  readonly rows: readonly Row[];
  /** Pixels of one row. */
  readonly height: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Indexes of rows that stay in the page wherever they are: taking one away would lose the keyboard's place. */
  readonly keep: readonly number[];
}

/** Milliseconds without scrolling; a slow computer may take some of them for a frame. */
const restMs = 500;

/** Rows that a slow computer draws within a frame; a whole page of them is there four frames later. */
const rowsAFrame = 6;

/**
 * Which rows to draw. While they scroll they come in the order of their slots, so that no element is moved about in the
 * page; at rest in their own, which is the order in which a screen reader comes to them.
 */
export function useRowsInView(options: RowsInViewOptions): readonly Slot[] {
  const { rows, height, scroller, keep } = options;
  const [drawn] = useState(() => new Slots(rowsAFrame));
  const [, drawMore] = useReducer((frames: number) => frames + 1, 0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 4,
    isScrollingResetDelay: restMs,
    rangeExtractor: (range) => withKept(range, keep),
  });
  const indexes = virtual.getVirtualItems().map(({ index }) => index);
  const { slots, missing } = drawn.show(rows, indexes);
  useEffect(() => {
    if (missing === 0) return undefined;
    // The frame after the next: what scrolled in with the next one has used up its time.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(drawMore);
    });
    return () => cancelAnimationFrame(frame);
  });
  return slots.toSorted((one, other) =>
    virtual.isScrolling ? one.id - other.id : one.index - other.index,
  );
}

function withKept(range: Range, kept: readonly number[]): number[] {
  const shown = new Set([...kept, ...defaultRangeExtractor(range)]);
  return [...shown].filter((index) => index >= 0 && index < range.count);
}
