import type { Layout } from "#tab/layout/use-layout.ts";
import type { ReactNode, RefObject } from "react";
import type { Arrangement } from "#tab/arrange/arrangement.ts";
import { type Column, widthsOf } from "#tab/arrange/columns.ts";
import { GridHead } from "./GridHead.tsx";
import { rowProbe } from "./grid-elements.ts";
import type { Row } from "#tab/rows/plan-rows.ts";
import type { GridKeys } from "./use-grid-keys.ts";
import "./grid.css";

interface GridShellProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly layout: Layout;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
  readonly on: Omit<GridKeys, "focus" | "index">;
  /** Pixels of all rows together. */
  readonly tall: number;
  /** Whether rows are as high as their words. */
  readonly full?: boolean;
  /** The rows that are in the page. */
  readonly children: ReactNode;
}

/** The tree grid around its rows: what scrolls, the table and its head. */
export function GridShell(props: GridShellProps) {
  const { scroller, rows, columns, layout, arrangement, onArrange, on, tall, children } = props;
  return (
    <div
      ref={scroller}
      className={`plan-scroller plan-grid-${layout}${props.full ? " plan-grid-full" : ""}`}
      style={{ "--columns": widthsOf(columns, layout) }}
    >
      <div className={rowProbe} aria-hidden />
      <table
        role="treegrid"
        aria-label="Recommendations and actions"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        className="plan-grid"
        tabIndex={-1}
        {...on}
      >
        <GridHead {...{ columns, layout, arrangement, onArrange }} />
        <tbody style={{ height: tall }}>{children}</tbody>
      </table>
    </div>
  );
}
