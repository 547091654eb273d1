import type { IsoDate } from "#plan/iso-date.ts";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import type { Layout } from "#tab/frame/use-layout.ts";
import { useMemo, useRef } from "react";
import { ActionRow } from "./ActionRow.tsx";
import { GridContext } from "./grid-context.ts";
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
  const { rows, selected } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const height = rowHeights[layout];
  const { focus, ...on } = useGridKeys({ ...list, layout, scroller, height });
  const keep = [focus?.row, selected];
  const inView = useRowsInView({ rows, height, scroller, keep });
  const state = useMemo(() => ({ focus, selected }), [focus, selected]);
  return (
    <GridContext value={state}>
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
            {inView.rows.map((at) => (
              <RowAt key={rows[at.index]?.key ?? at.index} {...list} layout={layout} {...at} />
            ))}
          </tbody>
        </table>
      </div>
    </GridContext>
  );
}

interface RowAtProps extends PlanListProps {
  readonly layout: Layout;
  readonly index: number;
  readonly start: number;
}

function RowAt({ rows, index, start, ...list }: RowAtProps) {
  const row = rows[index];
  if (!row) return null;
  const { scheme, layout, today, selected, changed } = list;
  const all = { scheme, layout, today, at: { index: index + 2, start } };
  return row.type === "recommendation" ? (
    <RecommendationRow {...all} row={row} />
  ) : (
    <ActionRow {...all} row={row} selected={selected === row.key} changed={changed.has(row.key)} />
  );
}
