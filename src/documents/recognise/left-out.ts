import type { Block, Paragraph } from "../model/blocks.ts";
import { problemsByPlace, withPlaces } from "../model/places.ts";
import type { DocumentProblem, PlanDocument } from "../plan-document.ts";
import { isContents } from "./contents.ts";
import { WordsSaid } from "./words-said.ts";

/**
 * The net under the reading of everything outside tables: lines whose words came out nowhere, those of one place as one
 * problem. A plan's background is none of its actions, but whoever imports it is told that it stayed behind.
 */
export function leftOut(blocks: readonly Block[], read: PlanDocument): DocumentProblem[] {
  const lines = blocks.flatMap((block) => (block.kind === "paragraph" ? [wordsOf(block)] : []));
  const said = new WordsSaid(read, lines);
  const left = [...withPlaces(blocks)].flatMap(([block, where]) =>
    block.kind === "paragraph" && said.lacksLine(wordsOf(block))
      ? [{ where, words: block.text.trim() }]
      : [],
  );
  return problemsByPlace(left, "Not taken over:");
}

/** Of a line of a table of contents, its page is no word, and of a point of a list, its letter. */
function wordsOf(paragraph: Paragraph): string {
  const text = paragraph.text.trim().replace(/^\(?(?:[a-z]|[ivx]{1,4})[.)]\s+/i, "");
  if (!isContents(paragraph)) return text;
  return text.replace(/(?<![\d, ])[\d, ]+$/, "").replace(/(?<![\s.])[\s.]+$/, "");
}
