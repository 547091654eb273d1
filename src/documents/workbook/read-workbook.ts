import { readLinks } from "../docx/links.ts";
import { corrupt, type Package } from "../docx/open-package.ts";
import { childrenNamed, find, parseXml, textContent, type XmlElement } from "../docx/xml-tree.ts";
import type { DocumentContent } from "../document-content.ts";
import { sheetBlocks } from "../grid/sheet-blocks.ts";
import type { Limits } from "../limits.ts";
import type { Block } from "../model/blocks.ts";
import type { DocumentProblem } from "../plan-document.ts";
import type { Book } from "./cells.ts";
import { readThemeColours } from "./colours.ts";
import { commentsOf, relationsOf } from "./comments.ts";
import { readSheet } from "./read-sheet.ts";
import { readCellStyles } from "./styles.ts";

const properties = "docProps/core.xml";

interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/**
 * Reads what the sheets of a workbook (.xlsx, .xlsm) show: formulas as they last came out, dates in their formats.
 * Comments are listed; macros, links to other books and drawings stay packed. Throws UnreadableDocumentError.
 */
export function readWorkbook(opened: Package, main: string, limits: Limits): DocumentContent {
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const parse = parser(opened, [main, relations, properties], limits);
  const workbook = parse(main);
  const title = textContent(find(parse(properties), "dc:title")).trim();
  if (workbook?.name !== "workbook") throw corrupt();
  const parts = sheetsOf(workbook, parse(relations), folder);
  const shownSheets = parts.filter(({ isHidden }) => !isHidden);
  const shown = shownSheets.map(({ path }) => path);
  const shared = ["theme/theme1.xml", "sharedStrings.xml", "styles.xml"];
  const parsePart = parser(opened, [...shown, ...shared.map((name) => folder + name)], limits);
  const book = readBook(workbook, folder, parsePart);
  const relationsOfSheet = parser(opened, shown.map(relationsOf), limits);
  const spent = { cells: 0, characters: 0 };
  const blocks: Block[] = [];
  const problems: DocumentProblem[] = [];
  for (const { name, path, isHidden } of parts) {
    const place = placeOf(name);
    if (isHidden) problems.push({ where: place, what: "This sheet is hidden and was not read." });
    const sheet = isHidden ? undefined : parsePart(path);
    if (!sheet) continue;
    const tables = blocks.filter((block) => block.kind === "table").length;
    const links = readLinks(relationsOfSheet(relationsOf(path)));
    const rows = readSheet(sheet, { ...book, links }, limits, spent);
    for (const block of sheetBlocks({ name: place, rows }, tables + 1)) blocks.push(block);
  }
  const comments = commentsOf(
    shownSheets.map(({ name, path }) => ({ place: placeOf(name), path })),
    opened,
    limits,
  );
  return { blocks, problems: [...problems, ...comments], ...(title && { title }) };
}

function placeOf(name: string): string {
  return `Sheet “${name}”`;
}

/** Unpacks these parts in one pass, and parses each only when asked, so that one tree at a time takes memory. */
function parser(opened: Package, names: readonly string[], limits: Limits) {
  const parts = opened.read(names);
  return (path: string): XmlElement | undefined => {
    const part = parts.get(path);
    return part && parseXml(part, limits.depth);
  };
}

/** In the order of their tabs. Sheets of charts hold no cells. */
function sheetsOf(
  workbook: XmlElement,
  relations: XmlElement | undefined,
  folder: string,
): readonly SheetPart[] {
  const targets = new Map(
    (relations ? childrenNamed(relations, "rel:Relationship") : [])
      .filter(({ attributes }) => attributes["Type"]?.endsWith("/worksheet"))
      .map(({ attributes }) => [attributes["Id"], attributes["Target"] ?? ""]),
  );
  const sheets = find(workbook, "sheets");
  const parts = (sheets ? childrenNamed(sheets, "sheet") : []).flatMap(({ attributes }) => {
    const target = targets.get(attributes["id"]);
    if (target === undefined) return [];
    const path = target.startsWith("/") ? target.slice(1) : `${folder}${target}`;
    const isHidden = /hidden/i.test(attributes["state"] ?? "");
    return [{ name: attributes["name"] ?? "", path, isHidden }];
  });
  // No two sheets are the same part, unless to have it read again and again.
  return [...new Map(parts.toReversed().map((part) => [part.path, part])).values()].toReversed();
}

function readBook(
  workbook: XmlElement,
  folder: string,
  parse: (path: string) => XmlElement | undefined,
): Book {
  const theme = readThemeColours(parse(`${folder}theme/theme1.xml`));
  const strings = parse(`${folder}sharedStrings.xml`);
  const since1904 = find(workbook, "workbookPr")?.attributes["date1904"];
  return {
    strings: strings ? childrenNamed(strings, "si") : [],
    styles: readCellStyles(parse(`${folder}styles.xml`), theme),
    theme,
    since1904: since1904 === "1" || since1904 === "true",
  };
}
