import { type AlignedTable, alignedTable, tableOfAligned } from "../grid/aligned-table.ts";
import { addTable } from "../grid/over-pages.ts";
import type { Block } from "../model/blocks.ts";
import { hasSameColumns, type JoinedTable, joinedTables } from "./joined-tables.ts";
import { type HeadingLevel, headingLevelOf, type Pitch, pitchOf } from "./letter-sizes.ts";
import { type Line, linesOfPieces } from "./lines.ts";
import type { PageElement, PageTable } from "./page-elements.ts";
import { goesOn, paragraphsOfLines } from "./paragraphs-of-lines.ts";
import { rowsOfTable } from "./table-rows.ts";
import { inReadingOrder } from "./text-columns.ts";

/** Puts the pages of a document together: paragraphs and tables go on from one page to the next. */
export function blocksOfPages(pages: readonly (readonly PageElement[])[]): readonly Block[] {
  const writer = new BlockWriter(pitchOf(pages), headingLevelOf(pages));
  let lines: PlacedLine[] = [];
  for (const [page, elements] of pages.entries()) {
    for (const [at, element] of elements.entries()) {
      if (element.kind === "line") {
        lines.push({ ...element, page });
        continue;
      }
      writeLines(lines, writer);
      lines = [];
      writer.table(element.table, at === 0);
    }
  }
  writeLines(lines, writer);
  return writer.end();
}

type PlacedLine = Extract<PageElement, { kind: "line" }> & { readonly page: number };

/** Where no line is ruled down, a table may still be told by where its words stand. */
function writeLines(lines: readonly PlacedLine[], writer: BlockWriter): void {
  let left = lines;
  let known: readonly string[] | undefined;
  const find = () =>
    alignedTable(
      left.map(({ line: { pieces }, page, isRuledOff, fills }) => ({
        pieces,
        page,
        isRuledOff,
        fills,
      })),
      { gap: columnGap, known },
    );
  for (let found = find(); found; found = find()) {
    known = found.headings;
    writer.printed(left.slice(0, found.from));
    writer.aligned(found);
    left = left.slice(found.to);
  }
  writer.printed(left);
}

/** Lines of columns beside each other tell nothing of how far apart those of one cell stand: any usual way will do. */
function pitchInCells(size: number): number {
  return size * 1.6;
}

/** Parts columns, in letters' heights: more than the space between two words. */
const columnGap = 0.6;

class BlockWriter {
  private readonly blocks: Block[] = [];
  private readonly pitch: Pitch;
  private readonly levels: HeadingLevel;
  private lines: Line[] = [];
  private tables = 0;
  private open: JoinedTable | undefined;
  private isPageTop = false;

  constructor(pitch: Pitch, levels: HeadingLevel) {
    this.pitch = pitch;
    this.levels = levels;
  }

  /** Lines of several pages. */
  printed(lines: readonly { readonly line: Line; readonly page: number }[]): void {
    for (const [at, part] of inReadingOrder(lines).entries()) {
      if (at > 0) this.endLines();
      part.forEach(({ line, page }, index) => {
        this.isPageTop = part[index - 1]?.page !== page;
        this.line(line);
      });
    }
  }

  aligned(table: AlignedTable): void {
    this.endLines();
    this.endTable();
    this.tables += 1;
    addTable(
      this.blocks,
      tableOfAligned(table, this.tables, (pieces, { farthest }) =>
        paragraphsOfLines(linesOfPieces(pieces, farthest), pitchInCells),
      ),
    );
  }

  end(): readonly Block[] {
    this.endLines();
    this.endTable();
    return this.blocks;
  }

  private line(line: Line): void {
    this.endTable();
    const before = this.lines.at(-1);
    if (this.isPageTop && !(before && goesOn(before, line, this.pitch))) {
      this.endLines();
      this.blocks.push(blank, blank);
    }
    this.lines.push(line);
  }

  table(table: PageTable, isPageTop: boolean): void {
    this.endLines();
    const { open } = this;
    if (open && isPageTop && hasSameColumns(open, table)) {
      this.open = joinedTables(open, table, this.pitch);
      return;
    }
    this.endTable();
    this.open = { ...table, headerRows: [] };
  }

  private endLines(): void {
    for (const [index, group] of groupsOf(this.lines, this.pitch).entries()) {
      if (index > 0) this.blocks.push(blank);
      for (const each of paragraphsOfLines(group, this.pitch, this.levels)) this.blocks.push(each);
    }
    this.lines = [];
  }

  private endTable(): void {
    if (!this.open) return;
    const rows = rowsOfTable(this.open, this.pitch);
    const columns = this.open.xs.length - 1;
    this.open = undefined;
    this.tables += 1;
    this.blocks.push({ kind: "table", number: this.tables, columns, rows });
  }
}

/** Room for a line that is not there parts groups of lines, as a blank paragraph does in Word; a new page does more. */
const blank: Block = { kind: "paragraph", text: "", runs: [] };

function groupsOf(lines: readonly Line[], pitch: Pitch): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    const gap = before ? line.baseline - before.baseline : Number.POSITIVE_INFINITY;
    if (gap > 1.9 * pitch(line.size)) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}
