import { SaxesParser, type SaxesTagNS } from "saxes";
import { type Limits, refuseDeep, refuseManyElements } from "../limits.ts";
import { UnreadableDocumentError } from "../unreadable-document-error.ts";
import { corrupt } from "./open-package.ts";

/** An element, named with the prefix below whatever prefix its file uses: "w:tbl". */
export interface XmlElement {
  readonly name: string;
  /** By local name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

type XmlNode = XmlElement | string;

interface Growing extends XmlElement {
  readonly children: XmlNode[];
}

/** Word writes the first of each pair, "Strict Open XML" the second. */
const prefixes: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
  "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
  "http://purl.org/dc/elements/1.1/": "dc",
};

/**
 * How a document looks makes up most of it and says nothing: these elements and all they hold are dropped as
 * they are parsed, so that a tree takes memory only for what is read from it.
 */
const decorations: ReadonlySet<string> = new Set(
  "bookmarkEnd bookmarkStart cnfStyle ind jc keepLines keepNext kern lang lastRenderedPageBreak latentStyles next noProof pBdr proofErr qFormat rFonts rsid sectPr semiHidden spacing sz szCs tabs tblCellMar tblGrid tblPr tblStylePr tcBorders tcMar tcW uiPriority unhideWhenUsed vAlign widowControl"
    .split(" ")
    .map((name) => `w:${name}`),
);

/** Stands for every element that is dropped. */
const dropped: Growing = { name: "", attributes: {}, children: [] };

const stepCharacters = 65_536;

/**
 * Reads XML into a tree. Knows no entities but XML's own five: a document type, and with it every
 * external or expanding entity, is refused. Throws UnreadableDocumentError.
 */
export function parseXml(
  bytes: Uint8Array,
  limits: Pick<Limits, "depth" | "elements">,
): XmlElement {
  const text = decode(bytes);
  const root: Growing = { name: "", attributes: none, children: [] };
  const open: Growing[] = [root];
  let count = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("doctype", () => {
    throw new UnreadableDocumentError("unsafe", "The file declares XML entities and was not read.");
  });
  parser.on("opentag", (tag) => {
    refuseDeep(open.length, limits);
    const name = nameOf(tag);
    const parent = open.at(-1);
    count += 1;
    refuseManyElements(count, limits);
    const isKept = parent !== dropped && !decorations.has(name);
    const element = isKept ? { name, attributes: attributesOf(tag), children: [] } : dropped;
    if (isKept) parent?.children.push(element);
    open.push(element);
  });
  const addText = (content: string): void => {
    const parent = open.at(-1);
    if (parent !== dropped) parent?.children.push(content);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => void open.pop());
  feed(parser, text);
  return firstElement(root.children);
}

function feed(parser: SaxesParser<{ xmlns: true }>, text: string): void {
  try {
    for (let at = 0; at < text.length; at += stepCharacters) {
      parser.write(text.slice(at, at + stepCharacters));
    }
    parser.close();
  } catch (cause) {
    if (cause instanceof UnreadableDocumentError) throw cause;
    throw corrupt(cause);
  }
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw corrupt(cause);
  }
}

function nameOf({ uri, local }: SaxesTagNS): string {
  const prefix = prefixes[uri];
  return prefix === undefined ? local : `${prefix}:${local}`;
}

const none: Readonly<Record<string, string>> = Object.freeze({});

/** Most elements of a document have none: they share one. */
function attributesOf({ attributes }: SaxesTagNS): Readonly<Record<string, string>> {
  let own: Record<string, string> | undefined;
  for (const name in attributes) {
    const { local = "", value = "" } = attributes[name] ?? {};
    own ??= {};
    own[local] = value;
  }
  return own ?? none;
}

function firstElement(nodes: readonly XmlNode[]): XmlElement {
  const found = nodes.find((node) => typeof node !== "string");
  if (!found) throw corrupt();
  return found;
}

export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name);
}

/** The first descendant along a path of names: `find(cell, "w:tcPr", "w:shd")`. */
export function find(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (at, name) => at && elementsOf(at).find((child) => child.name === name),
    element,
  );
}

/** The `w:val` of the element at the end of the path. */
export function valueAt(element: XmlElement | undefined, ...path: string[]): string | undefined {
  return find(element, ...path)?.attributes["val"];
}

/** True for an attribute that says so, as XML writes it. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** True for an on-off property that is there and not switched off. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !["0", "false", "off", "none"].includes(attribute(property));
}

function attribute(property: XmlElement): string {
  return property.attributes["val"] ?? "";
}

export function textContent(element: XmlElement | undefined): string {
  if (!element) return "";
  return element.children
    .map((child) => (typeof child === "string" ? child : textContent(child)))
    .join("");
}
