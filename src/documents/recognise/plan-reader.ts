import type { DocumentProblem } from "../plan-document.ts";
import type { Paragraph, Row, Table } from "../model/blocks.ts";
import { placeOf, rowText } from "../model/cell-text.ts";
import { isRowStruckOut, paragraphBefore, rowBefore } from "../model/struck.ts";
import { type Columns, isSurelyPlan, readColumns } from "./column-headings.ts";
import { isContents } from "./contents.ts";
import { isAllBold, saysAgain, withWholeHeadings } from "./heading-rows.ts";
import { type DraftRecommendation, draftRecommendation, isWithdrawn } from "./draft.ts";
import { ActionRows } from "./action-rows.ts";
import { namesAgencies } from "./addressees.ts";
import { linesAcross } from "./lines-across.ts";
import { StandingOver } from "./standing-over.ts";
import {
  bandPattern,
  countedLine,
  type LabelledField,
  looksLikeHeading,
  type PlanLine,
  readPlanLine,
  splitSee,
} from "./plan-lines.ts";

/** Where the lines that follow belong. */
type Target = "text" | LabelledField;

/**
 * Reads a plan from top to bottom: recommendations from headings, lines and columns, actions from rows.
 * Whatever stands in a plan's table and has no place becomes a problem with its words.
 */
export class PlanReader {
  readonly recommendations: DraftRecommendation[] = [];
  readonly problems: DocumentProblem[] = [];
  /** Of each table of actions that was found. */
  readonly columnsSeen: Columns[] = [];
  private readonly takesAny: boolean;
  private current: DraftRecommendation | undefined;
  private target: Target = "text";
  private columns: Columns | undefined;
  private columnCount = 0;
  private sheet: string | undefined;
  /** The line before, where it has a number: over a table of actions it is what they are for. */
  private counted: { readonly ref: string; readonly text: string } | undefined;
  private readonly over = new StandingOver();
  /** A line across the table after actions; what it is shows in what follows. */
  private waiting: { readonly text: string; readonly where: string } | undefined;
  private readonly rows = new ActionRows({
    problems: this.problems,
    current: () => this.current,
    open: (where, ref) => this.open(where, ref),
    groups: (lines) => {
      for (const line of lines) this.group(line);
    },
  });

  /** With `takesAny`, a table that says what, who and when is a plan's: there is none that says more. */
  constructor({ takesAny }: { readonly takesAny: boolean }) {
    this.takesAny = takesAny;
  }

  /** A paragraph outside all tables; ends nothing unless it is a heading of something else. */
  paragraph(paragraph: Paragraph): void {
    const text = paragraph.text.trim();
    if (!text) this.struck(paragraph, false, "above the table");
    else if (!isContents(paragraph)) this.printed(paragraph, text);
  }

  private printed(paragraph: Paragraph, text: string): void {
    const line = readPlanLine(paragraph, false);
    this.counted = countedLine(line);
    if (line.kind === "band" && looksLikeHeading(paragraph)) this.band(line.text, text, true);
    else if (line.kind === "text" && paragraph.headingLevel !== undefined) this.section(text);
    else if (this.current?.actions.length && line.kind !== "recommendation") this.target = "text";
    else this.line(line, "above the table");
  }

  /** Answers false for a table that is no part of a plan, and reads nothing of it. */
  table(whole: Table): boolean {
    const table = { ...whole, rows: withWholeHeadings(whole.rows) };
    const heading = table.rows.find((row) => readColumns(row) !== undefined);
    const columns = heading && readColumns(heading);
    const goesOn = this.columns !== undefined && table.columns === this.columnCount;
    if (columns ? !this.isOfPlan(columns) : !goesOn) return false;
    if (columns) this.begin(columns, placeOf(table));
    this.columnCount = table.columns;
    this.beginSheet(table.name);
    for (const row of table.rows) this.row(table, row);
    this.endWaiting();
    return true;
  }

  private isOfPlan(columns: Columns): boolean {
    return this.takesAny || this.current !== undefined || isSurelyPlan(columns);
  }

  private beginSheet(name: string | undefined): void {
    const [, own = ""] = /^[^“]*“(.+)”/.exec(name ?? "") ?? [];
    if (name !== this.sheet && this.over.sheet(own)) this.current = undefined;
    this.sheet = name;
  }

  private begin(columns: Columns, where: string): void {
    const { counted } = this;
    this.columns = undefined;
    this.counted = undefined;
    if (counted && !this.rows.hasRecommendations(columns))
      this.heading(counted.ref, counted.text, where);
  }

  private row(table: Table, row: Row): void {
    const columns = this.headingOf(table, row);
    if (columns) {
      this.columns = columns;
      this.columnsSeen.push(columns);
      return;
    }
    const where = `${placeOf(table)}, row ${row.number}`;
    const across = linesAcross(table, row);
    const struck = isRowStruckOut(row) ? linesAcross(table, rowBefore(row)) : undefined;
    if (struck) for (const each of struck) this.struck(each, true, where);
    else if (across) this.across(across, where);
    else if (this.columns) {
      if (rowText(row)) this.takeWaiting();
      this.rows.read(row, this.columns, where);
    } else if (rowText(row))
      this.problem(where, `Stands above the column headings: ${rowText(row)}`);
  }

