import type { Paragraph, TextRun } from "../model/blocks.ts";
import type { Numbering } from "./numbering.ts";
import { plainCharacters } from "../model/plain-characters.ts";
import { FieldLinks, linkIn } from "./fields.ts";
import { isUnfilled } from "./placeholders.ts";
import { hex, runShading, shadingOf } from "./shading.ts";
import { isStruck, numberingOf, type Style, type Styles } from "./styles.ts";
import {
  childrenNamed,
  elementsOf,
  find,
  isOn,
  textContent,
  valueAt,
  type XmlElement,
} from "./xml-tree.ts";

export interface WordContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Where the document's links lead, by the names it has for them. */
  readonly links: ReadonlyMap<string, string>;
}

/** What is never printed, or is printed elsewhere. */
const unprinted = new Set(["w:moveFrom", "w:instrText", "w:pPr", "w:rPr", "w:txbxContent"]);

/** A paragraph as printed, its automatic number or bullet first. */
export function readParagraph(element: XmlElement, context: WordContext): Paragraph {
  const { styles, numbering } = context;
  const properties = find(element, "w:pPr");
  const style = styles.style(valueAt(properties, "w:pStyle"));
  const reading = { style, styles, links: context.links, fields: new FieldLinks() };
  const runs = shaded(readRuns(element, reading), shadingOf(properties));
  const label = labelOf(properties, style, numbering);
  const text = runs.map((run) => run.text).join("");
  const level = headingLevel(properties, style);
  return {
    kind: "paragraph",
    text: label && text.trim() ? `${label} ${text}` : text,
    runs,
    ...(style && { style: style.name }),
    ...(level !== undefined && { headingLevel: level }),
  };
}

/** What lies behind the whole paragraph, lies behind words that have nothing of their own. */
function shaded(runs: TextRun[], behind: string | undefined): TextRun[] {
  return behind === undefined ? runs : runs.map((run) => ({ shading: behind, ...run }));
}

function labelOf(
  properties: XmlElement | undefined,
  style: Style | undefined,
  numbering: Numbering,
): string {
  const reference = numberingOf(properties) ?? style?.numbering;
  return reference && reference.list !== "0" ? numbering.next(reference) : "";
}

function headingLevel(
  properties: XmlElement | undefined,
  style: Style | undefined,
): number | undefined {
  const outline = valueAt(properties, "w:outlineLvl");
  if (outline !== undefined && Number(outline) < 9) return Number(outline) + 1;
  return style?.headingLevel;
}

/** Passes through whatever only wraps text: links, insertions, content controls, fields. */
function readRuns(parent: XmlElement, reading: Reading): TextRun[] {
  return elementsOf(parent).flatMap((child) => {
    if (unprinted.has(child.name) || isUnfilled(child)) return [];
    if (child.name === "w:r") return leading(readRun(child, reading), reading.fields.run(child));
    if (child.name === "w:del")
      return readRuns(child, reading).map((run) => ({ ...run, struck: true }));
    const inner = child.name === "mc:AlternateContent" ? alternative(child) : child;
    return leading(readRuns(inner, reading), linkOf(child, reading.links));
  });
}

interface Reading {
  readonly style: Style | undefined;
  readonly styles: Styles;
  readonly links: WordContext["links"];
  readonly fields: FieldLinks;
}

function leading(runs: TextRun[], link: string | undefined): TextRun[] {
  return link === undefined ? runs : runs.map((run) => ({ ...run, link }));
}

/** Word keeps the place within a page beside the page. */
function linkOf({ name, attributes }: XmlElement, links: WordContext["links"]): string | undefined {
  if (name === "w:fldSimple") return linkIn(attributes["instr"] ?? "");
  if (name !== "w:hyperlink") return undefined;
  const { id = "", anchor } = attributes;
  const to = links.get(id);
  return to !== undefined && anchor !== undefined && !to.includes("#") ? `${to}#${anchor}` : to;
}

function readRun(element: XmlElement, { style, styles }: Reading): TextRun[] {
  const text = elementsOf(element).map(printed).join("");
  if (!text) return [];
  const properties = find(element, "w:rPr");
  const bold = find(properties, "w:b");
  const colour = hex(valueAt(properties, "w:color"));
  const shading = runShading(properties);
  const own = valueAt(properties, "w:rStyle");
  const struck = isStruck(properties, style, own === undefined ? undefined : styles.style(own));
  return [
    {
      text,
      bold: bold ? isOn(bold) : (style?.bold ?? false),
      italic: isOn(find(properties, "w:i")),
      ...(colour && { colour }),
      ...(shading && { shading }),
      ...(struck && { struck }),
    },
  ];
}

function printed(element: XmlElement): string {
  switch (element.name) {
    case "w:t":
    case "w:delText":
      return plainCharacters(textContent(element));
    case "w:fldChar":
      return formField(element);
    case "w:br":
      return element.attributes["type"] === "page" ? "" : "\n";
    case "w:sym":
      return symbol(element);
    case "mc:AlternateContent":
      return elementsOf(alternative(element)).map(printed).join("");
    default:
      return signs[element.name] ?? "";
  }
}

const signs: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:ptab": "\t",
  "w:cr": "\n",
  "w:noBreakHyphen": "-",
};

/** What is chosen or ticked in a field of an older form; what was typed into one stands in the text. */
function formField(element: XmlElement): string {
  const list = find(element, "w:ffData", "w:ddList");
  const box = find(element, "w:ffData", "w:checkBox");
  if (box) return isOn(find(box, "w:checked") ?? find(box, "w:default")) ? "☒" : "☐";
  const chosen = Number(valueAt(list, "w:result") ?? valueAt(list, "w:default") ?? "0");
  const entry = list && childrenNamed(list, "w:listEntry")[chosen];
  return entry?.attributes["val"] ?? "";
}

/** Word writes some drawings twice, for newer and older readers: the first is enough. */
export function alternative(element: XmlElement): XmlElement {
  return find(element, "mc:Choice") ?? find(element, "mc:Fallback") ?? element;
}

/** Ticks and crosses of the symbol fonts as everybody's characters; another sign as it is coded. */
function symbol(element: XmlElement): string {
  const code = Number.parseInt(element.attributes["char"] ?? "", 16);
  if (Number.isNaN(code)) return "";
  const wingdings: Readonly<Record<number, string>> = {
    0xfc: "✓",
    0xfb: "✗",
    0xfe: "☑",
    0xa8: "☐",
  };
  return wingdings[code & 0xff] ?? String.fromCharCode(code);
}
