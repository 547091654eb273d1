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
import { readSections } from "./report-sections.ts";
import { withoutItsHeading } from "./report-table.ts";
import { unreadTable } from "./unread-table.ts";

/** Reads a regulator's report: its recommendations, the findings they follow from, and what refers to nothing. */
export function readReport(
  blocks: readonly Block[],
  { title }: { readonly title?: string } = {},
): PlanDocument {
  const headings = contentsOf(blocks);
  const { elsewhere, recommendations } = readSections(blocks, headings);
  const referredTo = new Set(recommendations.flatMap(({ paragraphs }) => paragraphs));
  const refs = new Set(recommendations.flatMap(({ ref }) => ref ?? []));
  const { findings, problems } = readFindings(elsewhere, { headings, referredTo, refs });
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
  const tables = blocks.filter((block) => block.kind === "table").map(withoutItsHeading);
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