  /** Under a recommendation a line may name whose actions follow; without one it groups them. */
  private takeWaiting(): void {
    const { waiting, current } = this;
    if (!waiting) return;
    const isNamed = current?.ref !== undefined || (current?.text.length ?? 0) > 0;
    if (!isNamed) this.group(waiting.text);
    else if (namesAgencies(waiting.text)) this.rows.beginAgency(waiting.text);
    else return this.endWaiting();
    this.waiting = undefined;
  }

  private endWaiting(): void {
    const { where, text } = this.waiting ?? {};
    if (where) this.problem(where, `A line across the table that was not understood: ${text}`);
    this.waiting = undefined;
  }

  private group(text: string): void {
    this.over.line(text);
    this.current = undefined;
  }

  /** The first heading row, and any that repeats it on the next page. */
  private headingOf(table: Table, row: Row): Columns | undefined {
    const columns = readColumns(row);
    if (!columns || !this.columns || row.isHeader) return columns;
    const isAll = table.columns === row.cells.length;
    return saysAgain(columns, this.columns) || (isAll && isAllBold(row)) ? columns : undefined;
  }

  private across(paragraphs: readonly Paragraph[], where: string): void {
    this.target = "text";
    if (this.beginsAgency(paragraphs)) return;
    for (const paragraph of paragraphs) {
      if (paragraph.text.trim()) this.line(readPlanLine(paragraph, true), where, true);
    }
    this.target = "text";
  }

  /** Under the headings, before the first action of a recommendation that has its words. */
  private beginsAgency(paragraphs: readonly Paragraph[]): boolean {
    const [only, ...others] = paragraphs.filter(({ text }) => text.trim());
    if (!only || others.length > 0 || readPlanLine(only, true).kind !== "text") return false;
    const awaits = this.current?.actions.length === 0 && this.current.text.length > 0;
    if (!this.columns || !awaits || !namesAgencies(only.text.trim())) return false;
    this.rows.beginAgency(only.text.trim());
    return true;
  }

  private line(line: PlanLine, where: string, across = false): void {
    switch (line.kind) {
      case "recommendation":
        return this.heading(line.ref, line.text, where);
      case "see":
        this.current?.paragraphs.push(...line.paragraphs);
        return;
      case "label":
        return this.label(line, where, across);
      case "band":
        return this.band(line.text, where, across);
      case "text":
        return this.append(line.text, where, across, line.text);
    }
  }

  /** A theme across the table after actions is that of the next recommendation. */
  private label(line: Extract<PlanLine, { kind: "label" }>, where: string, across: boolean): void {
    if (across && line.field === "theme" && this.current?.actions.length) {
      this.group(line.text);
      return;
    }
    this.target = line.field;
    this.append(line.text, where, across, line.printed);
  }

  /** A recommendation that was struck out still ends the one above it. */
  private struck(paragraph: Paragraph, across: boolean, where: string): void {
    const line = readPlanLine(paragraphBefore(paragraph), across);
    if (line.kind !== "recommendation") return;
    const opened = this.open(where, line.ref);
    opened.isStruckOut = true;
    if (line.text) opened.text.push(line.text);
  }

  private heading(ref: string, text: string, where: string): void {
    this.target = "text";
    const goesOn = this.current?.ref === ref && !isWithdrawn(this.current);
    const opened = goesOn && this.current ? this.current : this.open(where, ref);
    if (bandPattern.test(text)) opened.fields.timescale.push(text);
    else if (text) this.append(text, where, true, text);
  }

  private open(where: string, ref?: string): DraftRecommendation {
    const opened = draftRecommendation(where, ref);
    if (this.waiting) this.over.line(this.waiting.text);
    this.waiting = undefined;
    this.over.applyTo(opened);
    this.recommendations.push(opened);
    this.current = opened;
    return opened;
  }

  private band(text: string, where: string, across: boolean): void {
    if (this.target !== "text" || (this.current && this.current.actions.length === 0)) {
      this.append(text, where, across, text);
      return;
    }
    if (across) this.group(text);
    else this.current = undefined;
  }

  /** Lines go to the recommendation they stand under; a line across the table after its actions is a theme. */
  private append(text: string, where: string, across: boolean, printed: string): void {
    if (!text) return;
    const { current, target } = this;
    if (target !== "text" && current) {
      current.fields[target].push(text);
    } else if (current && current.actions.length === 0) {
      const { text: words, paragraphs } = splitSee(text);
      if (words) current.text.push(words);
      current.paragraphs.push(...paragraphs);
    } else if (across && this.rows.hasRecommendations(this.columns)) {
      this.group(text);
    } else if (across) {
      this.endWaiting();
      this.waiting = { text: printed, where };
    }
  }

  /** A heading of something else: the agency whose actions follow, or what they are about. */
  private section(heading: string): void {
    this.current = undefined;
    this.target = "text";
    this.over.heading(heading);
  }

  private problem(where: string, what: string): void {
    this.problems.push({ where, what });
  }
}
