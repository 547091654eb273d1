import { type FileChild, HeadingLevel, Paragraph } from "docx";
import type { PlanOnDate, RecommendationOnDate } from "#plan/plan-on-date.ts";
import { linesOf } from "../clean-text.ts";
import { type PrintedAction, printedAction } from "../printed-action.ts";
import { ratingCell } from "./rating-cell.ts";
import { bodyRow, cellOf, headingRow, linesOfRow, rowAcross, tableOf, textCell } from "./table.ts";
import { linkedParagraphs } from "./links.ts";
import { labelled, paragraphsOf } from "./text.ts";

interface ActionColumn {
  readonly heading: string;
  readonly weight: number;
  readonly cell: (action: PrintedAction) => ReturnType<typeof textCell>;
  readonly words: (action: PrintedAction) => readonly string[];
}

/** The columns of every table in this document: those that only some plans fill stand where one action fills them. */
export function columnsFor(actions: readonly PrintedAction[]): readonly ActionColumn[] {
  return [
    textColumn("Agency", 13, ({ agency }) => agency),
    textColumn("Action", 33, ({ text }) => text),
    textColumn("Lead officers and key personnel", 18, ({ leads }) => leads),
    textColumn("Due date", 14, ({ due }) => due),
    measures,
    progress,
    textColumn("Notes", 18, ({ notes }) => notes),
    { heading: "Rating", weight: 12, cell: ratingCell, words: () => [] },
  ].filter(
    (column) =>
      !inSomePlans.has(column.heading) || actions.some((each) => column.words(each).length > 0),
  );
}

function textColumn(
  heading: string,
  weight: number,
  words: (action: PrintedAction) => readonly string[],
): ActionColumn {
  return { heading, weight, words, cell: (action) => textCell(words(action)) };
}

const progress: ActionColumn = {
  ...textColumn("Progress and evidence", 51, (action) => action.progress),
  cell: (action) => cellOf(linkedParagraphs(action.told)),
};

const measures: ActionColumn = {
  heading: "Milestones and measures",
  weight: 22,
  words: ({ milestones, outcomeMeasure, measureOfSuccess, evidence }) => [
    ...milestones,
    ...outcomeMeasure,
    ...measureOfSuccess,
    ...evidence,
  ],
  cell: ({ milestones, outcomeMeasure, measureOfSuccess, evidence }) =>
    cellOf([
      ...(milestones.length > 0 ? paragraphsOf(milestones, { style: "InTable" }) : []),
      ...labelled("Outcome measure", outcomeMeasure, "InTable"),
      ...labelled("Measure of success", measureOfSuccess, "InTable"),
      ...labelled("Evidence", evidence, "InTable"),
    ]),
};

const inSomePlans = new Set([measures.heading, "Notes"]);

/** Heading, text, See-references and the table of actions between its outcome and its anticipated evidence. */
export function recommendationPart(
  plan: PlanOnDate,
  { recommendation, actions }: RecommendationOnDate,
  columns: readonly ActionColumn[],
): readonly FileChild[] {
  const { ref, text, paragraphs, addressees, theme, timescale } = recommendation;
  const see = paragraphs.flatMap(linesOf).join(" ");
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      text: `Recommendation ${linesOf(ref).join(" ")}`,
    }),
    ...paragraphsOf(linesOf(text), { style: "RecommendationText" }),
    ...(see ? [new Paragraph({ style: "Beside", text: `(See ${see})` })] : []),
    ...labelled("Addressed to", oneLine(addressees), "Beside"),
    ...labelled("Theme", linesOf(theme), "Beside"),
    ...labelled("Timescale", linesOf(timescale), "Beside"),
    actionTable(plan, { recommendation, actions }, columns),
  ];
}

function oneLine(names: readonly string[]): readonly string[] {
  const joined = names.flatMap(linesOf).join("; ");
  return joined ? [joined] : [];
}

function actionTable(
  plan: PlanOnDate,
  { recommendation, actions }: RecommendationOnDate,
  columns: readonly ActionColumn[],
) {
  const outcome = labelled("Outcome", linesOf(recommendation.outcome), "InTable");
  const evidence = labelled(
    "Anticipated evidence",
    linesOf(recommendation.anticipatedEvidence),
    "InTable",
  );
  const rows = [
    ...(outcome.length > 0 ? [rowAcross(columns, outcome, { repeated: true })] : []),
    headingRow(columns),
    ...actions.map((each) => actionRow(printedAction(plan, each), columns)),
    ...(evidence.length > 0 ? [rowAcross(columns, evidence)] : []),
  ];
  const description = `The actions under recommendation ${linesOf(recommendation.ref).join(" ")}, each with who does it, by when, its progress and its rating`;
  return tableOf(columns, rows, { description });
}

function actionRow(action: PrintedAction, columns: readonly ActionColumn[]) {
  const texts = columns.map(({ words }) => words(action));
  return bodyRow(
    columns.map(({ cell }) => cell(action)),
    linesOfRow(columns, texts),
  );
}
