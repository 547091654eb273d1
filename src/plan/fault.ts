import { counted } from "./words.ts";

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

/** More faults of one column than this are the column's rather than the items'. */
const mostOfColumn = 5;

/**
 * A line each; many of one column in one: "Actions, column Due, in 45 items, the first item 1: holds nothing that belongs
 * there. The column itself may have been changed."
 */
export function faultLines(faults: readonly Fault[]): readonly string[] {
  const byColumn = Map.groupBy(faults, ({ list, column }) => `${list}, column ${column}`);
  return [...byColumn].flatMap(([column, own]) => {
    const [first] = own;
    if (own.length <= mostOfColumn || first === undefined) return own.map(faultInWords);
    return `${column}, in ${counted(own.length, "item")}, the first item ${first.itemId}: ${first.wrong}. The column itself may have been changed: the command action-plan doctor says whether.`;
  });
}

/** What somebody does about a fault. */
export const howToMend =
  "Put it right in the list in SharePoint; the item’s version history has what stood there before.";
