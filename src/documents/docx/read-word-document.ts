import type { Limits } from "../limits.ts";
import type { Block } from "../model/blocks.ts";
import type { DocumentProblem } from "../plan-document.ts";
import { linksOf } from "./links.ts";
import { mainPart, notOffice } from "./main-part.ts";
import { readNumbering } from "./numbering.ts";
import { corrupt, openPackage, type Package } from "./open-package.ts";
import { bodyOf, readBlocks } from "./read-blocks.ts";
import { partOfType, readRelations } from "./relations.ts";
import { readStyles } from "./styles.ts";
import { wordsBeside } from "./words-beside.ts";
import { find, parseXml, textContent } from "./xml-tree.ts";

export interface WordDocument {
  readonly blocks: readonly Block[];
  /** From the file's properties, where somebody filled it in. */
  readonly title?: string;
  /** What is printed beside the text and was not taken over. */
  readonly problems: readonly DocumentProblem[];
}

/**
 * Reads what a .docx prints. Macros, links to outside and everything else that is not words stay
 * packed. Throws UnreadableDocumentError.
 */
export function readWordDocument(bytes: Uint8Array, limits: Limits): WordDocument {
  const opened = openPackage(bytes, limits);
  const { path, holds } = mainPart(opened, limits);
  if (holds !== "document") throw notOffice();
  return readWordPackage(opened, path, limits);
}

/** The same of a package that is open already, whose document is that part. */
export function readWordPackage(opened: Package, main: string, limits: Limits): WordDocument {
  const relations = readRelations(opened, [main], limits)(main);
  const names = [
    main,
    partOfType(relations, "styles"),
    partOfType(relations, "numbering"),
    "docProps/core.xml",
  ];
  const parts = opened.read(names.filter((name) => name !== undefined));
  const [document, styles, numbering, properties] = names.map((name = "") => {
    const part = parts.get(name);
    return part && parseXml(part, limits);
  });
  const body = document && bodyOf(document);
  if (!body) throw corrupt();
  const context = {
    styles: readStyles(styles),
    numbering: readNumbering(numbering),
    links: linksOf(relations),
  };
  const title = textContent(find(properties, "dc:title")).trim();
  const blocks = readBlocks(body, context, limits);
  const problems = wordsBeside(opened, relations, { blocks, context, limits });
  return { blocks, problems, ...(title && { title }) };
}
