import {
  Paragraph,
  ShadingType,
  StringValueElement,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  XmlComponent,
} from "docx";
import type { Look } from "../rating-look.ts";
import { paragraphsOf } from "./text.ts";

/** Between the margins of a landscape A4 page, in twentieths of a point. */
export const textWidth = 15_138;

const headingShade: Look = { fill: "D9D9D9", ink: "000000" };
const quietShade: Look = { fill: "F2F2F2", ink: "000000" };

/** In lines of its highest cell. A higher row breaks, so that no page stays half empty before it. */
export const highestUnbroken = 16;

/** Of Arial at 9 points, between the edges of a landscape page; a little less than most texts take. */
const charactersAcross = 165;

interface Column {
  readonly heading: string;
  /** Its share of the width. */
  readonly weight: number;
}

interface TableLook {
  /** In twentieths of a point; as wide as the text of a landscape page where it is not said. */
  readonly width?: number;
  /** What it holds, for those who hear the document: its alternative text. */
  readonly description?: string;
}

export function tableOf(
  columns: readonly Column[],
  rows: readonly TableRow[],
  { width = textWidth, description = titleOfColumns(columns) }: TableLook = {},
): Table {
  const options = {
    rows,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widthsOf(columns, width),
    margins: { top: 50, bottom: 30, left: 80, right: 80 },
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
  };
  return new DescribedTable(options, description);
}

function titleOfColumns(columns: readonly Column[]): string {
  return `A table of ${columns.map(({ heading }) => heading.toLowerCase()).join(", ")}`;
}

/** A table with alternative text, which the library leaves out; its place is the end of the table's properties. */
class DescribedTable extends Table {
  constructor(options: ConstructorParameters<typeof Table>[0], description: string) {
    super(options);
    const [properties]: readonly unknown[] = this.root;
    if (properties instanceof XmlComponent)
      properties.addChildElement(new StringValueElement("w:tblDescription", description));
  }
}

/**
 * Repeated at the top of each page, and told to screen readers as the heading. It stays with the row below where that is
 * `kept` whole: with one that may be longer than a page, Word would keep nothing together, the heading above neither.
 */
export function headingRow(columns: readonly Column[], kept = true): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading }) =>
      cellOf(
        [
          new Paragraph({
            style: kept ? "InTableKept" : "InTable",
            children: [new TextRun({ text: heading, bold: true })],
          }),
        ],
        { look: headingShade },
      ),
    ),
  });
}

interface RowAcross {
  readonly children: readonly (Paragraph | Table)[];
  /** About how many lines it takes. */
  readonly lines: number;
  /** It begins its table, and stands again on each page with the headings below it. */
  readonly repeated?: boolean;
}

/** A row across all columns. */
export function rowAcross(
  columns: readonly Column[],
  { children, lines, repeated = false }: RowAcross,
): TableRow {
  return new TableRow({
    tableHeader: repeated,
    cantSplit: lines <= highestUnbroken,
    children: [cellOf(children, { look: quietShade, columnSpan: columns.length })],
  });
}

/** About how many lines such a row takes. */
export function linesAcross(lines: readonly string[]): number {
  return linesOfRow([{ heading: "", weight: 1 }], [lines]);
}

/** Stays on one page unless its highest cell has too many lines for that. */
export function bodyRow(cells: readonly TableCell[], lines: number): TableRow {
  return new TableRow({ cantSplit: lines <= highestUnbroken, children: cells });
}

/** About how many lines the highest cell of a row takes, its columns being as wide as they are in such a table. */
export function linesOfRow(
  columns: readonly Column[],
  texts: readonly (readonly string[])[],
  width = textWidth,
): number {
  const all = columns.reduce((sum, { weight }) => sum + weight, 0);
  const characters = (charactersAcross * width) / textWidth;
  return Math.max(
    ...texts.map((lines, index) => {
      const most = Math.max(1, (characters * (columns[index]?.weight ?? all)) / all);
      return lines.reduce((sum, line) => sum + Math.ceil(line.length / most), 0);
    }),
  );
}

/** How the paragraphs of a cell are set; those of a row that is to stay on one page with the next are kept. */
export type CellStyle = "InTable" | "InTableKept";

export function textCell(lines: readonly string[], style: CellStyle = "InTable"): TableCell {
  return cellOf(paragraphsOf(lines, { style }));
}

interface CellOptions {
  readonly look?: Look | undefined;
  readonly columnSpan?: number;
  /** Of what stands in a cell without children. */
  readonly style?: CellStyle;
}

export function cellOf(
  children: readonly (Paragraph | Table)[],
  { look, columnSpan, style = "InTable" }: CellOptions = {},
): TableCell {
  return new TableCell({
    children: children.length > 0 ? children : [new Paragraph({ style })],
    verticalAlign: VerticalAlignTable.TOP,
    ...(columnSpan !== undefined && { columnSpan }),
    ...(look && { shading: { type: ShadingType.CLEAR, color: "auto", fill: look.fill } }),
  });
}

function widthsOf(columns: readonly Column[], width: number): number[] {
  const all = columns.reduce((sum, { weight }) => sum + weight, 0);
  return columns.map(({ weight }) => Math.round((width * weight) / all));
}
