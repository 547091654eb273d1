import type { DocumentContent } from "./document-content.ts";
import type { Limits } from "./limits.ts";
import type { Block, Cell, Paragraph } from "./model/blocks.ts";
import { UnreadableDocumentError } from "./unreadable-document-error.ts";

/** So many blanks in a row part words no less than more of them do. */
const mostBlanks = 8;
const manyBlanks = new RegExp(String.raw`(\s{${mostBlanks}})\s+`, "g");

/**
 * What any form of a document goes through before anything is looked for in it, because whatever looks at a line may
 * look at each place of it more than once: no paragraph is endless, and no row of blanks. No word is taken away.
 * Throws UnreadableDocumentError.
 */
export function refuseEndless(
  { title, ...content }: DocumentContent,
  limits: Limits,
): DocumentContent {
  if (title !== undefined) refuseEndlessLine(title, limits.characters);
  const blocks = withFewBlanks(content.blocks, limits, new Map());
  return { ...content, blocks, ...(title !== undefined && { title: fewBlanks(title) }) };
}

/** Throws UnreadableDocumentError for a line of more than `most` characters. */
export function refuseEndlessLine(line: string, most: number): void {
  if (line.length <= most) return;
  const beginning = line.slice(0, 100).replaceAll(/\s+/g, " ").trim().slice(0, 40);
  throw new UnreadableDocumentError(
    "too-large",
    `The paragraph that begins “${beginning}…” has more than ${most} characters: part it into shorter ones, save the file and choose it again.`,
  );
}

/** A cell merged down is one object in each of its rows, and stays one. */
function withFewBlanks(
  blocks: readonly Block[],
  limits: Limits,
  known: Map<Cell, Cell>,
): readonly Block[] {
  const plainCell = (cell: Cell): Cell => {
    const before = known.get(cell);
    if (before) return before;
    const inner = withFewBlanks(cell.blocks, limits, known);
    const plain = inner === cell.blocks ? cell : { ...cell, blocks: inner };
    known.set(cell, plain);
    return plain;
  };
  return changed(blocks, (block) => {
    if (block.kind === "paragraph") return plainParagraph(block, limits);
    const rows = changed(block.rows, (row) => {
      const cells = changed(row.cells, plainCell);
      return cells === row.cells ? row : { ...row, cells };
    });
    return rows === block.rows ? block : { ...block, rows };
  });
}

function plainParagraph(paragraph: Paragraph, { characters }: Limits): Paragraph {
  const text = fewBlanks(paragraph.text);
  refuseEndlessLine(text, characters);
  if (text === paragraph.text) return paragraph;
  return {
    ...paragraph,
    text,
    runs: paragraph.runs.map((run) => ({ ...run, text: fewBlanks(run.text) })),
  };
}

function fewBlanks(text: string): string {
  return text.replaceAll(manyBlanks, "$1");
}

/** The same list where nothing of it changes. */
function changed<Each>(list: readonly Each[], change: (each: Each) => Each): readonly Each[] {
  const other = list.map(change);
  return other.some((each, at) => each !== list[at]) ? other : list;
}
