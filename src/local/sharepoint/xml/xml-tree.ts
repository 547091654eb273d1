import { SaxesParser } from "saxes";

/** An element as it was written, without regard to namespaces. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Growing[];
  text: string;
}

/** SQLite nests conditions 1,000 deep at most; this keeps well below. */
const deepest = 100;
const mostElements = 5000;

/** Reads XML into a tree; undefined where it is none, declares entities of its own, or is nested without end. */
export function parseXml(text: string): XmlElement | undefined {
  const root: Growing = { name: "", attributes: {}, children: [], text: "" };
  const open: Growing[] = [root];
  let count = 0;
  const parser = new SaxesParser();
  parser.on("doctype", refuse);
  parser.on("error", refuse);
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length > deepest || ++count > mostElements) refuse();
    const element: Growing = { name, attributes: { ...attributes }, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (content: string): void => {
    const at = open.at(-1);
    if (at) at.text += content;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => void open.pop());
  try {
    parser.write(text.trim()).close();
  } catch (error) {
    if (error instanceof UnreadableXmlError) return undefined;
    throw error;
  }
  return root.children[0];
}

class UnreadableXmlError extends Error {}

function refuse(): never {
  throw new UnreadableXmlError();
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** Writes one element with its content, which is XML already. Attributes without a value are left out. */
export function writeElement(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content = "",
): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(value)}"`]))
    .join("");
  return content === "" ? `<${name}${written} />` : `<${name}${written}>${content}</${name}>`;
}

/** Writes a tree as it was read. */
export function writeXml(element: XmlElement): string {
  const inner = element.children.map(writeXml).join("");
  return writeElement(element.name, element.attributes, inner + escapeXml(element.text.trim()));
}

export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
