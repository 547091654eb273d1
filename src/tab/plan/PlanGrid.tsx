import type { IsoDate } from "#plan/iso-date.ts";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import type { Layout } from "#tab/frame/use-layout.ts";
import { memo, type ReactNode, useMemo, useRef } from "react";
import { ActionRow } from "./ActionRow.tsx";
import { GridContext, type GridState } from "./grid-context.ts";
import { GridHead } from "./GridHead.tsx";
import type { Row } from "./plan-rows.ts";
import { RecommendationRow } from "./RecommendationRow.tsx";
import { useGridKeys } from "./use-grid-keys.ts";
import { useRowsInView } from "./use-rows-in-view.ts";
import "./grid.css";

export interface PlanListProps {
  readonly rows: readonly Row[];
  readonly scheme: RatingScheme;
  readonly today: IsoDate;
  /** The key of what the drawer shows. */
  readonly selected: string | undefined;
  /** Keys of actions that somebody else changed a moment ago. */
  readonly changed: ReadonlySet<string>;
  readonly onOpen: (key: string) => void;
  readonly onFold: (recommendationId: number, open: boolean) => void;
}

/** Pixels; every row has the same height, so that ten thousand need no measuring. */
const rowHeights = { wide: 52, narrow: 68, phone: 68 } satisfies Record<Layout, number>;

/** The plan as a tree grid: only the rows on the screen, and the one with the keyboard, are in the page. */
export function PlanGrid({ layout, ...list }: PlanListProps & { layout: Layout }) {
  const { rows, scheme, today, selected, changed } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const height = rowHeights[layout];
  const indexes = useIndexes(rows);
  const { focus, ...on } = useGridKeys({ ...list, indexes, layout, scroller, height });
  const keep = [focus?.row, selected].flatMap((key) => indexes.get(key ?? "") ?? []);
  const inView = useRowsInView({ rows, height, scroller, keep });
  return (
    <GridPlaces focus={focus} selected={selected}>
      <div ref={scroller} className={`plan-scroller plan-grid-${layout}`}>
        <table
          role="treegrid"
          aria-label="Recommendations and actions"
          aria-rowcount={rows.length + 1}
          className="plan-grid"
          tabIndex={-1}
          {...on}
        >
          <GridHead layout={layout} />
          <tbody style={{ height: inView.height }}>
            {inView.rows.map(({ index, start }) => {
              const row = rows[index];
              return (
                row && (
                  <RowAt
                    key={row.key}
                    {...{ row, index, start, layout, scheme, today }}
                    selected={selected === row.key}
                    changed={changed.has(row.key)}
                  />
                )
              );
            })}
          </tbody>
        </table>
      </div>
    </GridPlaces>
  );
}

/** Tells the rows in view where the keyboard stands; the value stays the same while that does. */
function GridPlaces({ focus, selected, children }: GridState & { children: ReactNode }) {
  const state = useMemo(() => ({ focus, selected }), [focus, selected]);
  return <GridContext value={state}>{children}</GridContext>;
}

/** Where each key is among the rows. */
function useIndexes(rows: readonly Row[]): ReadonlyMap<string, number> {
  return useMemo(() => new Map(rows.map(({ key }, index) => [key, index])), [rows]);
}

interface RowAtProps {
  readonly row: Row;
  readonly index: number;
  readonly start: number;
  readonly layout: Layout;
  readonly scheme: RatingScheme;
  readonly today: IsoDate;
  readonly selected: boolean;
  readonly changed: boolean;
}

/** Drawn again only when something of its own changes: scrolling draws the rows that come into view and no others. */
const RowAt = memo(function RowAt({ row, index, start, selected, changed, ...all }: RowAtProps) {
  const at = { index: index + 2, start };
  return row.type === "recommendation" ? (
    <RecommendationRow {...all} row={row} at={at} />
  ) : (
    <ActionRow {...all} row={row} at={at} selected={selected} changed={changed} />
  );
});
