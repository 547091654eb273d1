import type { Cell, Row } from "../model/blocks.ts";
import { paragraphsOf, rowText, textOf } from "../model/cell-text.ts";
import type { ColumnMeaning } from "../column-meaning.ts";
import type { Column, Columns } from "./column-headings.ts";
import { type DraftAction, type DraftRecommendation, draftAction } from "./draft.ts";
import { linesOf, ratingMark } from "./rating-marks.ts";
import { readRecommendationColumns, recommendationMeanings } from "./recommendation-columns.ts";
import { isStruckOut, withStruckWords } from "../model/struck.ts";
import { addLinks, linksIn } from "./links.ts";
import { splitMilestones } from "./milestones.ts";
import { takeStanding } from "./standing.ts";
import { takeRecommendation } from "./recommendation-in-action.ts";
import {
  cellOf,
  countsUp,
  isActionStruckOut,
  isRestOfAction,
  linesThatGroup,
  namesRecommendation,
} from "./row-kinds.ts";
import type { PlacedCell, RowPorts } from "./row-ports.ts";

/** Makes actions of a plan table's rows. */
export class ActionRows {
  private readonly ports: RowPorts;
  private agency: string | undefined;
  private lastRecommendation: DraftRecommendation | undefined;
  private lastActionCell: Cell | undefined;
  /** Whose action was struck out in the row above, until the next one begins. */
  private belowStruck: DraftRecommendation | undefined;

  constructor(ports: RowPorts) {
    this.ports = ports;
  }

  /** True where these columns name the recommendations themselves. */
  hasRecommendations(columns: Columns | undefined): boolean {
    const meanings = [...(columns?.values() ?? [])].map((column) => column.meaning);
    return meanings.some((meaning) => recommendationMeanings.has(meaning));
  }

  read(row: Row, columns: Columns, where: string): void {
    const printed = this.place(row, columns, where);
    if (isActionStruckOut(row, printed)) {
      this.readStruckOut(row, printed, where);
      return;
    }
    this.readLive(row, printed, where);
  }

  /** Who and what a withdrawn action was for may be printed in its row alone, and meant for the rows below it too. */
  private readStruckOut(row: Row, printed: readonly PlacedCell[], where: string): void {
    if (rowText(row))
      this.ports.problems.push({
        where,
        what: `Its action is struck through, so the row was not taken over: ${rowText(row)}`,
      });
    const before = printed.map((each) => ({ ...each, cell: withStruckWords(each.cell) }));
    const known = this.ports.current();
    const recommendation = readRecommendationColumns(before, where, this.ports);
    if (recommendation !== known && !namesRecommendation(printed))
      recommendation.isStruckOut = true;
    if (recommendation !== this.lastRecommendation) this.agency = undefined;
    this.lastRecommendation = recommendation;
    this.lastActionCell = undefined;
    this.belowStruck = recommendation;
    const agency = cellOf(before, "agency");
    this.agency = (agency && textOf(agency)) || this.agency;
  }

  private readLive(row: Row, whole: readonly PlacedCell[], where: string): void {
    if (whole.every(({ cell }) => !textOf(cell))) return;
    if (countsUp(whole)) {
      this.ports.problems.push({
        where,
        what: `Counts other rows, and is no action: ${rowText(row)}`,
      });
      return;
    }
    const grouping = linesThatGroup(whole, row);
    if (grouping) {
      this.ports.groups(grouping);
      return;
    }
    const numbered = this.withActionNumber(whole, row);
    const { placed, named } = this.isRest(row, numbered)
      ? { placed: numbered, named: undefined }
      : takeRecommendation(numbered);
    const recommendation = readRecommendationColumns(placed, where, this.ports, named);
    if (recommendation !== this.lastRecommendation) this.agency = undefined;
    this.lastRecommendation = recommendation;
    this.readAction(row, placed, recommendation, where);
  }

  /** At the top of a page, what stands alone under actions is the rest of the last one above. */
  private isRest(row: Row, placed: readonly PlacedCell[]): boolean {
    const printed = placed.filter(({ cell }) => textOf(cell));
    const isOnlyAction = printed.every(({ column }) => column.meaning === "action");
    return row.beginsPage === true && isOnlyAction && this.lastActionCell !== undefined;
  }

  /** A line across the table says whose actions follow. */
  beginAgency(name: string): void {
    this.lastRecommendation = this.ports.current();
    this.agency = name;
  }

