import type { DocumentContent } from "./document-content.ts";
import type { Limits } from "./limits.ts";
import type { Paragraph } from "./model/blocks.ts";
import { withEachParagraph } from "./model/each-paragraph.ts";
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
  const blocks = withEachParagraph(content.blocks, (each) => plainParagraph(each, limits));
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
