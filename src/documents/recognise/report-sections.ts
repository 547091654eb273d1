import type { Block } from "../model/blocks.ts";
import type { DocumentRecommendation } from "../plan-document.ts";
import { partedAtKnown } from "./addressees.ts";
import { isContents } from "./contents.ts";
import { RecommendationsReader } from "./report-recommendations.ts";
import { readAddressLine, readBand, readNumbered } from "./report-lines.ts";
import { scatteredRecommendations } from "./scattered-recommendations.ts";
import { recommendationsInTable } from "./report-table.ts";

/** "Recommendations", "6. Our recommendations for improvement", and what joint inspections call them. */
export const recommendationsTitle =
  /^(?:\d+\.?\s+)?(?:(?:(?:our|key|the|summary of|list of)\s+)*recommendations(?:\s+(?:for|to)\s[\w\s]{1,40})?|what needs to (?:improve|change)|(?:key )?areas? for (?:priority action|improvement|development)s?|priority actions|actions required)(?:\s+and recommendations)?[:?]?$/i;

interface Section {
  readonly from: number;
  readonly to: number;
  readonly recommendations: readonly DocumentRecommendation[];
}

/**
 * The recommendations of every section that has them, and what stands elsewhere. A report may have such a section in each
 * chapter, and a summary of all at its beginning: what stands in full later is not read from the summary.
 */
export function readSections(
  blocks: readonly Block[],
  headings: ReadonlySet<string>,
): {
  readonly elsewhere: readonly Block[];
  readonly recommendations: readonly DocumentRecommendation[];
} {
  const begun = [...blocks.keys()].filter((at) => isTitle(blocks[at]));
  const first = blocks.findIndex(addressesSomebody);
  if (begun.length === 0 && first < 0) return withoutSections(blocks);
  const starts = begun.length > 0 ? begun.map((at) => at + 1) : [first].filter((at) => at >= 0);
  const ends = starts.map((from, index) => {
    const next = (begun[index + 1] ?? blocks.length) - from;
    return (
      from + lengthOf(blocks.slice(from, from + Math.max(next, 0)), blocks[from - 1], headings)
    );
  });
  const read = starts.map((from, index): Section => {
    const to = ends[index] ?? from;
    return { from, to, recommendations: readSection(blocks, from, to) };
  });
  const whole = read.filter(({ recommendations }) => recommendations.length > 0);
  const kept = whole.filter(
    (section, index) => !whole.slice(index + 1).some((later) => repeats(section, later)),
  );
  const inside = (at: number) => kept.some(({ from, to }) => at >= from - 1 && at < to);
  return {
    elsewhere: blocks.filter((_, at) => !inside(at)),
    recommendations: withPartedAddressees(withChapters(kept, blocks)),
  };
}

