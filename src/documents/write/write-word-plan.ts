import type { FileChild } from "docx";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { titleOf } from "./about-plan.ts";
import { cleanText } from "./clean-text.ts";
import { printedAction } from "./printed-action.ts";
import { writeWordDocument } from "./word/document.ts";
import { contents, type Headed, markedHeading } from "./word/contents.ts";
import {
  cover,
  ratingKey,
  ratingKeyHeading,
  versionControl,
  versionsHeading,
} from "./word/front.ts";
import { findingColumns, findingRows, findingsTitle } from "./findings-table.ts";
import { bodyRow, headingRow, linesOfRow, tableOf, textCell } from "./word/table.ts";
import { columnsFor, headingOf, recommendationPart } from "./word/recommendation.ts";

export interface WordOptions {
  /**
   * Whether the contents are written with page numbers, reckoned by laying out every page: a second or two for 93
   * actions, so plans of more than 200 go without unless asked. Without, Word fills them in, after asking the reader;
   * other programs leave them out.
   */
  readonly pageNumbers?: boolean;
}

/**
 * The composite plan as a Word document (.docx) in the layout that boards know. Runs in Node and in the browser, and
 * what it writes `readPlanDocument` reads back.
 */
export async function writeWordPlan(
  plan: PlanOnDate,
  { pageNumbers = actionsIn(plan) <= mostReckoned }: WordOptions = {},
): Promise<Uint8Array> {
  const title = titleOf(plan);
  const { version } = plan.plan;
  return writeWordDocument({
    title,
    about: `The plan as it stood on ${plan.day}`,
    landscape: true,
    foot: version ? `${title}, version ${cleanText(version)}` : title,
    cover: true,
    ...(pageNumbers && { pageNumbers: await estimator() }),
    children: [
      ...cover(plan),
      ...contents(headingsOf(plan)),
      ...ratingKey(plan),
      ...versionControl(plan.versions),
      ...recommendationParts(plan),
      ...findingsPart(plan),
    ],
  });
}

const mostReckoned = 200;

const actionsHeading: Headed = { text: "Recommendations and actions", level: 1, mark: "Actions" };
const findingsHeading: Headed = { text: findingsTitle, level: 1, mark: "Findings" };

function headingsOf(plan: PlanOnDate): readonly Headed[] {
  return [
    ratingKeyHeading,
    ...(plan.versions.length > 0 ? [versionsHeading] : []),
    actionsHeading,
    ...plan.recommendations.map(({ recommendation }) => headingOf(recommendation)),
    ...(findingRows(plan).length > 0 ? [findingsHeading] : []),
  ];
}

function actionsIn({ recommendations }: PlanOnDate): number {
  return recommendations.reduce((sum, { actions }) => sum + actions.length, 0);
}

/** Larger than all the rest together, so loaded only when it is needed. */
async function estimator() {
  const { estimatePageNumbersWith } = await import("docx/layout");
  return estimatePageNumbersWith({ guess: true });
}

function recommendationParts(plan: PlanOnDate) {
  const printed = plan.recommendations.flatMap(({ actions }) =>
    actions.map((action) => printedAction(plan, action)),
  );
  const columns = columnsFor(printed);
  return [
    markedHeading(actionsHeading, { pageBreakBefore: true }),
    ...plan.recommendations.flatMap((each) => recommendationPart(plan, each, columns)),
  ];
}

function findingsPart(plan: PlanOnDate): readonly FileChild[] {
  const rows = findingRows(plan);
  if (rows.length === 0) return [];
  return [
    markedHeading(findingsHeading, { pageBreakBefore: true }),
    tableOf(findingColumns, [
      headingRow(findingColumns),
      ...rows.map((cells) =>
        bodyRow(
          cells.map((lines) => textCell(lines)),
          linesOfRow(findingColumns, cells),
        ),
      ),
    ]),
  ];
}
