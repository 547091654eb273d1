import { UnreadableDocumentError } from "../unreadable-document-error.ts";
import { identity, toAffine } from "./affine.ts";
import { linkAreas, linkedPieces } from "./page-links.ts";
import { readDrawing } from "./page-drawing.ts";
import type { PageParts } from "./page-parts.ts";
import { readPieces, type TextItem } from "./page-text.ts";
import type { PdfLibrary } from "./pdf-library.ts";
import { withStruckPieces } from "./struck-pieces.ts";

export type PdfDocument = Awaited<ReturnType<PdfLibrary["getDocument"]>["promise"]>;
type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/** Nobody reads a page with more pieces of text; in a drawing every letter may be one. */
const mostPieces = 20_000;

/** What the library says of a page. */
export async function saidOf(page: PdfPage) {
  const operations = await page.getOperatorList();
  const { items } = await page.getTextContent();
  const annotations: readonly unknown[] = await page.getAnnotations();
  return { operations, items, annotations };
}

/** What a page prints. Throws UnreadableDocumentError for more text than a page can hold. */
export function partsOf(
  page: PdfPage,
  { operations, items, annotations }: Awaited<ReturnType<typeof saidOf>>,
  library: PdfLibrary,
): PageParts {
  const { width, transform } = page.getViewport({ scale: 1 });
  const view = toAffine(transform) ?? identity;
  if (items.length > mostPieces)
    throw new UnreadableDocumentError(
      "too-large",
      `A page of the PDF has more than ${mostPieces} pieces of text and was not read.`,
    );
  const { rules, fills, textColours } = readDrawing(operations, view, library.OPS);
  const texts = items.flatMap((item): TextItem[] => ("str" in item ? [item] : []));
  const pieces = readPieces(texts, view, (id) => fontName(page, id), textColours);
  const links = linkAreas(annotations, view);
  const linked = pieces.flatMap((piece) => linkedPieces(piece, links));
  return { width, fills, ...withStruckPieces({ pieces: linked, rules }) };
}

function fontName({ commonObjs }: PdfPage, id: string): string {
  const font: unknown = commonObjs.has(id) ? commonObjs.get(id) : undefined;
  const named = typeof font === "object" && font !== null && "name" in font ? font.name : "";
  return typeof named === "string" ? named : "";
}
