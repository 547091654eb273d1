import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { pdfLibrary } from "#documents/pdf/pdf-library.ts";

/** The least that reading a file of this form could cost: its parts unpacked and parsed, and nothing understood. */
export async function leastOf(form: string, bytes: Uint8Array): Promise<void> {
  if (form === "docx" || form === "xlsx") unzipAndParse(bytes);
  else if (form === "pdf") await textOfPages(bytes);
  else new TextDecoder().decode(bytes).split("\n");
}

function unzipAndParse(bytes: Uint8Array): void {
  const needed =
    /^(word\/(document|styles|numbering)|docProps\/core|xl\/(workbook|styles|sharedStrings|worksheets\/.*))\.xml$/;
  const parts = unzipSync(bytes, { filter: ({ name }) => needed.test(name) });
  for (const part of Object.values(parts)) {
    const parser = new SaxesParser({ xmlns: true });
    parser.write(strFromU8(part)).close();
  }
}

async function textOfPages(bytes: Uint8Array): Promise<void> {
  const task = (await pdfLibrary()).getDocument({ data: bytes.slice(), disableFontFace: true });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number += 1) {
    await (await document.getPage(number)).getTextContent();
  }
  await task.destroy();
}
