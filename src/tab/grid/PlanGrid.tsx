import type { IsoDate } from "#plan/iso-date.ts";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import type { Layout } from "#tab/layout/use-layout.ts";
import { useRef } from "react";
import type { Arrangement } from "#tab/arrange/arrangement.ts";
import type { Column } from "#tab/arrange/columns.ts";
import type { FoundByChecks } from "#tab/filter/found.ts";
import type { GridPlace } from "./grid-keys.ts";
import { GridRow } from "./GridRow.tsx";
import { GridShell } from "./GridShell.tsx";
import type { Row } from "#tab/rows/plan-rows.ts";
import { useGridKeys } from "./use-grid-keys.ts";
import { useRowHeight } from "./use-row-height.ts";
import { useRowsInView } from "./use-rows-in-view.ts";
import type { Turn } from "./use-still-rows.ts";

export interface PlanListProps {
  readonly rows: readonly Row[];
  readonly turn: Turn;
  readonly scheme: RatingScheme;
  readonly today: IsoDate;
  /** What the drawer shows: `action/12`. */
  readonly selected: string | undefined;
  /** Actions that somebody else changed a moment ago: `action/12`. */
  readonly changed: ReadonlySet<string>;
  /** What the checks found, by action; undefined until they have been run. */
  readonly found: FoundByChecks | undefined;
  readonly onOpen: (place: string) => void;
  readonly onFold: (key: string, open: boolean) => void;
}

export interface PlanGridProps extends PlanListProps {
  readonly layout: Layout;
  readonly columns: readonly Column[];
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
}

/** The plan as a tree grid: only the rows on the screen, and the one with the keyboard, are in the page. */
export function PlanGrid({ arrangement, onArrange, ...list }: PlanGridProps) {
  const { rows, scheme, today, found, layout, columns } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const height = useRowHeight(scroller, layout);
  const { focus, index: stop, ...on } = useGridKeys({ ...list, scroller, height });
  const inView = useRowsInView({ rows, turn: list.turn, height, scroller, keep: stop });
  return (
    <GridShell
      {...{ scroller, rows, columns, layout, arrangement, onArrange, on }}
      tall={rows.length * height}
    >
      {inView.map(({ id, row, index }) => (
        <GridRow
          key={id}
          {...{ row, index, columns, layout, scheme, today, found }}
          top={index * height}
          {...standing(list, row)}
          stop={stopIn(row, focus)}
        />
      ))}
    </GridShell>
  );
}

/** Whether a row is what the drawer shows, and whether somebody else changed it. */
export function standing({ selected, changed }: PlanListProps, { opens }: Row) {
  return {
    selected: opens !== undefined && selected === opens,
    changed: opens !== undefined && changed.has(opens),
  };
}

/** Where the tab key stops in a row: at a cell (from 0), at the row itself, or not in it. */
export function stopIn(row: Row, focus: GridPlace | undefined): number | "row" | undefined {
  if (focus?.row !== row.key) return undefined;
  return focus.cell ?? "row";
}
