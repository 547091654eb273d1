import { decodeText } from "./decode-text.ts";
import type { DocumentContent } from "./document-content.ts";
import { mainPart } from "./docx/main-part.ts";
import { openPackage } from "./docx/open-package.ts";
import { readWordPackage } from "./docx/read-word-document.ts";
import { fileForm } from "./file-kind.ts";
import { delimiterOf } from "./grid/delimiter.ts";
import { readCsv } from "./grid/read-csv.ts";
import type { Limits, OnStep } from "./limits.ts";
import { refuseEndless } from "./refuse-endless.ts";
import { readWorkbook } from "./workbook/read-workbook.ts";
import { withoutStruck } from "./without-struck.ts";
import { htmlTitle } from "./text/html-blocks.ts";
import { refuseTooLong } from "./text/table-limits.ts";
import { readText } from "./text/read-text.ts";

/**
 * The paragraphs and tables of a file in any form that is read. `onStep` is told before each step how long it may take.
 * Rejects with UnreadableDocumentError.
 */
export async function readContent(
  bytes: Uint8Array,
  limits: Limits,
  onStep: OnStep = () => {},
): Promise<DocumentContent> {
  onStep(limits.stepMilliseconds);
  const content = await readForm(bytes, limits, onStep);
  refuseTooLong(content.blocks.length, limits);
  return withoutStruck(refuseEndless(content, limits));
}

async function readForm(
  bytes: Uint8Array,
  limits: Limits,
  onStep: OnStep,
): Promise<DocumentContent> {
  const form = fileForm(bytes);
  if (form === "package") return readPackage(bytes, limits);
  if (form === "text") return readCharacters(decodeText(bytes, limits), limits);
  const { readPdf } = await import("./pdf/read-pdf.ts");
  return readPdf(bytes, limits, onStep);
}

function readPackage(bytes: Uint8Array, limits: Limits): DocumentContent {
  const opened = openPackage(bytes, limits);
  const { path, holds } = mainPart(opened, limits);
  return holds === "workbook"
    ? readWorkbook(opened, path, limits)
    : readWordPackage(opened, path, limits);
}

function readCharacters(text: string, limits: Limits): DocumentContent {
  const delimiter = delimiterOf(text);
  if (delimiter) return { blocks: readCsv(text, delimiter, limits) };
  const title = htmlTitle(text);
  return { blocks: readText(text, limits), ...(title && { title }) };
}
