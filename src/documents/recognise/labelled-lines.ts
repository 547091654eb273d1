import type { Block, Cell, Paragraph, Table } from "../model/blocks.ts";
import { isBold } from "../model/cell-text.ts";
import { UnreadableDocumentError } from "../unreadable-document-error.ts";
import { readColumns } from "./column-headings.ts";
import { columnMeaning } from "./heading-meanings.ts";
import { type Labelled, rowsOfLabelled } from "./labelled-rows.ts";
import { readPlanLine } from "./plan-lines.ts";

/**
 * The blocks with actions that are told in lines, "Action: …", "Lead officer: …", "By when: …", as rows of a plan. A
 * document that has a plan's table, or no such lines, comes back as it is. Throws UnreadableDocumentError for more
 * actions than a plan has.
 */
export function withLabelledLinesAsRows(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some((block) => block.kind === "table" && block.rows.some((row) => readColumns(row))))
    return blocks;
  const writer = new Writer();
  for (const block of blocks) writer.block(block);
  return writer.end();
}

/** No plan has so many. */
const mostActions = 5_000;

function tooMany(): UnreadableDocumentError {
  return new UnreadableDocumentError(
    "too-large",
    `The document tells of more than ${mostActions} actions and was not read.`,
  );
}

interface Line {
  readonly label: string;
  /** "1.2" of "Action 1.2: …". */
  readonly number?: string;
  readonly value: Paragraph | undefined;
}

class Writer {
  private readonly blocks: Block[] = [];
  /** What was taken for the record, as it stood, in case that it is none. */
  private taken: Block[] = [];
  private lines: { readonly label: string; readonly values: Paragraph[] }[] = [];
  private tables = 0;

  block(block: Block): void {
    const line = block.kind === "paragraph" ? labelledLine(block) : undefined;
    if (line) this.line(line, block);
    else if (block.kind === "paragraph" && this.goesOn(block)) {
      this.lines.at(-1)?.values.push(block);
      this.taken.push(block);
    } else if (block.kind === "paragraph" && !block.text.trim() && this.lines.length > 0) {
      this.taken.push(block);
    } else {
      this.flush();
      this.blocks.push(block);
    }
  }

  end(): readonly Block[] {
    this.flush();
    return this.blocks;
  }

  private line({ label, number, value }: Line, block: Block): void {
    const plain = label.toLowerCase();
    if (value && this.fill(plain, value)) {
      this.taken.push(block);
      return;
    }
    if (this.lines.some((each) => each.label.toLowerCase() === plain)) this.flush();
    if (this.lines.length === 0 && !beginsAction(label)) {
      this.blocks.push(block);
      return;
    }
    if (number) this.lines.push({ label: "Action no", values: [paragraphOf(number)] });
    this.lines.push({ label, values: value ? [value] : [] });
    this.taken.push(block);
  }

  /** "Action 1.1" may be a heading over "Action: …". */
  private fill(plain: string, value: Paragraph): boolean {
    const waiting = this.lines.find(({ label }) => label.toLowerCase() === plain);
    if (waiting?.values.length !== 0) return false;
    waiting.values.push(value);
    return true;
  }

  /** Words without a label belong to the one above, unless they look like the heading of something else. */
  private goesOn(paragraph: Paragraph): boolean {
    const { headingLevel, text } = paragraph;
    if (this.lines.length === 0 || !text.trim() || headingLevel !== undefined) return false;
    const isNext = isBold(paragraph) && this.lines.at(-1)?.values.length !== 0;
    return !isNext && readPlanLine(paragraph, false).kind === "text";
  }

  private flush(): void {
    const { lines, taken } = this;
    this.lines = [];
    this.taken = [];
    const record: Labelled = {
      number: 1,
      pairs: lines.map(({ label, values }) => ({
        label: cellOf([paragraphOf(label)]),
        value: cellOf(values),
      })),
    };
    const written = lines.length > 0 ? rowsOfLabelled([record]) : undefined;
    if (!written) {
      this.blocks.push(...taken);
      return;
    }
    this.tables += 1;
    if (this.tables > mostActions) throw tooMany();
    const table: Table = {
      kind: "table",
      number: this.tables,
      name: `Action ${this.tables}`,
      ...written,
    };
    this.blocks.push(table);
  }
}

/** Outcomes and themes may stand above all actions; these do not. */
function beginsAction(label: string): boolean {
  return ["action", "agency", "lead"].includes(columnMeaning(label));
}

function labelledLine(paragraph: Paragraph): Line | undefined {
  return numberedAction(paragraph) ?? labelAndWords(paragraph);
}

/** "Action 1.2: …", with its words beside it or below. */
function numberedAction(paragraph: Paragraph): Line | undefined {
  const [, number, words = ""] =
    /^(?:(?:•|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+)?action\s*(?:no\.?\s*)?(\d+(?:\.\d+)*[a-z]?)\s*(?:[:.–—-]\s*|$)([\s\S]*)$/i.exec(
      paragraph.text.trim(),
    ) ?? [];
  if (!number) return undefined;
  return { label: "Action", number, value: words ? restOf(paragraph, words) : undefined };
}

/** Not "Recommendation 2: …", which has a number and begins what the actions after it are for. */
function labelAndWords(paragraph: Paragraph): Line | undefined {
  const [, label = "", words = ""] =
    /^(?:(?:•|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+)?([^:\n]{2,40}):\s*([\s\S]*)$/i.exec(
      paragraph.text.trim(),
    ) ?? [];
  const isHeading = paragraph.headingLevel !== undefined;
  if (label === "" || isHeading || columnMeaning(label) === "unfamiliar") return undefined;
  if (readPlanLine(paragraph, false).kind === "recommendation") return undefined;
  return { label: label.trim(), value: words ? restOf(paragraph, words) : undefined };
}

/** The paragraph without its label. */
function restOf({ runs }: Paragraph, words: string): Paragraph {
  const kept: Paragraph["runs"][number][] = [];
  let left = words.length;
  for (const run of runs.toReversed()) {
    if (left <= 0) break;
    const text = run.text.slice(Math.max(0, run.text.length - left));
    left -= text.length;
    kept.unshift({ ...run, text });
  }
  return { kind: "paragraph", text: words, runs: kept };
}

function paragraphOf(text: string): Paragraph {
  return { kind: "paragraph", text, runs: [] };
}

function cellOf(blocks: readonly Paragraph[]): Cell {
  return { blocks, row: 1, column: 0, columnSpan: 1 };
}
