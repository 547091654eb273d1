import type { ReactNode } from "react";
import { useGridState } from "./grid-context.ts";
import type { Row } from "./plan-rows.ts";

/** Where a row is drawn. */
export interface RowPlace {
  /** Its number in the whole grid, from 2: the head is 1. */
  readonly index: number;
  /** Pixels below the first. */
  readonly start: number;
}

interface GridRowProps {
  readonly row: Row;
  readonly at: RowPlace;
  readonly name: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A row that the keyboard and a screen reader know: level, place among its like, open or folded away. */
export function GridRow({ row, at, name, className, children }: GridRowProps) {
  const { focus, selected } = useGridState();
  const branch = row.type === "recommendation";
  return (
    <tr
      className={`plan-row ${className}`}
      style={{ transform: `translateY(${at.start}px)` }}
      aria-label={name}
      aria-rowindex={at.index}
      aria-level={branch ? 1 : 2}
      aria-posinset={row.at}
      aria-setsize={row.of}
      aria-expanded={branch ? row.open : undefined}
      aria-selected={selected === row.key}
      data-row={row.key}
      tabIndex={focus?.row === row.key && focus.cell === undefined ? 0 : -1}
    >
      {children}
    </tr>
  );
}

interface GridCellProps {
  readonly row: string;
  /** From 0. */
  readonly at: number;
  readonly className?: string;
  readonly title?: string | undefined;
  readonly span?: number;
  readonly children: ReactNode;
}

export function GridCell({ row, at, className = "", title, span, children }: GridCellProps) {
  const { focus } = useGridState();
  return (
    <td
      className={`plan-cell ${className}`}
      title={title}
      colSpan={span}
      data-cell={at}
      tabIndex={focus?.row === row && focus.cell === at ? 0 : -1}
    >
      {children}
    </td>
  );
}