function withoutSections(blocks: readonly Block[]) {
  const found = scatteredRecommendations(blocks);
  const taken = new Set(
    found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
  return {
    elsewhere: blocks.filter((_, at) => !taken.has(at)),
    recommendations: withPartedAddressees(found.flatMap(({ recommendations }) => recommendations)),
  };
}

/** Where several chapters have their own, each recommendation without a theme has that of its chapter. */
function withChapters(
  sections: readonly Section[],
  blocks: readonly Block[],
): readonly DocumentRecommendation[] {
  const chapters = sections.map(
    ({ from }) => chapterOf(blocks, from - 1) ?? kindOf(blocks[from - 1]),
  );
  const differ = new Set(chapters).size > 1;
  return sections.flatMap(({ recommendations }, index) => {
    const theme = differ ? chapters[index] : undefined;
    return recommendations.map((each) =>
      theme !== undefined && each.theme === undefined ? { ...each, theme } : each,
    );
  });
}

/** Inspectors set "Areas for priority action" apart from "What needs to improve". */
function kindOf(title: Block | undefined): string | undefined {
  const text = title?.kind === "paragraph" ? title.text.trim() : "";
  return /\bareas? for\b|\bpriority\b|\bimprove\b/i.test(text)
    ? text.replace(/[:?]$/, "")
    : undefined;
}

function withPartedAddressees(
  recommendations: readonly DocumentRecommendation[],
): readonly DocumentRecommendation[] {
  const known = new Set(recommendations.flatMap(({ addressees }) => addressees));
  return recommendations.map((each) => ({
    ...each,
    addressees: each.addressees.flatMap((name) => partedAtKnown(name, known)),
  }));
}

/** In a report without any such heading. */
export function addressesSomebody(block: Block): boolean {
  return (
    block.kind === "paragraph" &&
    /\b(?:should|must)\s*:$/i.test(block.text.trim()) &&
    (readAddressLine(block, block.text.trim().replace(/^\d+\.?\s+/, "")) ?? []).length > 0
  );
}

function readSection(
  blocks: readonly Block[],
  from: number,
  to: number,
): readonly DocumentRecommendation[] {
  const section = blocks.slice(from, to);
  const reader = new RecommendationsReader(section);
  for (const block of section) {
    if (block.kind === "paragraph") reader.paragraph(block);
    else reader.table(recommendationsInTable(block) ?? []);
  }
  return reader.end();
}

/** True where most of these recommendations stand in the later section too. */
function repeats({ recommendations }: Section, later: Section): boolean {
  const known = new Set(later.recommendations.map(identityOf));
  const again = recommendations.filter((each) => known.has(identityOf(each))).length;
  return again * 2 > recommendations.length;
}

function identityOf({ ref, text }: DocumentRecommendation): string {
  return ref?.includes(".") ? ref : text.toLowerCase().slice(0, 80);
}

function isTitle(block: Block | undefined): boolean {
  if (block?.kind !== "paragraph" || isContents(block)) return false;
  return recommendationsTitle.test(block.text.trim());
}

/** The heading of the chapter that a heading stands in. */
function chapterOf(blocks: readonly Block[], at: number): string | undefined {
  const title = blocks[at];
  const level = title?.kind === "paragraph" ? title.headingLevel : undefined;
  if (level === undefined) return undefined;
  const chapter = blocks
    .slice(0, at)
    .findLast(
      (block) =>
        block.kind === "paragraph" &&
        block.headingLevel !== undefined &&
        block.headingLevel < level,
    );
  return chapter?.kind === "paragraph" ? chapter.text.trim() : undefined;
}

/** How many blocks the section takes: to the next heading of its kind, or the next of the report's numbered paragraphs. */
function lengthOf(
  blocks: readonly Block[],
  title: Block | undefined,
  headings: ReadonlySet<string>,
): number {
  const level = title?.kind === "paragraph" ? title.headingLevel : undefined;
  const next = numberAfterIntroduction(blocks);
  const length = blocks.findIndex(
    (block) => endsSection(block, level, headings) || isParagraphNumbered(block, next),
  );
  if (length < 0) return blocks.length;
  return isParagraphNumbered(blocks[length], next) && isShortLine(blocks[length - 1])
    ? length - 1
    : length;
}

/** A section that begins with the report's paragraph 31 ends before its paragraph 32. */
function numberAfterIntroduction(blocks: readonly Block[]): string | undefined {
  const first = blocks.find((block) => block.kind === "paragraph" && block.text.trim());
  const text = first?.kind === "paragraph" ? first.text.trim() : "";
  const number = /\bfollowing\b/i.test(text) ? readNumbered(text)?.number : undefined;
  return number !== undefined && /^\d+$/.test(number) ? String(Number(number) + 1) : undefined;
}

function isParagraphNumbered(block: Block | undefined, number: string | undefined): boolean {
  return (
    number !== undefined &&
    block?.kind === "paragraph" &&
    readNumbered(block.text.trim())?.number === number
  );
}

/** A heading of text that lost its styles. */
function isShortLine(block: Block | undefined): boolean {
  if (block?.kind !== "paragraph") return false;
  return block.text.length <= 80 && !/^•|[.;:,]$/.test(block.text.trim());
}

function endsSection(
  block: Block,
  level: number | undefined,
  headings: ReadonlySet<string>,
): boolean {
  if (block.kind !== "paragraph") return false;
  const text = block.text.trim();
  if (readBand(text) || readAddressLine(block, text)) return false;
  if (level !== undefined && block.headingLevel !== undefined) return block.headingLevel <= level;
  return (
    headings.has(text.toLowerCase()) ||
    /^(?:next steps|appendix\b.*|annex\b.*|glossary)$/i.test(text)
  );
}