  /** Where the recommendation is carried down, another number beside it is the action's. */
  private withActionNumber(placed: readonly PlacedCell[], row: Row): readonly PlacedCell[] {
    const recommendation = cellOf(placed, "recommendation");
    const current = this.ports.current();
    if (!recommendation || !current || current.text.length === 0) return placed;
    const isCarried = recommendation.row < row.number || textOf(recommendation) === "";
    if (!isCarried) return placed;
    return placed.map((each) => {
      const isOther = each.column.meaning === "ref" && textOf(each.cell) !== current.ref;
      return isOther && textOf(each.cell) && each.cell.row === row.number
        ? { ...each, column: { ...each.column, meaning: "unfamiliar" } }
        : each;
    });
  }

  /** Cells with their columns; a cell under no heading is reported with its words. */
  private place(row: Row, columns: Columns, where: string): PlacedCell[] {
    return row.cells.flatMap((cell) => {
      const column = columns.get(cell.column) ?? columnLeftOf(columns, cell.column);
      if (column) return [{ cell, column }];
      const words = textOf(cell);
      if (words) this.ports.problems.push({ where, what: `Stands under no heading: ${words}` });
      return [];
    });
  }

  private readAction(
    row: Row,
    placed: readonly PlacedCell[],
    recommendation: DraftRecommendation,
    where: string,
  ): void {
    const ofAction = placed.filter(({ column }) => !recommendationMeanings.has(column.meaning));
    const actionCell = cellOf(ofAction, "action");
    const goesOn = this.goesOn(row, ofAction, actionCell, recommendation);
    const printed = ofAction.filter(({ cell }) => textOf(cell));
    if (printed.length === 0) return;
    if (this.belowStruck === recommendation && isRestOfAction(row, ofAction)) {
      const what = `Goes on with an action that is struck through, and was not taken over: ${rowText(row)}`;
      this.ports.problems.push({ where, what });
      return;
    }
    this.belowStruck = undefined;
    const previous = recommendation.actions.at(-1);
    const action = goesOn && previous ? previous : draftAction(where);
    if (action !== previous) {
      recommendation.actions.push(action);
      if (!actionCell) action.onlyStatus = true;
      this.carryAgency(ofAction, action, recommendation);
    }
    const fresh =
      action === previous ? ofAction.filter(({ cell }) => cell.row === row.number) : ofAction;
    for (const each of fresh) fill(action, each);
    this.lastActionCell = actionCell;
  }

  /** One action may take several rows: its words merged down over them, or a row that goes on with it. */
  private goesOn(
    row: Row,
    placed: readonly PlacedCell[],
    actionCell: Cell | undefined,
    recommendation: DraftRecommendation,
  ): boolean {
    if (recommendation.actions.length === 0) return false;
    if (actionCell && actionCell.row < row.number && actionCell.row === this.lastActionCell?.row) {
      return textOf(actionCell) !== "";
    }
    return isRestOfAction(row, placed);
  }

  /** An agency is printed once and meant for the rows below it too. */
  private carryAgency(
    placed: readonly PlacedCell[],
    action: DraftAction,
    recommendation: DraftRecommendation,
  ): void {
    const cell = cellOf(placed, "agency");
    if (cell && isStruckOut(cell)) {
      this.agency = undefined;
      return;
    }
    this.agency = (cell && textOf(cell)) || this.agency;
    this.agency ??=
      recommendation.addressees.length > 0 ? recommendation.addressees.join("\n") : undefined;
    this.agency ??= recommendation.sectionAgency;
    if (this.agency !== undefined) action.agency = this.agency;
  }
}

/** A cell may begin between two headings where the grid is finer than the columns. */
function columnLeftOf(columns: Columns, at: number): Column | undefined {
  const left = [...columns.keys()].filter((each) => each < at);
  return left.length > 0 ? columns.get(Math.max(...left)) : undefined;
}

const fields: Partial<Record<ColumnMeaning, (action: DraftAction) => string[]>> = {
  action: (action) => action.text,
  outcomeMeasure: (action) => action.outcomeMeasure,
  measureOfSuccess: (action) => action.measureOfSuccess,
  evidence: (action) => action.evidence,
  due: (action) => action.due,
  status: (action) => action.status,
  progress: (action) => action.progress,
};

function fill(action: DraftAction, { cell, column }: PlacedCell): void {
  const words = textOf(cell);
  addLinks(action, linksIn(cell));
  if (takeStanding(action, { cell, column })) return;
  if (column.rated) action.marks.push(ratingMark(cell, column.meaning));
  if (!words || column.meaning === "agency") return;
  const field = fields[column.meaning];
  if (field) field(action).push(words);
  else if (column.meaning === "lead") action.leads.push(...linesOf(cell));
  else if (column.meaning === "milestones") splitMilestones(paragraphsOf(cell), action);
  else if (/^notes(?: \(continued\))?$/i.test(column.heading)) action.notes.push(words);
  else if (column.meaning === "rating") action.ratingWords.push(words);
  else action.notes.push(`${column.heading}: ${words}`.replace(/^: /, ""));
}
