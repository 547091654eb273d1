import { AlignmentType, Paragraph, type Table, type TableCell, TextRun } from "docx";
import { formatDate } from "#plan/iso-date.ts";
import type { HighlightReport } from "#plan/papers.ts";
import { ratingOf } from "#plan/rating-scheme.ts";
import type { RatingCounts } from "#plan/summary.ts";
import { cleanText } from "../clean-text.ts";
import { uprightWidth } from "./paper.ts";
import { bodyRow, cellOf, headingRow, tableOf } from "./table.ts";

interface Counts extends Pick<
  HighlightReport,
  "plan" | "since" | "ratings" | "earlier" | "present"
> {
  readonly agencies: readonly {
    readonly agency: { readonly shortName: string };
    readonly all: number;
    readonly counts: RatingCounts;
  }[];
}

/** The numbers behind the chart, and how all of them moved since. */
export function countsTable({ plan, since, ratings, earlier, present, agencies }: Counts): Table {
  const names = ratings.map((id) => ratingOf(plan.plan.scheme, id).name);
  const columns = [
    { heading: "Agency", weight: 34 },
    ...[...names, "All"].map((heading) => ({ heading: cleanText(heading), weight: 11 })),
  ];
  const row = (name: string, counts: RatingCounts, all: number, bold = false) =>
    bodyRow(
      [
        cell(name, { bold }),
        ...ratings.map((id) => cell(String(counts.get(id) ?? 0), { bold, number: true })),
        cell(String(all), { bold: true, number: true }),
      ],
      0,
    );
  return tableOf(
    columns,
    [
      headingRow(columns),
      ...agencies.map(({ agency, counts, all }) => row(agency.shortName, counts, all)),
      row(`All on ${formatDate(since)}`, earlier, sum(earlier), true),
      row(`All on ${formatDate(plan.day)}`, present, sum(present), true),
    ],
    { width: uprightWidth },
  );
}

function sum(counts: RatingCounts): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}

function cell(
  words: string,
  { bold = false, number = false }: { readonly bold?: boolean; readonly number?: boolean },
): TableCell {
  return cellOf([
    new Paragraph({
      style: "InTable",
      alignment: number ? AlignmentType.RIGHT : AlignmentType.LEFT,
      spacing: { after: 0 },
      children: [new TextRun({ text: cleanText(words), bold })],
    }),
  ]);
}
