import { type FileChild, HeadingLevel, PageBreak, Paragraph, TableOfContents, TextRun } from "docx";
import type { PlanVersion } from "#plan/plan.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { notRated, type Rating } from "#plan/rating-scheme.ts";
import { aboutPlan, titleOf, versionHeadings, versionRows } from "../about-plan.ts";
import { cleanText, linesOf } from "../clean-text.ts";
import { lookOf } from "../rating-look.ts";
import { bodyRow, cellOf, headingRow, linesOfRow, tableOf, textCell } from "./table.ts";
import { ratingName } from "./rating-name.ts";

export function cover(plan: PlanOnDate): readonly FileChild[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: titleOf(plan) }),
    ...aboutPlan(plan).map((text) => new Paragraph({ style: "CoverLine", text })),
  ];
}

export function contents(): readonly FileChild[] {
  return [
    new Paragraph({ style: "FrontHeading", children: [new PageBreak(), new TextRun("Contents")] }),
    new TableOfContents("Contents", { hyperlink: true, headingStyleRange: "1-2" }),
  ];
}

export function ratingKey({ plan }: PlanOnDate): readonly FileChild[] {
  const columns = [
    { heading: "Rating", weight: 20 },
    { heading: "What it means", weight: 80 },
  ];
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: "Rating key", pageBreakBefore: true }),
    tableOf(columns, [headingRow(columns), ...plan.scheme.ratings.map(keyRow)]),
    new Paragraph({
      spacing: { before: 100 },
      text: `Each rating is shown by colour, letter and name. ${notRated.letter} is an action that nobody has rated. Where the agency and the peer-challenge group differ, both are shown.`,
    }),
  ];
}

function keyRow(rating: Rating) {
  const look = lookOf(rating.colour);
  return bodyRow(
    [
      cellOf([ratingName(cleanText(rating.name), look)], { look }),
      textCell(linesOf(rating.definition)),
    ],
    0,
  );
}

export function versionControl(versions: readonly PlanVersion[]): readonly FileChild[] {
  if (versions.length === 0) return [];
  const weights = [10, 18, 27, 45, 27];
  const columns = versionHeadings(versions).map((heading, index) => ({
    heading,
    weight: weights[index] ?? 0,
  }));
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: "Version control" }),
    tableOf(columns, [
      headingRow(columns),
      ...versionRows(versions).map((cells) =>
        bodyRow(cells.map(textCell), linesOfRow(columns, cells)),
      ),
    ]),
  ];
}
