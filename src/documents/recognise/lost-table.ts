import type { ColumnMeaning } from "../column-meaning.ts";
import type { Block, Table } from "../model/blocks.ts";
import { isPlanTable } from "./heading-rows.ts";
import { columnMeaning } from "./heading-meanings.ts";

/** Said of a table whose cells cannot be told apart. */
export const cellsRunTogether =
  "This table was saved with one cell a line, and which words belong to which cell can't be told. Choose the document that it was made from, or save that as Word, HTML or CSV.";

/** So many headings of a plan, one under the other, are no accident. */
const fewestHeadings = 4;
const mostHeadings = 16;
/** A plan's first table begins before so many lines. */
const mostSought = 5_000;

/**
 * Where no table of a plan is left but its headings stand below each other, a converter took its cells apart: from there on it is
 * a table that says so, so that its pieces are neither taken for something else nor lost.
 */
export function withLostTable(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some((block) => block.kind === "table" && isPlanTable(block))) return blocks;
  const printed = blocks.filter((block) => block.kind === "table" || block.text.trim() !== "");
  const meanings = printed.slice(0, mostSought).map(meaningOf);
  const from = meanings.findIndex((_, at) => headsTable(meanings.slice(at, at + mostHeadings)));
  if (from < 0) return blocks;
  const tables = printed.filter((block) => block.kind === "table").length;
  return [...printed.slice(0, from), tableOf(printed.slice(from), tables + 1)];
}

/** True where these begin with headings of columns, of as many kinds as a plan's table has. */
function headsTable(meanings: readonly (ColumnMeaning | undefined)[]): boolean {
  const [first] = meanings;
  if (first === undefined || first === "unfamiliar") return false;
  const end = meanings.indexOf(undefined);
  const kinds = new Set(end < 0 ? meanings : meanings.slice(0, end));
  kinds.delete("unfamiliar");
  const tells = (["due", "timescale", "lead"] as const).some((each) => kinds.has(each));
  return kinds.size >= fewestHeadings && kinds.has("action") && tells;
}

/** Undefined for what could be no heading. */
function meaningOf(block: Block): ColumnMeaning | undefined {
  if (block.kind === "table" || block.text.length > 60 || /\d|[.;]\s*$/.test(block.text))
    return undefined;
  return columnMeaning(block.text.trim());
}

function tableOf(blocks: readonly Block[], number: number): Table {
  const cell = { blocks, row: 1, column: 0, columnSpan: 1 };
  return {
    kind: "table",
    number,
    columns: 1,
    rows: [{ number: 1, isHeader: false, cells: [cell] }],
    unreadable: cellsRunTogether,
  };
}
