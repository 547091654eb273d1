import { type FileChild, HeadingLevel, Paragraph } from "docx";
import type { PlanVersion } from "#plan/plan.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { notRated, type Rating } from "#plan/rating-scheme.ts";
import { aboutPlan, titleOf, versionColumns } from "../about-plan.ts";
import { cleanText, linesOf } from "../clean-text.ts";
import { lookOf } from "../rating-look.ts";
import { bodyRow, cellOf, headingRow, linesOfRow, tableOf, textCell } from "./table.ts";
import { type Headed, markedHeading } from "./contents.ts";
import { ratingName } from "./rating-name.ts";

export function cover(plan: PlanOnDate): readonly FileChild[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: titleOf(plan) }),
    ...aboutPlan(plan).map((text) => new Paragraph({ style: "CoverLine", text })),
  ];
}

export const ratingKeyHeading: Headed = { text: "Rating key", level: 1, mark: "RatingKey" };
export const versionsHeading: Headed = { text: "Version control", level: 1, mark: "Versions" };

export function ratingKey({ plan }: PlanOnDate): readonly FileChild[] {
  const columns = [
    { heading: "Rating", weight: 20 },
    { heading: "What it means", weight: 80 },
  ];
  return [
    markedHeading(ratingKeyHeading, { pageBreakBefore: true }),
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
  const columns = versionColumns(versions).map((column) => ({ ...column, weight: column.width }));
  const rows = versions.map((version) => columns.map(({ lines }) => lines(version)));
  return [
    markedHeading(versionsHeading),
    tableOf(columns, [
      headingRow(columns),
      ...rows.map((cells) =>
        bodyRow(
          cells.map((each) => textCell(each)),
          linesOfRow(columns, cells),
        ),
      ),
    ]),
  ];
}
