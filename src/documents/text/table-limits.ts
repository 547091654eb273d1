import type { Limits } from "../limits.ts";
import { UnreadableDocumentError } from "../unreadable-document-error.ts";

/** Throws UnreadableDocumentError for more lines than a document could have: each is looked at in many ways. */
export function refuseTooLong(lines: number, limits: Limits): void {
  if (lines <= limits.lines) return;
  throw new UnreadableDocumentError(
    "too-large",
    `The file has more than ${limits.lines} lines and was not read.`,
  );
}

/** Numbers tables as they come, from 1. Throws UnreadableDocumentError for more than a document could have. */
export function tableNumbers({ tables: most }: Limits): () => number {
  let tables = 0;
  return () => {
    tables += 1;
    if (tables <= most) return tables;
    const message = `The file has more than ${most} tables and was not read.`;
    throw new UnreadableDocumentError("too-large", message);
  };
}

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
