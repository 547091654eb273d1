import type { Paragraph, TextRun } from "../model/blocks.ts";
import type { Numbering } from "./numbering.ts";
import { numberingOf, type Style, type Styles } from "./styles.ts";
import { elementsOf, find, isOn, textContent, valueAt, type XmlElement } from "./xml-tree.ts";

export interface WordContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
}

/** What was taken out of the text, is never printed, or is printed elsewhere. */
const unprinted = new Set([
  "w:del",
  "w:moveFrom",
  "w:instrText",
  "w:delText",
  "w:pPr",
  "w:rPr",
  "w:txbxContent",
]);

/** A paragraph as printed, its automatic number or bullet first. */
export function readParagraph(element: XmlElement, { styles, numbering }: WordContext): Paragraph {
  const properties = find(element, "w:pPr");
  const style = styles.style(valueAt(properties, "w:pStyle"));
  const runs = readRuns(element, style);
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
function readRuns(parent: XmlElement, style: Style | undefined): TextRun[] {
  return elementsOf(parent).flatMap((child) => {
    if (unprinted.has(child.name)) return [];
    if (child.name === "w:r") return readRun(child, style);
    return readRuns(child.name === "mc:AlternateContent" ? alternative(child) : child, style);
  });
}

function readRun(element: XmlElement, style: Style | undefined): TextRun[] {
  const text = elementsOf(element).map(printed).join("");
  if (!text) return [];
  const properties = find(element, "w:rPr");
  const bold = find(properties, "w:b");
  const colour = hex(valueAt(properties, "w:color"));
  return [
    {
      text,
      bold: bold ? isOn(bold) : (style?.bold ?? false),
      italic: isOn(find(properties, "w:i")),
      ...(colour && { colour }),
    },
  ];
}

function printed(element: XmlElement): string {
  switch (element.name) {
    case "w:t":
      return textContent(element);
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
      return element.attributes["type"] === "page" ? "" : "\n";
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:sym":
      return symbol(element);
    case "mc:AlternateContent":
      return elementsOf(alternative(element)).map(printed).join("");
    default:
      return "";
  }
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
  return wingdings[code & 0xff] ?? String.fromCodePoint(Math.min(code, 0xffff));
}

/** A colour of its own; "auto" and theme names say nothing that could be relied on. */
export function hex(value: string | undefined): string | undefined {
  return value !== undefined && /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : undefined;
}
