import { type FileChild, Paragraph, type TableCell, type TableRow } from "docx";
import type { PlanOnDate, RecommendationOnDate } from "#plan/plan-on-date.ts";
import { linesOf } from "../clean-text.ts";
import { type PrintedAction, printedAction } from "../printed-action.ts";
import { ratingCell } from "./rating-cell.ts";
import type { Recommendation } from "#plan/plan.ts";
import { type Headed, markedHeading } from "./contents.ts";
import { noActionYet } from "../no-action-yet.ts";
import {
  bodyRow,
  type CellStyle,
  cellOf,
  headingRow,
  highestUnbroken,
  linesAcross,
  linesOfRow,
  rowAcross,
  tableOf,
  textCell,
} from "./table.ts";
import { linkedParagraphs } from "./links.ts";
import { labelled, paragraphsOf } from "./text.ts";

interface ActionColumn {
  readonly heading: string;
  readonly weight: number;
  readonly cell: (action: PrintedAction, style: CellStyle) => TableCell;
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
  return { heading, weight, words, cell: (action, style) => textCell(words(action), style) };
}

const progress: ActionColumn = {
  ...textColumn("Progress and evidence", 51, (action) => action.progress),
  cell: (action, style) => cellOf(linkedParagraphs(action.told, style), { style }),
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
  cell: ({ milestones, outcomeMeasure, measureOfSuccess, evidence }, style) =>
    cellOf(
      [
        ...(milestones.length > 0 ? paragraphsOf(milestones, { style }) : []),
        ...labelled("Outcome measure", outcomeMeasure, style),
        ...labelled("Measure of success", measureOfSuccess, style),
        ...labelled("Evidence", evidence, style),
      ],
      { style },
    ),
};

const inSomePlans = new Set([measures.heading, "Notes"]);

/** Over each recommendation, and in the contents. */
export function headingOf({ id, ref }: Recommendation): Headed {
  return {
    text: `Recommendation ${linesOf(ref).join(" ")}`,
    level: 2,
    mark: `Recommendation${id}`,
  };
}

/** In lines. A longer outcome stands once, above its table: repeated, it would take the pages from the actions. */
const longestRepeated = 4;

/** Heading, text, See-references and the table of actions between its outcome and its anticipated evidence. */
export function recommendationPart(
  plan: PlanOnDate,
  { recommendation, actions }: RecommendationOnDate,
  columns: readonly ActionColumn[],
): readonly FileChild[] {
  const { ref, text, paragraphs, addressees, theme, timescale } = recommendation;
  const see = paragraphs.flatMap(linesOf).join(" ");
  const outcome = linesOf(recommendation.outcome);
  const [first] = actions;
  const firstIsHigh =
    first !== undefined && linesOfAction(printedAction(plan, first), columns) > highestUnbroken;
  const isLong = linesAcross(outcome) > longestRepeated;
  return [
    markedHeading(headingOf(recommendation)),
    ...paragraphsOf(linesOf(text), { style: "RecommendationText" }),
    ...(see ? [new Paragraph({ style: "Beside", text: `(See ${see})` })] : []),
    ...labelled("Addressed to", oneLine(addressees), "Beside"),
    ...labelled("Theme", linesOf(theme), "Beside"),
    ...labelled("Timescale", linesOf(timescale), "Beside"),
    ...(isLong ? labelled("Outcome", outcome, "Beside") : []),
    tableOf(
      columns,
      [
        ...(isLong ? [] : outcomeRow(outcome, columns)),
        headingRow(columns, !firstIsHigh),
        ...actionRows(plan, { recommendation, actions }, columns),
      ],
      {
        description: `The actions under recommendation ${linesOf(ref).join(" ")}, each with who does it, by when, its progress and its rating`,
      },
    ),
  ];
}

function oneLine(names: readonly string[]): readonly string[] {
  const joined = names.flatMap(linesOf).join("; ");
  return joined ? [joined] : [];
}

function outcomeRow(outcome: readonly string[], columns: readonly ActionColumn[]) {
  if (outcome.length === 0) return [];
  const children = labelled("Outcome", outcome, "InTableKept");
  return [rowAcross(columns, { children, lines: linesAcross(outcome), repeated: true })];
}

/** The actions, then their anticipated evidence, which stays on the page of the last of them. */
function actionRows(
  plan: PlanOnDate,
  { recommendation, actions }: RecommendationOnDate,
  columns: readonly ActionColumn[],
): readonly TableRow[] {
  const evidence = linesOf(recommendation.anticipatedEvidence);
  const kept = evidence.length > 0 ? actions.at(-1) : undefined;
  const children = labelled("Anticipated evidence", evidence, "InTable");
  return [
    ...actions.map((each) => actionRow(printedAction(plan, each), columns, each === kept)),
    ...(actions.length === 0 ? [noActionRow(columns, evidence.length > 0)] : []),
    ...(evidence.length > 0
      ? [rowAcross(columns, { children, lines: linesAcross(evidence) })]
      : []),
  ];
}

function noActionRow(columns: readonly ActionColumn[], isKept: boolean): TableRow {
  const style = isKept ? "InTableKept" : "InTable";
  return rowAcross(columns, { children: paragraphsOf([noActionYet], { style }), lines: 1 });
}

/** A row that may break over pages is not kept with the next: it could only be so as a whole. */
function actionRow(action: PrintedAction, columns: readonly ActionColumn[], isKept: boolean) {
  const lines = linesOfAction(action, columns);
  const style = isKept && lines <= highestUnbroken ? "InTableKept" : "InTable";
  return bodyRow(
    columns.map(({ cell }) => cell(action, style)),
    lines,
  );
}

function linesOfAction(action: PrintedAction, columns: readonly ActionColumn[]): number {
  return linesOfRow(
    columns,
    columns.map(({ words }) => words(action)),
  );
}
