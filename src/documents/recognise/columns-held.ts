import type { ColumnMeaning } from "../column-meaning.ts";
import type { Block, Cell, Row, Table } from "../model/blocks.ts";
import { beginningIn, textOf } from "../model/cell-text.ts";
import { isAgency } from "./column-content.ts";
import { readColumns } from "./column-headings.ts";
import { columnMeaning } from "./heading-meanings.ts";

/**
 * The tables of plans, with what their cells tell where headings say too little: of "Who" and "Lead", one may hold
 * agencies; and what stands in full between a number and its action is what was recommended.
 */
export function withColumnsHeld(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => (block.kind === "table" ? tableHeld(block) : block));
}

function tableHeld(table: Table): Table {
  const at = table.rows.findIndex((row) => readColumns(row) !== undefined);
  const heading = table.rows[at];
  if (!heading) return table;
  const below = table.rows.slice(at + 1);
  const held = agencyAmongLeads(heading, below) ?? recommendationBeforeAction(heading, below);
  if (!held) return table;
  const text = textOf(held.cell);
  const isAgain = (cell: Cell) => cell.column === held.cell.column && textOf(cell) === text;
  const marked = ({ cells, ...row }: Row): Row => ({
    ...row,
    cells: cells.map((cell) => (isAgain(cell) ? { ...cell, holds: held.holds } : cell)),
  });
  return { ...table, rows: table.rows.map((row) => (row.cells.some(isAgain) ? marked(row) : row)) };
}

interface Held {
  readonly cell: Cell;
  readonly holds: ColumnMeaning;
}

function agencyAmongLeads(heading: Row, below: readonly Row[]): Held | undefined {
  const meanings = heading.cells.map(meaningOf);
  const leads = heading.cells.filter((cell) => meaningOf(cell) === "lead");
  if (leads.length < 2 || meanings.includes("agency")) return undefined;
  const [own, ...others] = leads.filter((cell) => {
    const words = wordsUnder(cell, below);
    return words.length > 0 && words.filter(isAgency).length >= words.length * 0.6;
  });
  return own && others.length === 0 ? { cell: own, holds: "agency" } : undefined;
}

/** In words, on average: fewer are a name or a kind. */
const fullText = 5;

function recommendationBeforeAction(heading: Row, below: readonly Row[]): Held | undefined {
  const meanings = heading.cells.map(meaningOf);
  const [number, action] = [meanings.indexOf("ref"), meanings.indexOf("action")];
  if (meanings.includes("recommendation") || number < 0 || action < number) return undefined;
  const own = heading.cells.slice(number + 1, action).find((cell) => {
    const words = meaningOf(cell) === "unfamiliar" ? wordsUnder(cell, below) : [];
    const count = words.reduce((sum, each) => sum + each.split(/\s+/).length, 0);
    return words.length > 0 && count >= words.length * fullText;
  });
  return own && { cell: own, holds: "recommendation" };
}

function meaningOf(cell: Cell): ColumnMeaning {
  return cell.meaning ?? columnMeaning(textOf(cell).replaceAll("\n", " "));
}

function wordsUnder(heading: Cell, below: readonly Row[]): readonly string[] {
  return below
    .flatMap(beginningIn)
    .filter(({ column, columnSpan }) => column === heading.column && columnSpan === 1)
    .map(textOf)
    .filter((text) => text !== "" && text !== textOf(heading));
}
