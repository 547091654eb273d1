import type { DocumentProblem } from "../plan-document.ts";
import type { Block } from "./blocks.ts";
import { placeOf } from "./cell-text.ts";

/** What is told of one block, with where it stands. */
interface Told {
  readonly where: string;
  readonly words: string;
}

/** In characters: a heading may be a whole paragraph by mistake. */
const longestPlace = 80;

/** Each block with where people find it: under a heading, after a table, or in a row of a sheet. */
export function* withPlaces(blocks: readonly Block[]): Generator<readonly [Block, string]> {
  let place = "The beginning";
  for (const block of blocks) {
    place = placeFrom(block) ?? place;
    const own = block.kind === "paragraph" ? block.where : undefined;
    yield [block, own ?? place];
  }
}

/** Where the lines stand that follow this heading or table. */
function placeFrom(block: Block): string | undefined {
  if (block.kind === "table") return `After ${inSentence(placeOf(block))}`;
  const text = block.text.trim();
  const isHeading = block.headingLevel !== undefined && text !== "";
  return isHeading ? `Under “${text.slice(0, longestPlace)}”` : undefined;
}

function inSentence(place: string): string {
  return place.charAt(0).toLowerCase() + place.slice(1);
}

/** One problem for all lines that follow each other in one place; `what` goes before their words. */
export function problemsByPlace(lines: readonly Told[], what: string): DocumentProblem[] {
  const problems: { readonly where: string; readonly words: string[] }[] = [];
  for (const { where, words } of lines) {
    const last = problems.at(-1);
    if (last?.where === where) last.words.push(words);
    else problems.push({ where, words: [words] });
  }
  return problems.map(({ where, words }) => ({ where, what: `${what} ${words.join("\n")}` }));
}
