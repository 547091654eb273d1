import { addTable } from "../grid/over-pages.ts";
import type { Limits } from "../limits.ts";
import type { Block, Paragraph } from "../model/blocks.ts";
import { alignedInText, laidOut } from "./aligned-text.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { cellALine } from "./cell-a-line.ts";
import { gridTableIn } from "./grid-table.ts";
import { markdownParagraph, withoutRaisedGaps } from "./inline.ts";
import { refuseEndlessLine } from "../refuse-endless.ts";
import { refuseHugeTable, refuseTooLong, tableNumbers } from "./table-limits.ts";
import { barValues, isBarRule, tableOfText, type TextRow } from "./text-tables.ts";
import { wholeParagraphs } from "./wrapped-lines.ts";

/** A line may be a row of a table, and each of its cells as long as a paragraph. */
const cellsOfLine = 4;

/**
 * Reads text as people and converters write it: paragraphs, Markdown headings, lists and tables, rows of values parted
 * by tabs, and HTML in all of it or some of it.
 */
export function readText(text: string, limits: Limits): readonly Block[] {
  const nextTable = tableNumbers(limits);
  const plain = withoutPictures(text.replace(/^\uFEFF/, ""));
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|body|table|div)\b/i.test(plain)) {
    // Paragraphs in cells count too: of these a file may have more than a text has lines.
    refuseTooLong((plain.match(/<(?:p|div|li|br)\b/gi)?.length ?? 0) / 2, limits);
    return htmlBlocks(plain, limits, nextTable);
  }
  const lines = plain.split(/\r\n?|\n/);
  refuseTooLong(lines.length, limits);
  for (const line of lines) refuseEndlessLine(line, limits.characters * cellsOfLine);
  return partedAtTables(plain).flatMap((part) => {
    if (/^<table\b/i.test(part)) return htmlBlocks(part, limits, nextTable);
    return linesToBlocks(withoutRaisedGaps(part).split(/\r\n|\r|\n|(?=\f)/), limits, nextTable);
  });
}

/** Converters write pictures into the text, as long as they are. */
function withoutPictures(text: string): string {
  if (!text.includes("data:")) return text;
  return text
    .replaceAll(/!\[([^\][]{0,300})\]\(<?data:[^()\s]*\)|^\[[^\][]{1,100}\]: <?data:\S*$/gm, "$1")
    .replaceAll(/"data:[^"\s]*"/g, '""');
}

/** A table drawn with strokes is told by them. */
function linesToBlocks(
  lines: readonly string[],
  limits: Limits,
  nextTable: () => number,
): readonly Block[] {
  const blocks: Block[] = [];
  let left = lines;
  const inCell = (own: readonly string[]) => paragraphBlocks(own, limits, nextTable);
  const find = () => gridTableIn(left, nextTable, inCell, limits);
  for (let found = find(); found; found = find()) {
    blocks.push(...laidOutBlocks(left.slice(0, found.from), limits, nextTable), found.table);
    left = left.slice(found.to);
  }
  return [...blocks, ...laidOutBlocks(left, limits, nextTable)];
}

/** A table may be laid out with spaces, or with one cell a line. */
function laidOutBlocks(
  lines: readonly string[],
  limits: Limits,
  nextTable: () => number,
): readonly Block[] {
  const found = cellALine(lines, nextTable, (own) => paragraphBlocks(own, limits, nextTable));
  if (!found) return alignedBlocks(lines, limits, nextTable);
  return [
    ...alignedBlocks(found.before, limits, nextTable),
    found.table,
    ...alignedBlocks(found.after, limits, nextTable),
  ];
}

/** A table laid out with spaces is found by its headings; there may be another after it. */
function alignedBlocks(
  lines: readonly string[],
  limits: Limits,
  nextTable: () => number,
): readonly Block[] {
  const text = laidOut(lines);
  const blocks: Block[] = [];
  let from = 0;
  let known: readonly string[] | undefined;
  const find = () => text && alignedInText(text, from, nextTable, { known, limits });
  for (let found = find(); found; found = find()) {
    const { before, table, to, headings } = found;
    blocks.push(...paragraphBlocks(before, limits, nextTable));
    addTable(blocks, table);
    from = to;
    known = headings;
  }
  return [...blocks, ...paragraphBlocks(lines.slice(from), limits, nextTable)];
}

function paragraphBlocks(
  lines: readonly string[],
  limits: Limits,
  nextTable: () => number,
): readonly Block[] {
  const reader = new LineReader(limits, nextTable);
  for (const line of wholeParagraphs(lines.map((each) => each.replace("\f", ""))))
    reader.line(line);
  return reader.end();
}

/** HTML tables and what stands between them; one that never ends is text. */
function partedAtTables(text: string): readonly string[] {
  const parts: string[] = [];
  const lower = text.toLowerCase();
  let from = 0;
  for (let at = lower.indexOf("<table"); at >= 0; at = lower.indexOf("<table", from)) {
    const end = lower.indexOf("</table", at);
    if (end < 0) break;
    const after = lower.indexOf(">", end);
    parts.push(text.slice(from, at), text.slice(at, after < 0 ? text.length : after + 1));
    from = after < 0 ? text.length : after + 1;
  }
  return [...parts, text.slice(from)];
}

