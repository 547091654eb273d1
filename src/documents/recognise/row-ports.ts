import type { Cell } from "../model/blocks.ts";
import type { DocumentProblem } from "../plan-document.ts";
import type { Column } from "./column-headings.ts";
import type { DraftRecommendation } from "./draft.ts";

/** What reading a row needs of the plan around it. */
export interface RowPorts {
  readonly problems: DocumentProblem[];
  readonly current: () => DraftRecommendation | undefined;
  readonly open: (where: string, ref?: string) => DraftRecommendation;
  /** Lines that stand over what follows: a theme, a band of time, an agency. */
  readonly groups: (lines: readonly string[]) => void;
}

export interface PlacedCell {
  readonly cell: Cell;
  readonly column: Column;
}
