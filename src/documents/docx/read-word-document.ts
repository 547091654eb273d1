import type { Limits } from "../limits.ts";
import type { Block } from "../model/blocks.ts";
import { UnreadableDocumentError } from "../unreadable-document-error.ts";
import { readNumbering } from "./numbering.ts";
import { corrupt, openPackage, type Package } from "./open-package.ts";
import { bodyOf, readBlocks } from "./read-blocks.ts";
import { readStyles } from "./styles.ts";
import { childrenNamed, find, parseXml, textContent, type XmlElement } from "./xml-tree.ts";

export interface WordDocument {
  readonly blocks: readonly Block[];
  /** From the file's properties, where somebody filled it in. */
  readonly title?: string;
}

/**
 * Reads what a .docx prints. Macros, links to outside and everything else that is not words stay
 * packed. Throws UnreadableDocumentError.
 */
export function readWordDocument(bytes: Uint8Array, limits: Limits): WordDocument {
  const opened = openPackage(bytes, limits);
  const main = mainPart(opened, limits);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const names = [main, `${folder}styles.xml`, `${folder}numbering.xml`, "docProps/core.xml"];
  const parts = opened.read(names);
  const [document, styles, numbering, properties] = names.map((name) => {
    const part = parts.get(name);
    return part && parseXml(part, limits.depth);
  });
  const body = document && bodyOf(document);
  if (!body) throw corrupt();
  const context = { styles: readStyles(styles), numbering: readNumbering(numbering) };
  const title = textContent(find(properties, "dc:title")).trim();
  return { blocks: readBlocks(body, context), ...(title && { title }) };
}

/** The part that the package itself names as its document; Word calls it word/document.xml. */
function mainPart(opened: Package, limits: Limits): string {
  const relations = opened.read(["_rels/.rels"]).get("_rels/.rels");
  const target = relations && targetOf(parseXml(relations, limits.depth));
  if (target === undefined) throw notWord();
  const types = opened.read(["[Content_Types].xml"]).get("[Content_Types].xml");
  if (types && !isWord(parseXml(types, limits.depth), target)) throw notWord();
  if (!opened.has(target)) throw corrupt();
  return target;
}

function targetOf(relations: XmlElement): string | undefined {
  return childrenNamed(relations, "rel:Relationship")
    .find(({ attributes }) => attributes["Type"]?.endsWith("/relationships/officeDocument"))
    ?.attributes["Target"]?.replace(/^\//, "");
}

/** A workbook and a presentation are packages too. Documents with macros are Word documents. */
function isWord(types: XmlElement, target: string): boolean {
  const own = childrenNamed(types, "ct:Override").find(
    ({ attributes }) => attributes["PartName"] === `/${target}`,
  );
  return own === undefined || /word/i.test(own.attributes["ContentType"] ?? "");
}

function notWord(): UnreadableDocumentError {
  return new UnreadableDocumentError("wrong-type", "This is not a Word document (.docx).");
}
