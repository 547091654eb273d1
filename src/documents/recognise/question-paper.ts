import type { Block, Paragraph, Table } from "../model/blocks.ts";
import { isBold } from "../model/cell-text.ts";
import type { DocumentProblem, DocumentQuestion, PlanDocument } from "../plan-document.ts";
import { headsAgency, namesAgencies } from "./addressees.ts";
import { withAskedInside } from "./asked-inside.ts";
import { isContents } from "./contents.ts";
import { readFrontMatter } from "./front-matter.ts";
import { lostWords } from "./lost-words.ts";
import { asks, readQuestionHeading } from "./question-lines.ts";
import { readQuestionTable, withoutQuestionHeadings } from "./question-table.ts";
import { unreadTable } from "./unread-table.ts";

/** Reads the questions that a scrutiny committee puts: by agency and recommendation, with the rating it was told. */
export function readQuestionPaper(
  blocks: readonly Block[],
  { title }: { readonly title?: string } = {},
): PlanDocument {
  const reader = new QuestionReader();
  const [read, unread]: [Table[], Table[]] = [[], []];
  for (const block of blocks) {
    if (block.kind === "paragraph") reader.paragraph(block);
    else (reader.table(block) ? read : unread).push(block);
  }
  const questions = reader.end().map(withAskedInside);
  const result = {
    plan: readFrontMatter(blocks.slice(0, 20), title ?? reader.title),
    recommendations: [],
    findings: [],
    questions,
  };
  const named = [...reader.problems, ...unread.flatMap((table) => unreadTable(table, "questions"))];
  return {
    ...result,
    problems: [...named, ...lostWords(read.map(withoutQuestionHeadings), result, named)],
  };
}

/** Headings that name no agency. */
const plainHeading =
  /\bquestions?\b|^(?:contents|introduction|background|purpose|context|summary|conclusions?|next steps|appendix\b.*|recommendations?)$/i;

class QuestionReader {
  readonly problems: DocumentProblem[] = [];
  title: string | undefined;
  private readonly questions: DocumentQuestion[] = [];
  private section: Omit<DocumentQuestion, "text"> = { recommendations: [] };
  private agencyLevel = 9;
  private lines: string[] = [];

  paragraph(paragraph: Paragraph): void {
    const text = paragraph.text.trim();
    if (!text || isContents(paragraph)) return;
    const heading = readQuestionHeading(text);
    if (heading && looksLikeHeading(paragraph)) {
      this.flush();
      const { agency } = this.section;
      const { recommendations, rating, rest } = heading;
      this.section = {
        ...(agency && { agency }),
        recommendations,
        ...(rating && { ratingStated: rating }),
      };
      if (rest) this.problems.push({ where: text, what: `Neither number nor rating: ${rest}` });
    } else if (looksLikeHeading(paragraph) && !asks(text)) this.heading(paragraph, text);
    else this.line(text);
  }

  /** Answers false for a table that holds no questions. */
  table(table: Table): boolean {
    const questions = readQuestionTable(table);
    if (questions) this.flush();
    for (const question of questions ?? []) this.questions.push(question);
    return questions !== undefined;
  }

  end(): readonly DocumentQuestion[] {
    this.flush();
    return this.questions;
  }

  /** A heading below an agency's own is about a theme, unless it names another agency. */
  private heading({ headingLevel = 9 }: Paragraph, text: string): void {
    this.flush();
    const asked = askedIn(text);
    if (asked === undefined && plainHeading.test(text)) {
      this.endAgency(text);
      return;
    }
    const named = asked ?? text;
    const isTheme = headingLevel > this.agencyLevel && !namesAgencies(named);
    if (!isTheme) this.agencyLevel = headingLevel;
    const { agency = named } = isTheme ? this.section : {};
    this.section = { agency, recommendations: [] };
  }

  /** A heading that names no agency; the first may be the title. */
  private endAgency(heading: string): void {
    if (this.questions.length === 0 && /\bquestions?\b/i.test(heading)) this.title ??= heading;
    this.section = { recommendations: [] };
    this.agencyLevel = 9;
  }

  /** Before all questions, a line that says what the paper is. */
  private isTitle(text: string): boolean {
    const isFirst = this.questions.length === 0 && this.section.agency === undefined;
    return isFirst && text.length <= 120 && /\bquestions\b/i.test(text) && !/[.?:]$/.test(text);
  }

  /** Lines that say that questions follow belong to none of them. */
  private isBeforeAll(): boolean {
    return this.questions.length === 0 && this.section.agency === undefined;
  }

  /** What is stated before a question belongs to it. */
  private line(text: string): void {
    if (this.isTitle(text)) {
      this.title ??= text;
      return;
    }
    if (asks(text) && this.isBeforeAll())
      this.lines = this.lines.filter((line) => !/\bquestions?\b/i.test(line));
    this.lines.push(text.replace(/^•\s+/, ""));
    if (asks(text)) this.flush();
  }

  private flush(): void {
    const text = this.lines.join("\n");
    this.lines = [];
    const { agency, recommendations } = this.section;
    const isIntroduction = agency === undefined && recommendations.length === 0 && !asks(text);
    if (text && !isIntroduction) this.questions.push({ ...this.section, text });
  }
}

/** The agency of "Questions for Marl Council". */
function askedIn(heading: string): string | undefined {
  const [, name] = /^questions? (?:for|to) (?:the )?(\S.*)$/i.exec(heading) ?? [];
  return name !== undefined && headsAgency(name) ? name : undefined;
}

/** Set off as a heading, or a line of its own that goes on to no sentence. */
function looksLikeHeading(paragraph: Paragraph): boolean {
  const text = paragraph.text.trim();
  if (paragraph.headingLevel !== undefined) return true;
  if (/[?.;,]$/.test(text) || text.length > 120) return false;
  return isBold(paragraph) || /^rec(?:ommendation)?s?\s*\d/i.test(text) || isName(text);
}

/** In text that lost its styles, the name of an agency on a line of its own is its heading. */
function isName(text: string): boolean {
  return headsAgency(text) && !/[:.]/.test(text);
}