class LineReader {
  private readonly blocks: Block[] = [];
  private readonly limits: Limits;
  private readonly nextTable: () => number;
  private rows: TextRow[] = [];
  private parted: "tabs" | "bars" | undefined;
  private isAfterBlank = false;
  private width = 0;

  constructor(limits: Limits, nextTable: () => number) {
    this.limits = limits;
    this.nextTable = nextTable;
  }

  line(line: string): void {
    if (!line.trim()) this.isAfterBlank = true;
    else {
      const parted = partedBy(line);
      if (parted) this.row(line, parted);
      else this.paragraph(line);
      this.isAfterBlank = false;
    }
  }

  end(): readonly Block[] {
    if (this.rows.length > 0) this.blocks.push(tableOfText(this.rows, this.nextTable()));
    this.rows = [];
    this.width = 0;
    this.parted = undefined;
    return this.blocks;
  }

  /** A table goes on after a blank line, which is where a page of it ended, unless it becomes wider. */
  private row(line: string, parted: "tabs" | "bars"): void {
    if (parted === "bars" && isBarRule(line)) return;
    const values = parted === "bars" ? barValues(line) : line.split("\t");
    const isWider = this.rows.every((row) => row.values.length < values.length);
    if (parted !== this.parted || (this.isAfterBlank && isWider)) this.end();
    this.width = Math.max(this.width, values.length);
    refuseHugeTable(this.rows.length + 1, this.width, this.limits);
    this.parted = parted;
    const afterBlank = this.isAfterBlank && this.rows.length > 0;
    this.rows.push({ values: values.map((value) => this.inline(value)), afterBlank });
  }

  private paragraph(line: string): void {
    if (this.underlined(line)) return;
    this.end();
    const [, marks, heading] = /^ {0,3}(#{1,6})\s+(\S.*)$/.exec(line) ?? [];
    if (heading !== undefined && marks !== undefined) {
      const words = heading.trimEnd().replace(/(?<=\s)#+$/, "");
      for (const each of this.inline(words)) this.blocks.push(withLevel(each, marks.length));
    } else for (const each of this.inline(withoutBullet(line))) this.blocks.push(each);
  }

  /** Markdown underlines a heading, and draws a rule across the page with the same strokes. */
  private underlined(line: string): boolean {
    if (!/^\s{0,3}(?:={3,}|-{3,}|_{3,}|\*{3,})\s*$/.test(line)) return false;
    const last = this.blocks.at(-1);
    const isUnder = /^\s*[=-]/.test(line) && !this.isAfterBlank && this.rows.length === 0;
    if (
      isUnder &&
      last?.kind === "paragraph" &&
      last.headingLevel === undefined &&
      last.text.length <= 160
    )
      this.blocks[this.blocks.length - 1] = withLevel(last, line.trim().startsWith("=") ? 1 : 2);
    return true;
  }

  /** HTML in a line says where its paragraphs end. */
  private inline(text: string): Block[] {
    const plain = withBreaksBeforeBullets(text.trim());
    if (!plain) return [];
    if (!/<\/?[a-z][^<>]*>|&#?\w{1,31};/i.test(plain)) return [markdownParagraph(plain)];
    return htmlBlocks(plain, this.limits, this.nextTable).map((block) =>
      block.kind === "paragraph" && /[*_~]/.test(block.text) && isPlain(block)
        ? markdownParagraph(block.text)
        : block,
    );
  }
}

/** A line of a table of contents has a tab too, before its page. */
function partedBy(line: string): "tabs" | "bars" | undefined {
  if (/^\s*\|.*\|/.test(line) || isBarRule(line)) return "bars";
  if ((line.match(/(?<=\s)\|(?=\s)/g)?.length ?? 0) >= 2) return "bars";
  if (!line.includes("\t") || /^[^\t]+\t[\d, ]+$/.test(line)) return undefined;
  return /^\s*(?:\d+(?:\.\d+)*\.?|[-*+•])\t[^\t]+$/.test(line) ? undefined : "tabs";
}

/** "- 1.1 Keep the list" is numbered already. */
function withoutBullet(line: string): string {
  return line.replace(/^\s*[-*+•]\s+(?=\S)/, (bullet) =>
    /^[([]?\d/.test(line.slice(bullet.length)) ? "" : "• ",
  );
}

/** Converters run the points of a list together: "including• how it is kept", "<ul>- in one place- in another". */
function withBreaksBeforeBullets(text: string): string {
  const parted = text.replaceAll(/(?<=\S)\s?•(?=\s)/g, "<br>•");
  if (!/<ul\b/i.test(text) || /<li\b/i.test(text)) return parted;
  return parted.replaceAll(/(?<=[\p{L}\p{N})])- (?=\p{L})/gu, "<br>- ");
}

/** One run that HTML says nothing of. */
function isPlain({ runs: [only, ...others] }: Paragraph): boolean {
  return only !== undefined && others.length === 0 && !only.struck;
}

function withLevel(block: Block, headingLevel: number): Block {
  if (block.kind !== "paragraph") return block;
  const heading: Paragraph = { ...block, headingLevel };
  return { ...heading, runs: heading.runs.map((run) => ({ ...run, bold: true })) };
}
