import type { Block, Cell, Row, Table } from "../model/blocks.ts";
import { beginningIn, textOf } from "../model/cell-text.ts";
import { readColumns } from "./column-headings.ts";
import { columnMeaning } from "./heading-meanings.ts";
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
  if (!couldBeForm(table)) return undefined;
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

function couldBeForm(table: Table): boolean {
  const isHeaded = table.rows.some((row) => readColumns(row) !== undefined);
  return table.columns >= 2 && (!isHeaded || isLabelledThroughout(table));
}

/** Its values may read as headings, "Brief all officers" beside "Lead agency"; but every row begins with one that is none. */
function isLabelledThroughout({ rows }: Table): boolean {
  const pairs = rows.map((row) => pairsIn(row) ?? []);
  const labels = pairs.flat().map(({ label }) => textOf(label));
  const areKnown = labels.every((label) => columnMeaning(label) !== "unfamiliar");
  return (
    pairs.filter((own) => own.length > 0).length >= 3 &&
    pairs.every((own) => own.length > 0) &&
    areKnown &&
    new Set(labels).size === labels.length
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
  return areLabelled ? printed.flatMap(withNumber) : undefined;
}

type Pair = Labelled["pairs"][number];

/** "Recommendation 3" beside its words says its number too. */
function withNumber(pair: Pair): readonly Pair[] {
  const [, named = "", number] =
    /^(rec(?:ommendation)?\.?)\s+(?:no\.?\s*)?(\d{1,3}(?:\.\d{1,3})*)[.:]?$/i.exec(
      textOf(pair.label),
    ) ?? [];
  if (number === undefined) return [pair];
  return [
    { label: saying("Ref", pair.label), value: saying(number, pair.label) },
    { label: saying(named, pair.label), value: pair.value },
  ];
}

/** A cell in place of another. */
function saying(text: string, cell: Cell): Cell {
  return { ...cell, blocks: [{ kind: "paragraph", text, runs: [] }] };
}

function isLineAcross(row: Row): boolean {
  return beginningIn(row).filter((cell) => textOf(cell)).length <= 1;
}
