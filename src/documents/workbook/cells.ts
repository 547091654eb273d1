import { childrenNamed, elementsOf, find, textContent, type XmlElement } from "../docx/xml-tree.ts";
import type { TextRun } from "../model/blocks.ts";
import { printNumber } from "./number-format.ts";
import { type CellStyle, runStyle } from "./styles.ts";

/** What cells share: strings kept once for the whole book, colours, and from when it counts days. */
export interface Book {
  readonly strings: readonly XmlElement[];
  readonly styles: readonly CellStyle[];
  readonly theme: readonly string[];
  readonly since1904: boolean;
}

/** What a cell shows; a formula shows what it came to when the book was saved, and is never reckoned here. */
export function runsOf(cell: XmlElement, style: CellStyle, book: Book): readonly TextRun[] {
  const { bold, italic, colour, struck } = style;
  const own = { bold, italic, ...(colour && { colour }), ...(struck && { struck }) };
  const type = cell.attributes["t"];
  if (type === "inlineStr") return richText(find(cell, "is"), own, book);
  const stored = textContent(find(cell, "v"));
  if (type === "s") return richText(book.strings[Number(stored)], own, book);
  const text = printed(cell, type, stored, style, book);
  return text ? [{ text, ...own }] : [];
}

function printed(
  cell: XmlElement,
  type: string | undefined,
  stored: string,
  { numberFormat }: CellStyle,
  { since1904 }: Book,
): string {
  const formula = textContent(find(cell, "f"));
  if (!stored) return formula ? `=${formula}` : "";
  if (type === "b") return stored === "1" ? "TRUE" : "FALSE";
  if (type === "str" || type === "e" || type === "d") return stored;
  return printNumber(stored, numberFormat, since1904);
}

function richText(
  element: XmlElement | undefined,
  own: Omit<TextRun, "text">,
  { theme }: Book,
): readonly TextRun[] {
  if (!element) return [];
  const runs = childrenNamed(element, "r").map((run) => {
    const properties = find(run, "rPr");
    return {
      text: unescaped(textContent(find(run, "t"))),
      ...(properties ? runStyle(properties, theme) : own),
    };
  });
  const plain = elementsOf(element).filter(({ name }) => name === "t");
  return [...plain.map((each) => ({ text: unescaped(textContent(each)), ...own })), ...runs].filter(
    ({ text }) => text,
  );
}

/** Strings write a character that XML could not hold as `_x000D_`, and an underline that could be taken for it as `_x005F_`. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
