import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { type Limits, refuseDeep } from "../limits.ts";
import type { Block, Paragraph, TextRun } from "../model/blocks.ts";
import { plainCharacters } from "../model/plain-characters.ts";
import { colourIn } from "./html-colours.ts";
import { type HtmlRow, tableOfRows } from "./html-table.ts";
import { parseHtml } from "./parse-html.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

interface Format {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly colour?: string;
  readonly shading?: string;
  readonly link?: string;
  readonly struck?: boolean;
}

/** What is never printed; scripts are not run, and nothing is fetched. */
const unprinted = new Set(["script", "style", "head", "template", "noscript", "iframe", "object"]);
const breaking = new Set(
  "address article aside blockquote body center dd div dl dt figure footer form header hr html li main nav ol p pre section ul".split(
    " ",
  ),
);
const struckTags = new Set(["s", "strike", "del"]);
const boldTags = new Set(["b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"]);

/**
 * The paragraphs and tables of HTML, or of a fragment of it. `nextTable` numbers the tables. Throws
 * UnreadableDocumentError where elements nest deeper than the limits allow, or are more.
 */
export function htmlBlocks(html: string, limits: Limits, nextTable: () => number): Block[] {
  const writer = new BlockWriter(limits, nextTable);
  writer.children(parseHtml(html, limits), { bold: false, italic: false }, 0);
  writer.end();
  return writer.blocks;
}

/** In characters: a title that stands later is not looked for. */
const longestHead = 21_000;

/** What a page of HTML calls itself; empty for any other text. */
export function htmlTitle(html: string): string {
  const head = html.search(/<head[\s>]/i);
  if (head < 0) return "";
  const beginning = html.slice(head, head + longestHead);
  const title = /<title[^>]{0,200}>([^<]{1,1000})<\/title>/i.exec(beginning)?.[1] ?? "";
  const [words] = parseFragment(title).childNodes;
  return words && "value" in words ? words.value.replaceAll(/\s+/g, " ").trim() : "";
}

class BlockWriter {
  readonly blocks: Block[] = [];
  private readonly limits: Limits;
  private readonly nextTable: () => number;
  private runs: TextRun[] = [];
  private level: number | undefined;
  /** Word's own style for the title of a document, as it saves it for the web. */
  private isTitle = false;
  /** What is printed before the next words: the mark of a list. */
  private mark = "";
  private readonly counts = new Map<Element, number>();

  constructor(limits: Limits, nextTable: () => number) {
    this.limits = limits;
    this.nextTable = nextTable;
  }

  children(nodes: readonly Node[], format: Format, depth: number): void {
    refuseDeep(depth, this.limits);
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
      ...(this.isTitle && { style: "title" }),
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
    if (element.tagName === "li") this.mark = this.markOf(element);
    this.isTitle = /^MsoTitle/i.test(attribute(element, "class") ?? "");
    if (/^h[1-6]$/.test(element.tagName)) this.level = Number(element.tagName.slice(1));
    this.children(element.childNodes, formatOf(element, format), depth + 1);
    this.end();
    this.isTitle = false;
    this.level = outer;
    if (element.tagName === "li") this.mark = "";
  }

  /** Browsers count the points of an ordered list, from where it says. */
  private markOf(item: Element): string {
    const list = item.parentNode;
    if (!list || !("tagName" in list) || list.tagName !== "ol") return "• ";
    const before = this.counts.get(list) ?? Number(attribute(list, "start") ?? "1") - 1;
    const count = Number(attribute(item, "value") ?? before + 1);
    this.counts.set(list, count);
    return Number.isInteger(count) ? `${count}. ` : "• ";
  }

  /** Line ends of the source are spaces, as in a browser. */
  private text(value: string, format: Format): void {
    const words = plainCharacters(value).replaceAll(/\s+/g, " ");
    const text = words.trim() ? this.mark + words : words;
    if (words.trim()) this.mark = "";
    if (text) this.runs.push({ text, ...format });
  }

  private table(element: Element, depth: number): void {
    this.end();
    const caption = element.childNodes.find(
      (child) => "tagName" in child && child.tagName === "caption",
    );
    if (caption && "tagName" in caption) this.part(caption, { bold: false, italic: false }, depth);
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

function formatOf(element: Element, outer: Format): Format {
  const { tagName } = element;
  const isBold =
    boldTags.has(tagName) || /bold|[6-9]00/.test(styleOf(element, "font-weight") ?? "");
  return {
    ...outer,
    ...looksOf(element),
    bold: outer.bold || isBold,
    italic: outer.italic || tagName === "i" || tagName === "em",
  };
}

/** Colours of its own, and where it leads; what lies behind a cell is the cell's. */
function looksOf(element: Element): Partial<Format> {
  const colour = colourIn(styleOf(element, "color") ?? attribute(element, "color"));
  const shading = isCell(element) ? undefined : colourIn(styleOf(element, "background"));
  const link = element.tagName === "a" ? attribute(element, "href") : undefined;
  const struck = struckTags.has(element.tagName) || isLinedThrough(element);
  return {
    ...(colour && { colour }),
    ...(shading && { shading }),
    ...(link && { link }),
    ...(struck && { struck }),
  };
}

/** A line drawn through an element goes through all it holds, whatever that says of lines. */
function isLinedThrough(element: Element): boolean {
  const style = attribute(element, "style") ?? "";
  return /text-decoration(?:-line)?\s*:[^;]*\bline-through\b/i.test(style);
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
