import type { Block, Paragraph } from "../model/blocks.ts";
import { paragraphsOf, beginningIn } from "../model/cell-text.ts";
import type { DocumentFinding, DocumentProblem } from "../plan-document.ts";
import { citedRecommendations, isChapter, type Numbered, readNumbered } from "./report-lines.ts";

/**
 * The findings of a report: the numbered paragraphs that say which recommendations they led to, or that a
 * recommendation refers to; in a report without such references, every numbered paragraph. What follows one without a
 * number of its own, boxes too, belongs to it.
 */
export function readFindings(
  blocks: readonly Block[],
  headings: ReadonlySet<string>,
  referredTo: ReadonlySet<string>,
): {
  readonly findings: readonly DocumentFinding[];
  readonly problems: readonly DocumentProblem[];
} {
  const all = numberedParagraphs(blocks, headings);
  const isTold = (finding: DocumentFinding) =>
    finding.recommendations.length > 0 || referredTo.has(finding.paragraph);
  const findings = all.filter(isTold);
  const others = all.filter((finding) => !isTold(finding)).map(({ paragraph }) => paragraph);
  if (findings.length === 0) return { findings: all, problems: [] };
  if (others.length === 0) return { findings, problems: [] };
  const what = `These numbered paragraphs lead to no recommendation and were not taken for findings: ${others.join(", ")}.`;
  return { findings, problems: [{ where: "The report", what }] };
}

function numberedParagraphs(
  blocks: readonly Block[],
  headings: ReadonlySet<string>,
): DocumentFinding[] {
  const found: { paragraph: string; lines: string[] }[] = [];
  const isDotted = blocks.some(isDottedParagraph);
  let isOpen = false;
  for (const block of blocks) {
    for (const paragraph of paragraphsIn(block)) {
      const text = paragraph.text.trim();
      const begun = block.kind === "paragraph" ? beginning(paragraph, text, isDotted) : undefined;
      if (begun) {
        found.push({ paragraph: begun.number, lines: [begun.text] });
        isOpen = true;
      } else if (isHeading(paragraph, text, headings)) isOpen = false;
      else if (isOpen) found.at(-1)?.lines.push(text);
    }
  }
  return found.map(({ paragraph, lines }) => {
    const text = lines.join("\n");
    return { paragraph, text, recommendations: citedRecommendations(text) };
  });
}

function paragraphsIn(block: Block): readonly Paragraph[] {
  const paragraphs =
    block.kind === "paragraph"
      ? [block]
      : block.rows.flatMap((row) => beginningIn(row).flatMap(paragraphsOf));
  return paragraphs.filter(({ text }) => text.trim());
}

/** Older reports count their paragraphs from 1 to the end; then a number alone is one. */
function beginning(paragraph: Paragraph, text: string, isDotted: boolean): Numbered | undefined {
  const numbered = readNumbered(text);
  if (!numbered || isChapter(paragraph, numbered.text)) return undefined;
  return numbered.number.includes(".") || !isDotted ? numbered : undefined;
}

function isDottedParagraph(block: Block): boolean {
  if (block.kind !== "paragraph") return false;
  return readNumbered(block.text.trim())?.number.includes(".") === true;
}

/** In text that lost its styles, the table of contents still tells what is a heading. */
function isHeading(paragraph: Paragraph, text: string, headings: ReadonlySet<string>): boolean {
  const numbered = readNumbered(text);
  if (paragraph.headingLevel !== undefined) return true;
  if (numbered && isChapter(paragraph, numbered.text)) return true;
  return headings.has(text.toLowerCase());
}
