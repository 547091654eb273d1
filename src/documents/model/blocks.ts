import type { ColumnMeaning } from "../column-meaning.ts";

/** A document as its reader sees it, whatever file it came from: paragraphs and tables, in order. */
export type Block = Paragraph | Table;

export interface TextRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** `RRGGBB`, upper case. */
  readonly colour?: string;
  /** Behind the words, `RRGGBB`, upper case. */
  readonly shading?: string;
  /** Where these words lead, as the file has it. */
  readonly link?: string;
  /** A line is drawn through it, or a change that Word tracks takes it out: it is there to be seen, and no longer counts. */
  readonly struck?: boolean;
}

export interface Paragraph {
  readonly kind: "paragraph";
  /** Everything printed, list numbers and bullets included. */
  readonly text: string;
  readonly runs: readonly TextRun[];
  /** The style's own name in lower case: "heading 1", "toc 2", "title". */
  readonly style?: string;
  /** 1 to 9 where it is a heading. */
  readonly headingLevel?: number;
  /** Where it is a line of a sheet: "Sheet “Plan”, row 2". */
  readonly where?: string;
  /** Words that were struck through in it, and are no longer in its text and runs. */
  readonly struck?: string;
}

export interface Table {
  readonly kind: "table";
  /** Its place among the document's tables, from 1; people are told of "Table 5". */
  readonly number: number;
  /** What people call it where that is not "Table 5": `Sheet “Plan”`. */
  readonly name?: string;
  readonly columns: number;
  readonly rows: readonly Row[];
  /** Why its cells cannot be told apart, and what to do, where that is so. */
  readonly unreadable?: string;
}

export interface Row {
  /** From 1, as the document counts them: rows without words may be left out. */
  readonly number: number;
  /** Marked to be repeated at the top of each page. */
  readonly isHeader: boolean;
  /** True where a new page begins with it, so that it may be the rest of the row above. */
  readonly beginsPage?: boolean;
  /** The cells that cover this row, left to right; one merged down is the same object in each of its rows. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly blocks: readonly Block[];
  /** Number of the row it begins in. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly columnSpan: number;
  /** `RRGGBB`, upper case. */
  readonly shading?: string;
  /** What stands over it and others, where it is one of several headings under one. */
  readonly over?: string;
  /** What a person said that its column holds, where it is a heading. */
  readonly meaning?: ColumnMeaning;
  /** What the cells of its column tell that it holds, where it is a heading that says too little. */
  readonly holds?: ColumnMeaning;
}
