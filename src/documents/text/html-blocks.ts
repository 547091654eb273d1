import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";
import type { Limits } from "../limits.ts";
import type { Block, Paragraph, TextRun } from "../model/blocks.ts";
import { UnreadableDocumentError } from "../unreadable-document-error.ts";
import { colourIn } from "./html-colours.ts";
import { type HtmlRow, tableOfRows } from "./html-table.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

interface Format {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly colour?: string;
}

/** What is never printed; scripts are not run, and nothing is fetched. */
const unprinted = new Set(["script", "style", "head", "template", "noscript", "iframe", "object"]);
const breaking = new Set(
  "address article aside blockquote body center dd div dl dt figure footer form header hr html li main nav ol p pre section ul".split(
    " ",
  ),
);
const boldTags = new Set(["b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"]);

/**
 * The paragraphs and tables of HTML, or of a fragment of it. `nextTable` numbers the tables. Throws
 * UnreadableDocumentError where elements nest deeper than the limits allow.
 */
export function htmlBlocks(html: string, limits: Limits, nextTable: () => number): Block[] {
  const root = /<html[\s>]/i.test(html) ? parse(html) : parseFragment(html);
  const writer = new BlockWriter(limits, nextTable);
  writer.children(root.childNodes, { bold: false, italic: false }, 0);
  writer.end();
  return writer.blocks;
}

class BlockWriter {
  readonly blocks: Block[] = [];
  private readonly limits: Limits;
  private readonly nextTable: () => number;
  private runs: TextRun[] = [];
  private level: number | undefined;

  constructor(limits: Limits, nextTable: () => number) {
    this.limits = limits;
    this.nextTable = nextTable;
  }

  children(nodes: readonly Node[], format: Format, depth: number): void {
    if (depth > this.limits.depth) throw tooDeep(this.limits.depth);
    for (const node of nodes) {
      if ("tagName" in node) this.element(node, format, depth);
      else if (node.nodeName === "#text" && "value" in node) this.text(node.value, format);
    }
  }

  /** Ends the paragraph that is being written. */
  end(): void {
    const runs = trimmed(this.runs);
    this.runs = [];
    if (runs.length === 0) return;
    const paragraph: Paragraph = {
      kind: "paragraph",
      text: runs.map(({ text }) => text).join(""),
      runs,
      ...(this.level !== undefined && { headingLevel: this.level }),
    };
    this.blocks.push(paragraph);
  }

  private element(element: Element, format: Format, depth: number): void {
    const { tagName } = element;
    if (unprinted.has(tagName)) return;
    if (tagName === "table") return this.table(element, depth);
    if (tagName === "br") return this.end();
    if (/^h[1-6]$/.test(tagName) || breaking.has(tagName)) this.part(element, format, depth);
    else this.children(element.childNodes, formatOf(element, format), depth + 1);
  }

  /** What stands in a paragraph, or several, of its own. */
  private part(element: Element, format: Format, depth: number): void {
    const outer = this.level;
    this.end();
    if (element.tagName === "li") this.text("• ", format);
    if (/^h[1-6]$/.test(element.tagName)) this.level = Number(element.tagName.slice(1));
    this.children(element.childNodes, formatOf(element, format), depth + 1);
    this.end();
    this.level = outer;
  }

  /** Line ends of the source are spaces, as in a browser. */
  private text(value: string, { bold, italic, colour }: Format): void {
    const text = value.replaceAll(/\s+/g, " ");
    if (text) this.runs.push({ text, bold, italic, ...(colour && { colour }) });
  }

  private table(element: Element, depth: number): void {
    this.end();
    const number = this.nextTable();
    const rows = rowsOf(element).map((row): HtmlRow =>
      row.childNodes.filter(isCell).map((cell) => this.cell(cell, depth)),
    );
    this.blocks.push(tableOfRows(rows, number, this.limits));
  }

  private cell(cell: Element, depth: number): HtmlRow[number] {
    const inner = new BlockWriter(this.limits, this.nextTable);
    const bold = cell.tagName === "th";
    inner.children(cell.childNodes, formatOf(cell, { bold, italic: false }), depth + 4);
    inner.end();
    const span = (name: string) => Number(attribute(cell, name) ?? "1");
    return {
      blocks: inner.blocks,
      isHeading: bold,
      columnSpan: span("colspan"),
      rowSpan: span("rowspan"),
      shading: colourIn(attribute(cell, "bgcolor")) ?? colourIn(styleOf(cell, "background")),
    };
  }
}

function formatOf(element: Element, { bold, italic, colour }: Format): Format {
  const { tagName } = element;
  const own = colourIn(styleOf(element, "color") ?? attribute(element, "color")) ?? colour;
  return {
    bold:
      bold || boldTags.has(tagName) || /bold|[6-9]00/.test(styleOf(element, "font-weight") ?? ""),
    italic: italic || tagName === "i" || tagName === "em",
    ...(own && { colour: own }),
  };
}

/** Of this table, not of tables inside it. */
function rowsOf(element: Element): Element[] {
  return element.childNodes.flatMap((child) => {
    if (!("tagName" in child)) return [];
    if (child.tagName === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(child.tagName) ? rowsOf(child) : [];
  });
}

function isCell(node: Node): node is Element {
  return "tagName" in node && (node.tagName === "td" || node.tagName === "th");
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

function styleOf(element: Element, name: string): string | undefined {
  const declarations = attribute(element, "style")?.split(";") ?? [];
  const found = declarations.find((each) => each.trim().toLowerCase().startsWith(name));
  return found?.slice(found.indexOf(":") + 1).trim();
}

/** Without spaces at either end, or twice where runs meet. */
function trimmed(runs: readonly TextRun[]): TextRun[] {
  let before = " ";
  const single = runs.map((run) => {
    const text = before.endsWith(" ") ? run.text.trimStart() : run.text;
    if (text) before = text;
    return { ...run, text };
  });
  const last = single.findLastIndex(({ text }) => text.trim());
  return single
    .slice(0, last + 1)
    .map((run, index) => (index === last ? { ...run, text: run.text.trimEnd() } : run))
    .filter(({ text }) => text);
}

function tooDeep(depth: number): UnreadableDocumentError {
  return new UnreadableDocumentError(
    "too-deep",
    `The file nests more than ${depth} levels deep and was not read.`,
  );
}
