import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback } from "react";
import type { Row } from "./plan-rows.ts";

interface RowsInViewOptions {
  readonly rows: readonly Row[];
  /** Pixels of one row. */
  readonly height: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Indexes of rows that stay in the page wherever they are: taking one away would lose the keyboard's place. */
  readonly keep: readonly number[];
}

export interface RowsInView {
  /** Pixels of all rows together. */
  readonly height: number;
  /** Which rows to draw, and how many pixels below the first. */
  readonly rows: readonly { readonly index: number; readonly start: number }[];
}

export function useRowsInView({ rows, height, scroller, keep }: RowsInViewOptions): RowsInView {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    overscan: 6,
    rangeExtractor: (range) => withKept(range, keep),
  });
  return {
    height: rows.length * height,
    rows: virtual.getVirtualItems().map(({ index }) => ({ index, start: index * height })),
  };
}

function withKept(range: Range, kept: readonly number[]): number[] {
  const shown = new Set([...defaultRangeExtractor(range), ...kept]);
  return [...shown].toSorted((one, other) => one - other);
}
