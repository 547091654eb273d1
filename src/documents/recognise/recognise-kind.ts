import type { DocumentKind } from "../document-kind.ts";
import type { Block, Paragraph, Table } from "../model/blocks.ts";
import { readColumns } from "./column-headings.ts";
import { isContents } from "./contents.ts";
import { isPlanTable } from "./heading-rows.ts";
import { readQuestionHeading } from "./question-lines.ts";
import { readQuestionTable } from "./question-table.ts";
import { addressesSomebody, recommendationsTitle } from "./report-sections.ts";
import { scatteredRecommendations } from "./scattered-recommendations.ts";
import { citedRecommendations, readNumbered } from "./report-lines.ts";

/**
 * What kind of document this is, by what it contains: a table of actions makes a plan; headings of recommendations
 * with questions under them, or a column of questions, a question paper; numbered paragraphs that name recommendations,
 * or agencies that "should:", a report. Where nothing tells, it is taken for a plan, and reading it says what is missing.
 */
export function recogniseKind(blocks: readonly Block[]): DocumentKind {
  const tables = blocks.filter((block) => block.kind === "table");
  if (tables.some((table) => isPlanTable(table) && !readQuestionTable(table))) return "plan";
  if (tables.some(({ unreadable }) => unreadable !== undefined)) return "plan";
  const paragraphs = blocks.filter((block) => block.kind === "paragraph").filter(isText);
  if (isQuestionPaper(blocks, paragraphs)) return "questions";
  const told = paragraphs.filter(
    ({ text }) => citedRecommendations(text).length > 0 && readNumbered(text.trim()),
  );
  const hasTitle = paragraphs.some(({ text }) => recommendationsTitle.test(text.trim()));
  if (told.length >= 2 || hasTitle || paragraphs.some(addressesSomebody)) return "report";
  if (tables.some(hasActions)) return "plan";
  return scatteredRecommendations(blocks).length >= 2 ? "report" : "plan";
}

/** Says what, and who or when: too little to tell a plan by, but more than a list of recommendations has. */
function hasActions({ rows }: Table): boolean {
  return rows.some((row) => {
    const meanings = new Set([...(readColumns(row)?.values() ?? [])].map(({ meaning }) => meaning));
    return meanings.has("action") && (meanings.has("lead") || meanings.has("due"));
  });
}

function hasQuestions(table: Table): boolean {
  return (readQuestionTable(table) ?? []).length > 0;
}

function isText(paragraph: Paragraph): boolean {
  return paragraph.text.trim() !== "" && !isContents(paragraph);
}

function isQuestionPaper(blocks: readonly Block[], paragraphs: readonly Paragraph[]): boolean {
  if (blocks.some((block) => block.kind === "table" && hasQuestions(block))) return true;
  const asked = paragraphs.filter(({ text }) => text.includes("?")).length;
  const titled = paragraphs
    .slice(0, 15)
    .some(({ text }) => text.length <= 120 && /\bquestions\b/i.test(text));
  const about = paragraphs.filter(
    ({ text }) => text.length <= 120 && readQuestionHeading(text.trim()),
  ).length;
  return asked >= 2 && (titled || about >= 2) && asked * 8 >= paragraphs.length;
}
