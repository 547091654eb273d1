import type { Block, Paragraph } from "../model/blocks.ts";
import { isBold, paragraphsOf } from "../model/cell-text.ts";
import type { DocumentRecommendation } from "../plan-document.ts";
import { namedRecommendation, RecommendationsReader } from "./report-recommendations.ts";

/** Recommendations that stand by themselves among other blocks, from this one to before that. */
export interface Scattered {
  readonly from: number;
  readonly to: number;
  readonly recommendations: readonly DocumentRecommendation[];
}

/**
 * The recommendations of a report that has no section for them: "Recommendation 2: …" after the finding that it follows
 * from, or in a box of its own.
 */
export function scatteredRecommendations(blocks: readonly Block[]): readonly Scattered[] {
  return blocks.flatMap((block, from): Scattered[] => {
    const own = block.kind === "paragraph" ? lineWithRest(blocks, from) : boxed(block);
    if (own.length === 0) return [];
    const reader = new RecommendationsReader(own);
    for (const paragraph of own) reader.paragraph(paragraph);
    const to = from + (block.kind === "paragraph" ? own.length : 1);
    return [{ from, to, recommendations: reader.end() }];
  });
}

/** A table of one cell is a box around words. */
function boxed(block: Block): readonly Paragraph[] {
  if (block.kind !== "table" || block.columns > 1 || block.rows.length > 2) return [];
  const paragraphs = block.rows
    .flatMap(({ cells }) => cells.flatMap(paragraphsOf))
    .filter(({ text }) => text.trim());
  return paragraphs[0] && namedRecommendation(paragraphs[0].text.trim()) ? paragraphs : [];
}

/** The line that names it, its text below where that line has none, and the points of a list under it. */
function lineWithRest(blocks: readonly Block[], from: number): readonly Paragraph[] {
  const first = blocks[from];
  const named = first?.kind === "paragraph" ? namedRecommendation(first.text.trim()) : undefined;
  if (first?.kind !== "paragraph" || !named || !looksLikeBeginning(first, named.text)) return [];
  return [first, ...restAfter(blocks, from, named.text !== "")];
}

function restAfter(blocks: readonly Block[], from: number, hasText: boolean): readonly Paragraph[] {
  const rest: Paragraph[] = [];
  for (let at = from + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.kind !== "paragraph" || block.headingLevel !== undefined) break;
    const isText = !hasText && rest.every(({ text }) => text.trim() === "");
    if (!isText && !/^(?:• |$)/.test(block.text.trim())) break;
    rest.push(block);
  }
  return rest;
}

function looksLikeBeginning(paragraph: Paragraph, words: string): boolean {
  const isSetOff = paragraph.headingLevel !== undefined || isBold(paragraph) || words === "";
  return isSetOff || /^rec[a-z]*\.?\s*\d+(?:\.\d+)*[a-z]?\s*[:.)–—-]/i.test(paragraph.text.trim());
}
