import { ratingOf, type RatingId, type RatingScheme } from "#plan/rating-scheme.ts";
import { ratingsShown, type RatingCounts } from "#plan/summary.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { ResponsiveContainer, VerticalStackedBarChart } from "@fluentui/react-charts";
import { type KeyboardEvent, useSyncExternalStore } from "react";
import { axisSteps, axisTop } from "./axis.ts";
import { PartRead } from "./PartRead.tsx";
import { RatingKey } from "./RatingKey.tsx";

/** A column: when, and how many actions of each rating. */
export interface RatingColumn {
  /** Under it: "22 Oct". */
  readonly name: string;
  readonly counts: RatingCounts;
}

interface RatingColumnsProps {
  readonly title: string;
  readonly scheme: RatingScheme;
  readonly columns: readonly RatingColumn[];
  /** A part of a column was chosen. */
  readonly onShow: (column: number, rating: RatingId) => void;
}

/** Stacked columns, best rating at the foot. Chunk of its own: Fluent's charts weigh as much as the first screen. */
export function RatingColumns({ title, scheme, columns, onShow }: RatingColumnsProps) {
  const ids = ratingsShown(
    scheme,
    columns.map(({ counts }) => counts),
  );
  const fills = useFills();
  const highest = axisTop(Math.max(...columns.map(({ counts }) => sum(counts))));
  const data = chartData({ scheme, columns, onShow }, { ids, fills });
  return (
    <div className="chart-columns">
      <Patterns />
      <PartRead>
        <ResponsiveContainer height={220}>
          <VerticalStackedBarChart
            chartTitle={title}
            svgProps={{ onKeyDown: pressed }}
            data={data}
            height={220}
            hideLegend
            barWidth={32}
            maxBarWidth={32}
            barGapMax={2}
            yMinValue={0}
            yMaxValue={highest}
            yAxisTickCount={axisSteps}
            margins={{ left: 40, right: 8, top: 20, bottom: 30 }}
            onBarClick={(_, point) => {
              if ("onShow" in point && typeof point.onShow === "function") point.onShow();
            }}
          />
        </ResponsiveContainer>
      </PartRead>
      <RatingKey scheme={scheme} ids={ids} />
    </div>
  );
}

/** What Fluent's chart draws of them, each part with its words for a screen reader. */
function chartData(
  { scheme, columns, onShow }: Omit<RatingColumnsProps, "title">,
  { ids, fills }: { readonly ids: readonly RatingId[]; readonly fills: typeof colours },
) {
  return columns.map(({ name, counts }, column) => ({
    xAxisPoint: name,
    stackCallOutAccessibilityData: { ariaLabel: `${name}: ${sum(counts)}` },
    chartData: ids.map((id) => {
      const { name: legend, colour } = ratingOf(scheme, id);
      const count = counts.get(id) ?? 0;
      return {
        legend,
        data: count,
        color: fills[colour],
        xAxisCalloutData: name,
        callOutAccessibilityData: { ariaLabel: `${name}, ${legend}: ${count}` },
        onShow: () => onShow(column, id),
      };
    }),
  }));
}

function sum(counts: RatingCounts): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}

/** The parts of a column take the focus, and only the mouse presses them: Enter and the space bar do too. */
function pressed(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof SVGElement) || (key !== "Enter" && key !== " ")) return;
  event.preventDefault();
  target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
}

const colours = {
  blue: "var(--rating-blue)",
  green: "var(--rating-green)",
  amber: "var(--rating-amber)",
  red: "var(--rating-red)",
  none: "var(--rating-none)",
};
const patterns = {
  blue: "var(--rating-blue)",
  green: "url(#chart-green)",
  amber: "url(#chart-amber)",
  red: "url(#chart-red)",
  none: "var(--rating-none)",
};

const forced = window.matchMedia("(forced-colors: active)");

function onForced(listener: () => void): () => void {
  forced.addEventListener("change", listener);
  return () => forced.removeEventListener("change", listener);
}

/** In high contrast, Teams' or the system's, there is one colour, so each rating has a pattern. */
function useFills(): typeof colours {
  const { host } = usePorts();
  const theme = useSyncExternalStore(host.themes.subscribe, host.themes.current);
  const isForced = useSyncExternalStore(onForced, () => forced.matches);
  return theme === "contrast" || isForced ? patterns : colours;
}

function Patterns() {
  const ink = "var(--colorNeutralForeground1)";
  return (
    <svg className="chart-patterns" aria-hidden focusable="false">
      <defs>
        <pattern id="chart-green" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="2" height="5" fill={ink} />
        </pattern>
        <pattern
          id="chart-amber"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="3" height="6" fill={ink} />
        </pattern>
        <pattern id="chart-red" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="1.5" fill={ink} />
        </pattern>
      </defs>
    </svg>
  );
}
