import type { Block, Paragraph } from "../model/blocks.ts";
import { placeOf } from "../model/cell-text.ts";
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
  const problems: { where: string; readonly words: string[] }[] = [];
  let place = "The beginning";
  for (const block of blocks) {
    place = placeFrom(block) ?? place;
    if (block.kind === "table" || !said.lacksLine(wordsOf(block))) continue;
    const where = block.where ?? place;
    const last = problems.at(-1);
    if (last?.where === where) last.words.push(block.text.trim());
    else problems.push({ where, words: [block.text.trim()] });
  }
  return problems.map(({ where, words }) => ({
    where,
    what: `Not taken over: ${words.join("\n")}`,
  }));
}

/** In characters: a heading may be a whole paragraph by mistake. */
const longestPlace = 80;

/** Where the lines stand that follow this heading or table. */
function placeFrom(block: Block): string | undefined {
  if (block.kind === "table") return `After ${inSentence(placeOf(block))}`;
  const text = block.text.trim();
  const isHeading = block.headingLevel !== undefined && text !== "";
  return isHeading ? `Under “${text.slice(0, longestPlace)}”` : undefined;
}

/** Of a line of a table of contents, its page is no word, and of a point of a list, its letter. */
function wordsOf(paragraph: Paragraph): string {
  const text = paragraph.text.trim().replace(/^\(?(?:[a-z]|[ivx]{1,4})[.)]\s+/i, "");
  if (!isContents(paragraph)) return text;
  return text.replace(/(?<![\d, ])[\d, ]+$/, "").replace(/(?<![\s.])[\s.]+$/, "");
}

function inSentence(place: string): string {
  return place.charAt(0).toLowerCase() + place.slice(1);
}
