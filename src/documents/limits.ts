import { UnreadableDocumentError } from "./unreadable-document-error.ts";

/** What reading one file may cost; every file is hostile until it is parsed. */
export interface Limits {
  /** Of the file itself. */
  readonly fileBytes: number;
  /** Files inside the package. */
  readonly entries: number;
  /**
   * All parts that are read, unpacked: a plan of 10,000 actions as we write it, and half as much again. Bounds a bomb
   * by what it may cost, so that how well a long and repetitive plan packs need not be suspected.
   */
  readonly expandedBytes: number;
  /** Elements within elements. */
  readonly depth: number;
  /** Of one part of XML, or of a page of HTML: several to each cell of the longest plan. */
  readonly elements: number;
  /** Of all sheets of a workbook, all tables of a Word document, or of a file of values: thirty columns of 10,000 actions. */
  readonly cells: number;
  /** Each is looked at as what it might be: twice the longest plan with one for every action. */
  readonly tables: number;
  /** Of a text, and of whatever stands outside and between tables: more than sixty to each of four hundred pages. */
  readonly lines: number;
  /** Of one paragraph: fifteen pages without a break. */
  readonly characters: number;
  /** Of a PDF. */
  readonly pages: number;
  /** How long the pages of a PDF may take; a little more is allowed for each that was read. */
  readonly pdfMilliseconds: number;
  /**
   * How long each of two steps may take: reading what a file prints, and understanding it. Several times what the longest
   * plan takes, for a slow computer that does much else.
   */
  readonly stepMilliseconds: number;
}

/** Told before each step how long it may take, in milliseconds, for whoever can end a reading that takes longer. */
export type OnStep = (milliseconds: number) => void;

export const defaultLimits: Limits = {
  fileBytes: 50_000_000,
  entries: 5_000,
  expandedBytes: 32_000_000,
  depth: 200,
  elements: 1_000_000,
  cells: 300_000,
  tables: 5_000,
  lines: 30_000,
  characters: 50_000,
  pages: 400,
  pdfMilliseconds: 3_500,
  stepMilliseconds: 20_000,
};

/** Throws UnreadableDocumentError for more elements than a document could have. */
export function refuseManyElements(count: number, { elements }: Pick<Limits, "elements">): void {
  if (count <= elements) return;
  const message = `A part of the file has more than ${elements} elements and was not read.`;
  throw new UnreadableDocumentError("too-large", message);
}

/** Throws UnreadableDocumentError where an element stands in more others than a document's do. */
export function refuseDeep(levels: number, { depth }: Pick<Limits, "depth">): void {
  if (levels <= depth) return;
  const message = `The file nests more than ${depth} levels deep and was not read.`;
  throw new UnreadableDocumentError("too-deep", message);
}
