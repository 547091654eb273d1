import type { ColumnMeaning } from "../column-meaning.ts";
import type { Block, Cell, Paragraph, Row, Table, TextRun } from "../model/blocks.ts";
import { beginningIn, isBold, paragraphsOf, rowText, textOf } from "../model/cell-text.ts";
import { type Columns, readColumns } from "../recognise/column-headings.ts";
import { withWholeHeadings } from "../recognise/heading-rows.ts";
import { readPlanLine } from "../recognise/plan-lines.ts";

/** A sheet as rows of cells, each row as wide as the sheet; rows without words are left out. */
export interface Sheet {
  /** As people are told of it: `Sheet “Plan”`, "The file". */
  readonly name: string;
  readonly rows: readonly Row[];
}

/** A paragraph for each line of a cell, because a cell of a sheet has line breaks where Word has paragraphs. */
export function linesOfRuns(runs: readonly TextRun[]): Paragraph[] {
  const lines: TextRun[][] = [[]];
  for (const run of runs) {
    run.text.split(/\r\n|\r|\n/).forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text) lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines.map((line) => ({
    kind: "paragraph",
    text: line.map(({ text }) => text).join(""),
    runs: line,
  }));
}

/**
 * What a sheet says, as paragraphs and tables: from the heading row of a plan down it is one table; above it, a row
 * with one cell is a line of front matter, and rows with several are a table of their own (a rating key, versions).
 */
export function sheetBlocks({ name, rows: printed }: Sheet, firstTable: number): readonly Block[] {
  const rows = withWholeHeadings(printed);
  const at = rows.findIndex((row) => readColumns(row) !== undefined);
  const above = at < 0 ? rows : rows.slice(0, at);
  const blocks: Block[] = [];
  let number = firstTable;
  const addTable = (own: readonly Row[]) => {
    if (own.length > 0) blocks.push(tableOf(name, number++, own));
  };
  let open: Row[] = [];
  for (const row of above) {
    const [only, ...others] = beginningIn(row).filter((cell) => textOf(cell));
    if (!only || others.length > 0) {
      open.push(row);
      continue;
    }
    addTable(open);
    open = [];
    blocks.push(...frontLines(only, `${name}, row ${row.number}`, at >= 0 && blocks.length === 0));
  }
  addTable(open);
  if (at >= 0) addTable(withLinesAcross(rows.slice(at)));
  return blocks;
}

/** What stands first on the sheet of a plan is its title, as good as one in Word's style for titles. */
function frontLines(cell: Cell, where: string, isFirst: boolean): Paragraph[] {
  return paragraphsOf(cell)
    .filter((paragraph) => paragraph.text.trim())
    .map((paragraph, index) => ({
      ...paragraph,
      where,
      ...(isFirst && index === 0 && { style: "title" }),
    }));
}

function tableOf(name: string, number: number, rows: readonly Row[]): Table {
  const columns = widthOf(rows);
  return { kind: "table", number, name, columns, rows };
}

function widthOf(rows: readonly Row[]): number {
  return rows.reduce(
    (most, row) => row.cells.reduce((end, cell) => Math.max(end, endOf(cell)), most),
    0,
  );
}

function endOf(cell: Cell): number {
  return cell.column + cell.columnSpan;
}

/** A sheet seldom merges what stands across it: a line in the first cell of an otherwise empty row does. */
function withLinesAcross(rows: readonly Row[]): readonly Row[] {
  const [heading] = rows;
  const columns = heading && readColumns(heading);
  if (!columns) return rows;
  const width = widthOf(rows);
  return rows.map((row) => {
    const [only, ...others] = row.cells.filter((cell) => textOf(cell));
    if (!only || others.length > 0 || only.column !== 0 || only.row !== row.number) return row;
    return standsAcross(only, columns) ? { ...row, cells: [{ ...only, columnSpan: width }] } : row;
  });
}

const groups: ReadonlySet<ColumnMeaning> = new Set(["ref", "theme", "timescale", "unfamiliar"]);

function standsAcross(cell: Cell, columns: Columns): boolean {
  const [first] = paragraphsOf(cell);
  if (!first) return false;
  const says = readPlanLine(first, false).kind;
  const isHeading = says === "recommendation" || says === "band" || says === "label";
  const meaning = columns.get(0)?.meaning ?? "unfamiliar";
  const groupsRows = groups.has(meaning) || (isBold(first) && meaning !== "action");
  return (
    isHeading ||
    (groupsRows &&
      /\s|^\p{L}{4,}$/u.test(rowText({ number: cell.row, isHeader: false, cells: [cell] })))
  );
}
