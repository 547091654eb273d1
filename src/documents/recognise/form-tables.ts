import type { Block, Cell, Row, Table } from "../model/blocks.ts";
import { beginningIn, textOf } from "../model/cell-text.ts";
import { readColumns } from "./column-headings.ts";
import { type Labelled, rowsOfLabelled } from "./labelled-rows.ts";

/** What a form's label may be long, in characters. */
const longestLabel = 60;

/**
 * The blocks with each form as rows of a plan. A form is a table that has a label beside each value, one or two pairs a
 * row: "Action | Keep the list", "Lead | Head of Service". Other tables come back as they are.
 */
export function withFormsAsRows(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => (block.kind === "table" ? (formAsRows(block) ?? block) : block));
}

function formAsRows(table: Table): Table | undefined {
  if (table.columns < 2 || table.rows.some((row) => readColumns(row))) return undefined;
  const records: Labelled[] = [];
  const rows: Row[] = [];
  let open: Labelled = { number: 0, pairs: [] };
  const end = () => {
    if (open.pairs.length > 0) records.push(open);
    open = { number: 0, pairs: [] };
  };
  for (const row of table.rows) {
    const pairs = pairsIn(row);
    if (!pairs) {
      if (open.pairs.length > 0 || !isLineAcross(row)) return undefined;
      rows.push(row);
      continue;
    }
    const isNext = pairs.some(({ label }) =>
      open.pairs.some((each) => sameLabel(each.label, label)),
    );
    if (isNext) end();
    open = { number: open.number || row.number, pairs: [...open.pairs, ...pairs] };
  }
  end();
  const written = rowsOfLabelled(records);
  return (
    written && {
      ...table,
      columns: Math.max(table.columns, written.columns),
      rows: [...rows, ...written.rows],
    }
  );
}

function sameLabel(one: Cell, other: Cell): boolean {
  return textOf(one).toLowerCase() === textOf(other).toLowerCase();
}

/** Undefined for a row that is not all labels and values. */
function pairsIn(row: Row): Labelled["pairs"] | undefined {
  const cells = beginningIn(row);
  if (cells.length !== 2 && cells.length !== 4) return undefined;
  const pairs = cells.flatMap((label, at) => {
    const value = cells[at + 1];
    return at % 2 === 0 && value ? [{ label, value }] : [];
  });
  const printed = pairs.filter(({ label, value }) => textOf(label) || textOf(value));
  const areLabelled = printed.every(({ label }) => {
    const words = textOf(label);
    return words !== "" && words.length <= longestLabel;
  });
  return areLabelled ? printed : undefined;
}

function isLineAcross(row: Row): boolean {
  return beginningIn(row).filter((cell) => textOf(cell)).length <= 1;
}
