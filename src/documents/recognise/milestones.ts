import type { Paragraph } from "../model/blocks.ts";
import type { DraftAction } from "./draft.ts";

type MilestoneField = "milestones" | "outcomeMeasure" | "measureOfSuccess" | "evidence";

const labels: readonly (readonly [RegExp, MilestoneField])[] = [
  [/^(?:outcome|impact) (?:measure|indicator)s?\s*(?::|–|-|$)\s*/i, "outcomeMeasure"],
  [
    /^(?:measures? of success|success (?:measure|criteri)\w*)\s*(?::|–|-|$)\s*/i,
    "measureOfSuccess",
  ],
  [/^evidence\s*(?::|–|-|$)\s*/i, "evidence"],
  [/^milestones?\s*(?::|–|-|$)\s*/i, "milestones"],
];

/** Where a cell lost its line ends, a label with its colon still begins what belongs to it. */
const inLine =
  /\s+(?=(?:outcome measures?|measures? of success|success (?:measures?|criteria)|evidence|milestones?)\s*:)/i;

/** Labels inside a milestones cell begin what belongs to them; what stands before is the milestones. */
export function splitMilestones(paragraphs: readonly Paragraph[], action: DraftAction): void {
  let field: MilestoneField = "milestones";
  for (const line of paragraphs
    .flatMap((paragraph) => paragraph.text.split("\n"))
    .flatMap((words) => words.split(inLine))) {
    let words = line.trim();
    const label = labels.find(([pattern]) => pattern.test(words));
    if (label) {
      field = label[1];
      words = words.replace(label[0], "");
    }
    if (words) action[field].push(words);
  }
}
