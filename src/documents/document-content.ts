import type { Block } from "./model/blocks.ts";
import type { DocumentProblem } from "./plan-document.ts";

/** What any form of a document says, before it is known what kind of document it is. */
export interface DocumentContent {
  readonly blocks: readonly Block[];
  /** From the file's properties, where somebody filled it in. */
  readonly title?: string;
  /** What of the file was not read. */
  readonly problems?: readonly DocumentProblem[];
}
