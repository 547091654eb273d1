import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { linesOf } from "./clean-text.ts";

/** What stands over the findings of the regulator's report. */
export const findingsTitle = "Findings of the report";

/** The columns of the findings, as they are read back. */
export const findingColumns = [
  { heading: "Paragraph", weight: 10 },
  { heading: "Finding", weight: 72 },
  { heading: "Led to recommendations", weight: 18 },
];

/** A row for each finding: the lines of its cells. */
export function findingRows({
  findings = [],
}: PlanOnDate): readonly (readonly (readonly string[])[])[] {
  return findings.map(({ paragraph, text, recommendations }) => [
    linesOf(paragraph),
    linesOf(text),
    linesOf(recommendations.join(", ")),
  ]);
}
