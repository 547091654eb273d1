import { memo, type ReactNode } from "react";
import type { Row } from "#tab/rows/plan-rows.ts";
import { actionCells, groupCells, type CellsOf } from "./grid-cells.tsx";
import { actionWords, groupWords } from "#tab/rows/shown-words.ts";

interface GridRowProps extends Omit<CellsOf, "stop"> {
  readonly row: Row;
  /** Its place among all rows, from 0. */
  readonly index: number;
  /** Pixels above it, in the list. */
  readonly top: number;
  /** Told of its element, where rows are as high as their words. */
  readonly measure?: (row: HTMLTableRowElement | null) => void;
  readonly selected: boolean;
  /** Somebody else changed it a moment ago. */
  readonly changed: boolean;
  /** Where the tab key stops in it: at a cell (from 0), at the row itself ("row"), or not in it. */
  readonly stop: number | "row" | undefined;
}

/**
 * A row that the keyboard and a screen reader know. Scrolling draws dozens of these in a frame: plain elements with
 * Fluent's tokens, drawn again only when something of their own changes.
 */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, top, measure, selected, changed, stop, scheme, today } = props;
  const heading = row.type === "group";
  const words = heading
    ? groupWords(row.group, scheme, today)
    : actionWords(row.view, scheme, today);
  return (
    <tr
      ref={measure}
      className={look(row, selected, changed)}
      style={{ transform: `translateY(${top}px)` }}
      data-index={measure && index}
      aria-label={words.name}
      aria-rowindex={index + 2}
      aria-level={heading || row.under === undefined ? 1 : 2}
      aria-posinset={row.at}
      aria-setsize={row.of}
      aria-expanded={heading ? row.open : undefined}
      aria-current={selected || undefined}
      data-row={row.key}
      tabIndex={stop === "row" ? 0 : -1}
    >
      {cellsOf(props)}
    </tr>
  );
});

function cellsOf({ row, ...of }: GridRowProps): ReactNode {
  const stop = of.stop === "row" ? undefined : of.stop;
  return row.type === "group"
    ? groupCells(row, { ...of, stop })
    : actionCells(row, { ...of, stop });
}

function look(row: Row, selected: boolean, changed: boolean): string {
  const kind = row.type === "group" ? "plan-row-group" : "plan-row-action";
  return `plan-row ${kind}${selected ? " plan-row-selected" : ""}${changed ? " plan-row-changed" : ""}`;
}
