import type { IsoDate } from "#plan/iso-date.ts";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import type { Layout } from "#tab/frame/use-layout.ts";
import { useRef } from "react";
import type { Arrangement } from "./arrangement.ts";
import { type Column, widthsOf } from "./columns.ts";
import type { FoundByChecks } from "./found.ts";
import { GridHead } from "./GridHead.tsx";
import type { GridPlace } from "./grid-keys.ts";
import { GridRow } from "./GridRow.tsx";
import type { Row } from "./plan-rows.ts";
import { useGridKeys } from "./use-grid-keys.ts";
import { useRowsInView } from "./use-rows-in-view.ts";
import "./grid.css";

export interface PlanListProps {
  readonly rows: readonly Row[];
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

interface PlanGridProps extends PlanListProps {
  readonly layout: Layout;
  readonly columns: readonly Column[];
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
}

/** Pixels; every row has the same height, so that ten thousand need no measuring. */
const rowHeights = { wide: 52, narrow: 68, phone: 68 } satisfies Record<Layout, number>;

/** The plan as a tree grid: only the rows on the screen, and the one with the keyboard, are in the page. */
export function PlanGrid({ arrangement, onArrange, ...list }: PlanGridProps) {
  const { rows, scheme, today, selected, changed, found, layout, columns } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const height = rowHeights[layout];
  const { focus, index: stop, ...on } = useGridKeys({ ...list, scroller, height });
  const inView = useRowsInView({ rows, height, scroller, keep: [stop] });
  return (
    <div
      ref={scroller}
      className={`plan-scroller plan-grid-${layout}`}
      style={{ "--columns": widthsOf(columns, layout) }}
    >
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
        <tbody style={{ height: rows.length * height }}>
          {inView.map(({ id, row, index }) => (
            <GridRow
              key={id}
              {...{ row, index, height, columns, layout, scheme, today, found }}
              selected={row.opens !== undefined && selected === row.opens}
              changed={row.opens !== undefined && changed.has(row.opens)}
              stop={stopIn(row, focus)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function stopIn(row: Row, focus: GridPlace | undefined): number | "row" | undefined {
  if (focus?.row !== row.key) return undefined;
  return focus.cell ?? "row";
}
