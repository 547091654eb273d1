import type { Block, Cell, Paragraph, Row, Table } from "../model/blocks.ts";
import { textOf } from "../model/cell-text.ts";

/**
 * Adds a table that was told by where its words stand. One that begins a page under the headings of the table before goes
 * on with it; a row that was broken at the end of a page goes on in the first of the next.
 */
export function addTable(blocks: Block[], table: Table): void {
  const before = blocks.at(-1);
  if (before?.kind === "table" && goesOn(before, table)) {
    const rows = table.rows
      .slice(1)
      .map((row) => ({ ...row, number: row.number + before.rows.length - 1 }));
    blocks[blocks.length - 1] = withWholeRows({
      ...before,
      rows: [...before.rows, ...rows.map(numbered)],
    });
  } else blocks.push(withWholeRows(table));
}

function goesOn(before: Table, { columns, rows }: Table): boolean {
  const [headings, again] = [before.rows[0], rows[0]];
  return (
    columns === before.columns &&
    rows[1]?.beginsPage === true &&
    headings !== undefined &&
    again !== undefined &&
    headings.cells.every((cell, at) => plain(cell) === plain(again.cells[at]))
  );
}

/** A narrow column may break a heading anywhere. */
function plain(cell: Cell | undefined): string {
  return cell ? textOf(cell).replaceAll(/\s/g, "").toLowerCase() : "";
}

function numbered(row: Row): Row {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, row: row.number })) };
}

function withWholeRows(table: Table): Table {
  const rows: Row[] = [];
  for (const row of table.rows) {
    const before = rows.at(-1);
    if (before && rows.length > 1 && isRestOf(before, row))
      rows[rows.length - 1] = joined(before, row);
    else rows.push(row);
  }
  return { ...table, rows };
}

/** It has words only under words, fewer than a row of its own, and one of them goes on with a sentence. */
function isRestOf(before: Row, row: Row): boolean {
  if (row.beginsPage !== true || before.cells.length !== row.cells.length || row.cells.length < 2)
    return false;
  const filled = row.cells.filter((cell) => textOf(cell) !== "");
  const above = before.cells.filter((cell) => textOf(cell) !== "");
  const over = (cell: Cell) => above.find(({ column }) => column === cell.column);
  return (
    filled.length > 0 &&
    filled.length < above.length &&
    filled.every((cell) => over(cell) !== undefined) &&
    filled.some((cell) => isRestOfSentence(textOf(over(cell) ?? cell), textOf(cell)))
  );
}

function isRestOfSentence(above: string, words: string): boolean {
  return (
    /^\p{Ll}/u.test(words) ||
    (/[\p{Ll},–-]$/u.test(above) &&
      /^(?:\d{4}\b|\p{Lu}\p{Ll}+ \p{Ll})/u.test(words) &&
      !/^\d{1,2}\b/.test(words))
  );
}

function joined(before: Row, row: Row): Row {
  const cells = before.cells.map((cell, at) => ({
    ...cell,
    blocks: joinedBlocks(cell.blocks, row.cells[at]?.blocks ?? []),
  }));
  return { ...before, cells };
}

function joinedBlocks(above: readonly Block[], below: readonly Block[]): readonly Block[] {
  const [last, first] = [above.at(-1), below[0]];
  if (last?.kind !== "paragraph" || first?.kind !== "paragraph") return [...above, ...below];
  const goesOnInside =
    !/[.:;?!]$/.test(last.text.trim()) && !/^[•–-]\s|^\d{1,2}[.)]\s/.test(first.text);
  return goesOnInside
    ? [...above.slice(0, -1), asOne(last, first), ...below.slice(1)]
    : [...above, ...below];
}

function asOne(one: Paragraph, other: Paragraph): Paragraph {
  const [first, ...others] = other.runs;
  const runs = [...one.runs, ...(first ? [{ ...first, text: ` ${first.text}` }] : []), ...others];
  return { ...one, text: `${one.text} ${other.text}`, runs };
}
