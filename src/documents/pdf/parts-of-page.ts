import { UnreadableDocumentError } from "../unreadable-document-error.ts";
import { identity, toAffine } from "./affine.ts";
import { readDrawing } from "./page-drawing.ts";
import type { PageParts } from "./page-parts.ts";
import { readPieces, type TextItem } from "./page-text.ts";
import type { PdfLibrary } from "./pdf-library.ts";

export type PdfDocument = Awaited<ReturnType<PdfLibrary["getDocument"]>["promise"]>;
type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/** Nobody reads a page with more pieces of text; in a drawing every letter may be one. */
const mostPieces = 20_000;

/** What a page prints. Throws UnreadableDocumentError for more text than a page can hold. */
export async function partsOf(page: PdfPage, library: PdfLibrary): Promise<PageParts> {
  const { width, transform } = page.getViewport({ scale: 1 });
  const view = toAffine(transform) ?? identity;
  const operations = await page.getOperatorList();
  const { items } = await page.getTextContent();
  if (items.length > mostPieces)
    throw new UnreadableDocumentError(
      "too-large",
      `A page of the PDF has more than ${mostPieces} pieces of text and was not read.`,
    );
  const { rules, fills, textColours } = readDrawing(operations, view, library.OPS);
  const texts = items.flatMap((item): TextItem[] => ("str" in item ? [item] : []));
  const pieces = readPieces(texts, view, (id) => fontName(page, id), textColours);
  return { width, pieces, rules, fills };
}

function fontName({ commonObjs }: PdfPage, id: string): string {
  const font: unknown = commonObjs.has(id) ? commonObjs.get(id) : undefined;
  const named = typeof font === "object" && font !== null && "name" in font ? font.name : "";
  return typeof named === "string" ? named : "";
}
