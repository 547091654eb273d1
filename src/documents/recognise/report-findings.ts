import type { Block, Paragraph } from "../model/blocks.ts";
import { paragraphsOf, beginningIn } from "../model/cell-text.ts";
import type { DocumentFinding, DocumentProblem } from "../plan-document.ts";
import {
  citedRecommendations,
  isChapter,
  type Numbered,
  readNumbered,
  seenIn,
} from "./report-lines.ts";

/**
 * The findings of a report: the numbered paragraphs that say which recommendations they led to, or that a
 * recommendation refers to; in a report without such references, every numbered paragraph. What follows one without a
 * number of its own, boxes too, belongs to it.
 */
export function readFindings(
  blocks: readonly Block[],
  { headings, referredTo, refs }: Known,
): {
  readonly findings: readonly DocumentFinding[];
  readonly problems: readonly DocumentProblem[];
} {
  const all = withSeen(numberedParagraphs(blocks, headings), refs);
  const isTold = (finding: DocumentFinding) =>
    finding.recommendations.length > 0 || referredTo.has(finding.paragraph);
  const findings = all.filter(isTold);
  const others = all.filter((finding) => !isTold(finding)).map(({ paragraph }) => paragraph);
  if (findings.length === 0) return { findings: all, problems: [] };
  if (others.length === 0) return { findings, problems: [] };
  const what = `These numbered paragraphs lead to no recommendation and were not taken for findings: ${others.join(", ")}.`;
  return { findings, problems: [{ where: "The report", what }] };
}

interface Known {
  /** The words of the table of contents. */
  readonly headings: ReadonlySet<string>;
  /** Paragraphs that recommendations name. */
  readonly referredTo: ReadonlySet<string>;
  /** Of the recommendations. */
  readonly refs: ReadonlySet<string>;
}

/**
 * Where no finding says "recommendation", "[see 4.7]" may be how this report names them: then most of what is seen so are
 * recommendations, and few are paragraphs.
 */
function withSeen(
  findings: readonly DocumentFinding[],
  refs: ReadonlySet<string>,
): readonly DocumentFinding[] {
  const seen = findings.flatMap(({ text }) => seenIn(text));
  const own = new Set(findings.map(({ paragraph }) => paragraph));
  const isNamed = findings.some(({ recommendations }) => recommendations.length > 0);
  const known = seen.filter((number) => refs.has(number)).length;
  const paragraphs = seen.filter((number) => own.has(number)).length;
  if (isNamed || known * 2 <= seen.length || paragraphs >= known) return findings;
  return findings.map((finding) => ({ ...finding, recommendations: seenIn(finding.text) }));
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
  return /[.A-Z]/.test(numbered.number) || !isDotted ? numbered : undefined;
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
