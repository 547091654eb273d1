import { Paragraph } from "docx";
import { ChartRun } from "docx/charts";
import { ratingOf, type RatingId, type RatingScheme } from "#plan/rating-scheme.ts";
import type { RatingCounts } from "#plan/summary.ts";
import { cleanText } from "../clean-text.ts";
import { clipText } from "../clip-text.ts";
import { lookOf } from "../rating-look.ts";

export interface ChartRow {
  readonly name: string;
  readonly counts: RatingCounts;
}

/** Pixels. */
const [width, rowHeight, around] = [660, 22, 46];

/** In characters; a name that wraps would push its neighbours off the axis. The table below has it in full. */
const longestName = 18;

/** Light enough for dark letters. */
const noColour = { fill: "D9D9D9", ink: "000000" };

/**
 * A bar a row, stacked by rating, as a chart that Word can edit. Each part has the rating's letter beside its number, so
 * that colour is never the only sign; the numbers are its alternative text too.
 */
export function ratingChart(
  scheme: RatingScheme,
  ids: readonly RatingId[],
  rows: readonly ChartRow[],
): Paragraph {
  const longest = Math.max(1, ...rows.map(({ counts }) => total(counts)));
  return new Paragraph({
    spacing: { after: 80 },
    children: [
      new ChartRun({
        type: "bar",
        stacking: "stacked",
        transformation: { width, height: rows.length * rowHeight + around },
        gapWidth: 30,
        categories: rows.map(({ name }) => clipText(cleanText(name), longestName)),
        // Word begins a bar chart at the foot.
        categoryAxis: { reverseOrder: true },
        valueAxis: { visible: false, gridlines: false },
        chartArea: { border: "none" },
        altText: {
          name: "Rating by agency",
          title: "Rating by agency",
          description: inWords(scheme, ids, rows),
        },
        series: ids.map((id) => {
          const { name, letter, colour } = ratingOf(scheme, id);
          const look = lookOf(colour) ?? noColour;
          return {
            name: cleanText(name),
            values: rows.map(({ counts }) => counts.get(id) ?? 0),
            color: look.fill,
            dataLabels: {
              value: true,
              position: "center",
              numberFormat: labelFormat(letter, longest),
              font: { size: 8, color: look.ink, bold: true },
            },
          };
        }),
      }),
    ],
  });
}

/** Shares of the longest bar that "B 4" and "B" need at 8 points; what is narrower says it in the table below alone. */
const [labelShare, letterShare] = [0.05, 0.02];

/** As spreadsheets format numbers: by conditions, so that no label runs into its neighbour. */
function labelFormat(letter: string, longest: number): string {
  const sign = cleanText(letter).replaceAll('"', "");
  const atLeast = (share: number) => Math.max(1, Math.ceil(longest * share));
  return `[>=${atLeast(labelShare)}]"${sign} "0;[>=${atLeast(letterShare)}]"${sign}";""`;
}

function total(counts: RatingCounts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** "ICB: 4 Blue, 11 Green. MVHT: 2 Amber." */
function inWords(
  scheme: RatingScheme,
  ids: readonly RatingId[],
  rows: readonly ChartRow[],
): string {
  return rows
    .map(({ name, counts }) => {
      const parts = ids.flatMap((id) => {
        const count = counts.get(id) ?? 0;
        return count > 0 ? `${count} ${ratingOf(scheme, id).name}` : [];
      });
      return cleanText(`${name}: ${parts.join(", ")}.`);
    })
    .join(" ");
}
