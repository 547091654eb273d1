import type { Block, Table } from "../model/blocks.ts";
import type {
  DocumentFinding,
  DocumentProblem,
  DocumentRecommendation,
  PlanDocument,
} from "../plan-document.ts";
import { isContents } from "./contents.ts";
import { readFrontMatter } from "./front-matter.ts";
import { lostWords } from "./lost-words.ts";
import { readFindings } from "./report-findings.ts";
import { RecommendationsReader } from "./report-recommendations.ts";
import { readAddressLine, readBand } from "./report-lines.ts";
import { unreadTable } from "./unread-table.ts";

/** Reads a regulator's report: its recommendations, the findings they follow from, and what refers to nothing. */
export function readReport(
  blocks: readonly Block[],
  { title }: { readonly title?: string } = {},
): PlanDocument {
  const headings = contentsOf(blocks);
  const { elsewhere, section } = sectionsOf(blocks, headings);
  const reader = new RecommendationsReader(section);
  for (const block of section) if (block.kind === "paragraph") reader.paragraph(block);
  const recommendations = reader.end();
  const referredTo = new Set(recommendations.flatMap(({ paragraphs }) => paragraphs));
  const { findings, problems } = readFindings(elsewhere, headings, referredTo);
  const result = {
    plan: readFrontMatter(blocks.slice(0, 60), title ?? firstLine(blocks)),
    recommendations,
    findings,
    questions: [],
  };
  const named = [
    ...(recommendations.length === 0 ? [noRecommendations] : []),
    ...danglingFrom(findings, recommendations),
    ...problems,
  ];
  const tables = blocks.filter((block) => block.kind === "table");
  const lost = tables.filter((table) => lostWords([table], result, named).length > 0);
  return {
    ...result,
    problems: [...named, ...lost.flatMap((table: Table) => unreadTable(table, "report"))],
  };
}

const noRecommendations: DocumentProblem = {
  where: "The document",
  what: "It has no recommendations under a heading that says so, so none were read.",
};

/** The words of the table of contents, in lower case, without pages. */
function contentsOf(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(
    blocks.flatMap((block) =>
      block.kind === "paragraph" && isContents(block)
        ? [
            block.text
              .replace(/\t[\d, ]*$/, "")
              .trim()
              .toLowerCase(),
          ]
        : [],
    ),
  );
}

/** "Recommendations", "6. Our recommendations for improvement", and what joint inspections call them. */
export const recommendationsTitle =
  /^(?:\d+\.?\s+)?(?:(?:(?:our|key|the|summary of|list of)\s+)*recommendations(?:\s+(?:for|to)\s[\w\s]{1,40})?|what needs to (?:improve|change)|(?:key )?areas? for (?:priority action|improvement|development)s?|priority actions|actions required)(?:\s+and recommendations)?:?$/i;

/** The last heading "Recommendations" begins the section, and the next heading of its kind ends it. */
function sectionsOf(blocks: readonly Block[], headings: ReadonlySet<string>) {
  const at = blocks.findLastIndex(isTitle);
  const first = at >= 0 ? at + 1 : blocks.findIndex(addressesSomebody);
  if (first < 0) return { elsewhere: blocks, section: [] };
  const title = blocks[at];
  const level = title?.kind === "paragraph" ? title.headingLevel : undefined;
  const length = blocks.slice(first).findIndex((block) => endsSection(block, level, headings));
  const end = length < 0 ? blocks.length : first + length;
  const before = blocks.slice(0, Math.max(first - 1, 0));
  return { elsewhere: [...before, ...blocks.slice(end)], section: blocks.slice(first, end) };
}

function isTitle(block: Block): boolean {
  if (block.kind !== "paragraph" || isContents(block)) return false;
  return recommendationsTitle.test(block.text.trim());
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

/** In a report without any such heading. */
export function addressesSomebody(block: Block): boolean {
  return (
    block.kind === "paragraph" &&
    /\b(?:should|must)\s*:$/i.test(block.text.trim()) &&
    (readAddressLine(block, block.text.trim().replace(/^\d+\.?\s+/, "")) ?? []).length > 0
  );
}

function danglingFrom(
  findings: readonly DocumentFinding[],
  recommendations: readonly DocumentRecommendation[],
): DocumentProblem[] {
  const refs = new Set(recommendations.map(({ ref }) => ref));
  const paragraphs = new Set(findings.map(({ paragraph }) => paragraph));
  const ofFindings = findings.flatMap(({ paragraph, recommendations: named }) =>
    named
      .filter((ref) => !refs.has(ref))
      .map((ref) => ({
        where: `Finding ${paragraph}`,
        what: `It names recommendation ${ref}, which the report does not have.`,
      })),
  );
  const ofRecommendations = recommendations.flatMap(({ ref, paragraphs: named }) =>
    named
      .filter((paragraph) => !paragraphs.has(paragraph))
      .map((paragraph) => ({
        where: `Recommendation ${ref ?? ""}`.trim(),
        what: `It refers to paragraph ${paragraph}, which the report does not have.`,
      })),
  );
  return [...ofFindings, ...ofRecommendations];
}

function firstLine(blocks: readonly Block[]): string | undefined {
  const first = blocks.find((block) => block.kind === "paragraph" && block.text.trim());
  return first?.kind === "paragraph" ? first.text.trim() : undefined;
}
