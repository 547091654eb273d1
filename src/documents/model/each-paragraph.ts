import type { Block, Cell, Paragraph } from "./blocks.ts";

/**
 * The blocks with each paragraph as `change` answers it, those in cells too; the same list where nothing changes. A cell
 * merged down is one object in each of its rows, and stays one.
 */
export function withEachParagraph(
  blocks: readonly Block[],
  change: (paragraph: Paragraph) => Paragraph,
  known = new Map<Cell, Cell>(),
): readonly Block[] {
  const changedCell = (cell: Cell): Cell => {
    const before = known.get(cell);
    if (before) return before;
    const inner = withEachParagraph(cell.blocks, change, known);
    const other = inner === cell.blocks ? cell : { ...cell, blocks: inner };
    known.set(cell, other);
    return other;
  };
  return changed(blocks, (block) => {
    if (block.kind === "paragraph") return change(block);
    const rows = changed(block.rows, (row) => {
      const cells = changed(row.cells, changedCell);
      return cells === row.cells ? row : { ...row, cells };
    });
    return rows === block.rows ? block : { ...block, rows };
  });
}

/** The same list where nothing of it changes. */
function changed<Each>(list: readonly Each[], change: (each: Each) => Each): readonly Each[] {
  const other = list.map(change);
  return other.some((each, at) => each !== list[at]) ? other : list;
}
