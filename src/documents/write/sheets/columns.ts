import { dayOf, formatDate, type IsoDate } from "#plan/iso-date.ts";
import type { ActionOnDate, PlanOnDate, RecommendationOnDate } from "#plan/plan-on-date.ts";
import type { Recommendation } from "#plan/plan.ts";
import { linesOf } from "../clean-text.ts";
import { evidenceWords } from "../progress-lines.ts";
import { derivedHeadings } from "../derived-headings.ts";
import { type PrintedAction, printedAction } from "../printed-action.ts";

/** A text of several lines, or a day. */
export type SheetValue = string | { readonly day: IsoDate };

export interface SheetRow {
  readonly recommendation: Recommendation;
  /** Absent in the row of a recommendation that has no action. */
  readonly action?: PrintedAction;
  readonly lastSaid?: IsoDate | undefined;
}

export interface SheetColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** Holds the name of a rating. */
  readonly rated?: boolean;
  readonly value: (row: SheetRow) => SheetValue;
}

/** One action a row, in the order of the plan. */
export function sheetRows(plan: PlanOnDate): readonly SheetRow[] {
  return plan.recommendations.flatMap(({ recommendation, actions }: RecommendationOnDate) =>
    actions.length > 0
      ? actions.map((shown) => rowOf(plan, recommendation, shown))
      : [{ recommendation }],
  );
}

function rowOf(plan: PlanOnDate, recommendation: Recommendation, shown: ActionOnDate): SheetRow {
  const { lastUpdate } = shown.state;
  return {
    recommendation,
    action: printedAction(plan, shown),
    lastSaid: lastUpdate === undefined ? undefined : dayOf(lastUpdate),
  };
}

/** Every field of a plan, then what only repeats it for sorting and filtering. */
export const sheetColumns: readonly SheetColumn[] = [
  ofRecommendation("Ref", 8, ({ ref }) => [ref]),
  ofRecommendation("Recommendation", 40, ({ text }) => [text]),
  ofRecommendation("Report paragraphs", 14, ({ paragraphs }) => paragraphs),
  ofRecommendation("Theme", 18, ({ theme }) => [theme]),
  ofRecommendation("Timescale", 16, ({ timescale }) => [timescale]),
  ofRecommendation("Addressees", 24, ({ addressees }) => addressees),
  ofRecommendation("Outcome", 30, ({ outcome }) => [outcome]),
  ofRecommendation("Anticipated evidence", 30, ({ anticipatedEvidence }) => [anticipatedEvidence]),
  ofAction("Agency", 18, ({ agency }) => agency),
  ofAction("Action", 48, ({ text }) => text),
  ofAction("Lead officers and key personnel", 28, ({ leads }) => leads),
  { heading: "Due date", width: 20, value: ({ action }) => (action ? dueValue(action) : "") },
  ofAction("Milestones", 28, ({ milestones }) => milestones),
  ofAction("Outcome measure", 28, ({ outcomeMeasure }) => outcomeMeasure),
  ofAction("Measure of success", 28, ({ measureOfSuccess }) => measureOfSuccess),
  ofAction("Evidence", 28, ({ evidence }) => evidence),
  ofAction("Progress and evidence", 90, ({ progress }) => progress),
  ofAction("Notes", 28, ({ notes }) => notes),
  { ...ofAction("Rating", 14, ({ rating }) => [rating.name]), rated: true },
  { ...ofAction(derivedHeadings.proposed, 14, ({ proposed }) => [proposed.name]), rated: true },
  {
    ...ofAction(derivedHeadings.agreed, 14, ({ agreed }) => [agreed?.name]),
    rated: true,
  },
  ofAction(derivedHeadings.closed, 12, ({ closed }) => [closed ? "Yes" : "No"]),
  { heading: derivedHeadings.due, width: 20, value: ({ action }) => dayValue(action?.dueDay) },
  { heading: derivedHeadings.lastSaid, width: 20, value: ({ lastSaid }) => dayValue(lastSaid) },
  ofAction(derivedHeadings.links, 40, ({ links }) =>
    links.map((link) => `${evidenceWords(link)} ${link.url}`),
  ),
];

function ofRecommendation(
  heading: string,
  width: number,
  lines: (recommendation: Recommendation) => readonly (string | undefined)[],
): SheetColumn {
  return { heading, width, value: ({ recommendation }) => joined(lines(recommendation)) };
}

function ofAction(
  heading: string,
  width: number,
  lines: (action: PrintedAction) => readonly (string | undefined)[],
): SheetColumn {
  return { heading, width, value: ({ action }) => (action ? joined(lines(action)) : "") };
}

/** A real date where nothing else is printed, so that it sorts and filters as one. */
function dueValue({ due, dueDay }: PrintedAction): SheetValue {
  const [only, ...others] = due;
  return dueDay && others.length === 0 && only === formatDate(dueDay)
    ? { day: dueDay }
    : due.join("\n");
}

function dayValue(day: IsoDate | undefined): SheetValue {
  return day ? { day } : "";
}

function joined(lines: readonly (string | undefined)[]): string {
  return lines.flatMap(linesOf).join("\n");
}
