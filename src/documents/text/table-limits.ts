import type { Limits } from "../limits.ts";
import { UnreadableDocumentError } from "../unreadable-document-error.ts";

/** No plan's table is wider. */
const mostColumns = 256;

/** Throws UnreadableDocumentError where a table has more columns or cells than a plan could. */
export function refuseHugeTable(rows: number, columns: number, { cells }: Limits): void {
  if (columns <= mostColumns && rows * columns <= cells) return;
  throw new UnreadableDocumentError(
    "too-large",
    `A table of the file has more than ${mostColumns} columns or ${cells} cells and was not read.`,
  );
}
