/**
 * Something that stands in a list and cannot be right: somebody typed into the list by hand, or something that it pointed
 * at is gone. It is told to whoever reads the plan, and never counts in anybody's favour.
 */
export interface Fault {
  /** The list's title, "Actions". */
  readonly list: string;
  readonly itemId: number;
  /** The column's internal name, "Due". */
  readonly column: string;
  /** What is wrong with it, after the column's name: "is empty". */
  readonly wrong: string;
}

/** What was read from a list's item; `faults` is absent where every column could be read. */
export interface ReadFromList {
  readonly faults?: readonly Fault[] | undefined;
}

/** "Actions, item 12, column Due: “31.02.2026” is no day that exists" */
export function faultInWords({ list, itemId, column, wrong }: Fault): string {
  return `${list}, item ${itemId}, column ${column}: ${wrong}`;
}

/** What somebody does about a fault. */
export const howToMend =
  "Put it right in the list in SharePoint; the item’s version history has what stood there before.";
