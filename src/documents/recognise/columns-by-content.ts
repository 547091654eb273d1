import type { ColumnMeaning } from "../column-meaning.ts";
import type { Block, Cell, Row, Table } from "../model/blocks.ts";
import { beginningIn, placeOf, textOf } from "../model/cell-text.ts";
import type { DocumentProblem } from "../plan-document.ts";
import { type ColumnWords, meaningsByContent } from "./column-content.ts";
import { readColumns } from "./column-headings.ts";
import { columnMeaning } from "./heading-meanings.ts";
import { withWholeHeadings } from "./heading-rows.ts";

/** So much of a document says that it is about a plan. */
const firstBlocks = 40;

/**
 * The blocks of a plan none of whose tables is headed as one, with what its columns hold told from their cells; and a
 * problem for each such table, because that may be wrong. Other documents come back as they are.
 */
export function withColumnsByContent(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly problems: readonly DocumentProblem[];
} {
  const problems: DocumentProblem[] = [];
  if (!speaksOfPlan(blocks) || blocks.some(isHeaded)) return { blocks, problems };
  const told = blocks.map((block) => {
    const table = block.kind === "table" ? withMeanings(block) : undefined;
    if (table) problems.push({ where: placeOf(table), what: saying(table) });
    return table ?? block;
  });
  return { blocks: told, problems };
}

function speaksOfPlan(blocks: readonly Block[]): boolean {
  const names = blocks.flatMap((block) => (block.kind === "table" ? (block.name ?? "") : []));
  const lines = blocks
    .slice(0, firstBlocks)
    .flatMap((block) => (block.kind === "paragraph" ? block.text : []));
  return [...names, ...lines].some((line) =>
    /\b(?:action|improvement|delivery|implementation) plan\b|\brecommendations?\b/i.test(line),
  );
}

function isHeaded(block: Block): boolean {
  if (block.kind === "paragraph") return false;
  return withWholeHeadings(block.rows).some((row) => readColumns(row) !== undefined);
}

function withMeanings(table: Table): Table | undefined {
  const [first] = table.rows;
  if (!first || table.columns < 3 || table.rows.length < 2) return undefined;
  const heading = isHeading(first) ? first : undefined;
  const rows = heading ? table.rows.slice(1) : table.rows;
  const meanings = meaningsByContent(columnsOf(rows, heading));
  if (!meanings) return undefined;
  const marked = (cell: Cell): Cell => {
    const meaning = meanings.get(cell.column) ?? "unfamiliar";
    return { ...cell, meaning };
  };
  const whole: Row = heading
    ? { ...heading, cells: heading.cells.map(marked) }
    : { number: 0, isHeader: true, cells: first.cells.map((cell) => marked(blank(cell))) };
  return { ...table, rows: [whole, ...rows] };
}

function blank({ column, columnSpan }: Cell): Cell {
  return { blocks: [], row: 0, column, columnSpan };
}

/** Headings are short, and neither dates nor numbers nor sentences. */
function isHeading(row: Row): boolean {
  const texts = beginningIn(row).map(textOf).filter(Boolean);
  return texts.length > 0 && texts.every((text) => text.length <= 40 && !/\d{2}|[.;]$/.test(text));
}

function columnsOf(rows: readonly Row[], heading: Row | undefined): readonly ColumnWords[] {
  const columns = new Map<number, string[]>();
  for (const cell of rows.flatMap(beginningIn)) {
    const text = textOf(cell);
    const own = columns.get(cell.column) ?? [];
    if (text && cell.columnSpan === 1) own.push(text);
    columns.set(cell.column, own);
  }
  return [...columns]
    .toSorted(([one], [other]) => one - other)
    .map(([column, cells]) => {
      const cell = heading?.cells.find((each) => each.column === column);
      const said = cell ? columnMeaning(textOf(cell)) : "unfamiliar";
      return { column, cells, ...(said !== "unfamiliar" && { headed: said }) };
    });
}

const names: Partial<Record<ColumnMeaning, string>> = {
  action: "actions",
  recommendation: "recommendations",
  due: "dates",
  lead: "leads",
  agency: "agencies",
  rating: "ratings",
  progress: "progress",
  theme: "themes",
  ref: "numbers",
};

function saying({ rows }: Table): string {
  const [heading] = rows;
  const each = (heading?.cells ?? []).flatMap((cell) => {
    const name = cell.meaning && names[cell.meaning];
    return name
      ? [`${textOf(cell) ? `“${textOf(cell)}”` : `column ${cell.column + 1}`} ${name}`]
      : [];
  });
  return `Its headings do not say what its columns hold, so their words were asked: ${each.join(", ")}.`;
}
