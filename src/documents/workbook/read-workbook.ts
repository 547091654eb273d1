import { linksOf } from "../docx/links.ts";
import { corrupt, type Package } from "../docx/open-package.ts";
import { eachOnce, partOfType, type Relation, readRelations } from "../docx/relations.ts";
import {
  childrenNamed,
  find,
  parseXml,
  textContent,
  type XmlElement,
  isTrue,
} from "../docx/xml-tree.ts";
import type { DocumentContent } from "../document-content.ts";
import { sheetBlocks } from "../grid/sheet-blocks.ts";
import type { Limits } from "../limits.ts";
import type { Block } from "../model/blocks.ts";
import type { DocumentProblem } from "../plan-document.ts";
import type { Book } from "./cells.ts";
import { readThemeColours } from "./colours.ts";
import { commentsOf } from "./comments.ts";
import { hiddenParts } from "./hidden-parts.ts";
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
  const relations = readRelations(opened, [main], limits)(main);
  const parse = parser(opened, [main, properties], limits);
  const workbook = parse(main);
  const title = textContent(find(parse(properties), "dc:title")).trim();
  if (workbook?.name !== "workbook") throw corrupt();
  const parts = sheetsOf(workbook, relations);
  const shownSheets = parts.filter(({ isHidden }) => !isHidden);
  const shown = shownSheets.map(({ path }) => path);
  const shared = shareable.flatMap((type) => partOfType(relations, type) ?? []);
  const parsePart = parser(opened, [...shown, ...shared], limits);
  const book = readBook(workbook, (type) => parsePart(partOfType(relations, type) ?? ""));
  const relationsOf = readRelations(opened, shown, limits);
  const spent = { cells: 0, characters: 0 };
  const blocks: Block[] = [];
  const problems: DocumentProblem[] = [];
  for (const { name, path, isHidden } of parts) {
    const place = placeOf(name);
    if (isHidden) problems.push({ where: place, what: "This sheet is hidden and was not read." });
    const sheet = isHidden ? undefined : parsePart(path);
    if (!sheet) continue;
    problems.push(...hiddenParts(sheet, place));
    const tables = blocks.filter((block) => block.kind === "table").length;
    const links = linksOf(relationsOf(path));
    const rows = readSheet(sheet, { ...book, links }, limits, spent);
    for (const block of sheetBlocks({ name: place, rows }, tables + 1)) blocks.push(block);
  }
  const comments = commentsOf(
    shownSheets.map(({ name, path }) => ({ place: placeOf(name), relations: relationsOf(path) })),
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
    return part && parseXml(part, limits);
  };
}

/** In the order of their tabs. Sheets of charts hold no cells. */
function sheetsOf(workbook: XmlElement, relations: readonly Relation[]): readonly SheetPart[] {
  const targets = new Map(
    relations
      .filter(({ type, isOutside }) => type === "worksheet" && !isOutside)
      .map(({ id, target }) => [id, target]),
  );
  const sheets = find(workbook, "sheets");
  const parts = (sheets ? childrenNamed(sheets, "sheet") : []).flatMap(({ attributes }) => {
    const path = targets.get(attributes["id"] ?? "");
    if (path === undefined) return [];
    const isHidden = /hidden/i.test(attributes["state"] ?? "");
    return [{ name: attributes["name"] ?? "", path, isHidden }];
  });
  return eachOnce(parts);
}

/** What all sheets of a book share, by its relation's type. */
const shareable = ["theme", "sharedStrings", "styles"] as const;

function readBook(
  workbook: XmlElement,
  parse: (type: (typeof shareable)[number]) => XmlElement | undefined,
): Book {
  const theme = readThemeColours(parse("theme"));
  const strings = parse("sharedStrings");
  const since1904 = find(workbook, "workbookPr")?.attributes["date1904"];
  return {
    strings: strings ? childrenNamed(strings, "si") : [],
    styles: readCellStyles(parse("styles"), theme),
    theme,
    since1904: isTrue(since1904),
  };
}
