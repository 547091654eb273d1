import type { ColumnMeaning } from "../column-meaning.ts";
import { textOf } from "../model/cell-text.ts";
import type { DraftAction } from "./draft.ts";
import { addLinks, printedLinks } from "./links.ts";
import { linesOf } from "./rating-marks.ts";
import type { PlacedCell } from "./row-ports.ts";

/**
 * Takes in what a cell says of who proposed the rating, who agreed it, and where its evidence is; answers true where it
 * says nothing else. A rating's own cell may say it beneath the rating: "agreed, closed", "Agency: Amber".
 */
export function takeStanding(action: DraftAction, { cell, column }: PlacedCell): boolean {
  if (column.meaning === "rating") for (const line of linesOf(cell)) takeLine(action, line);
  const take = takers[column.meaning];
  take?.(action, textOf(cell).split("\n").filter(Boolean));
  return take !== undefined;
}

const takers: Partial<
  Record<ColumnMeaning, (action: DraftAction, lines: readonly string[]) => void>
> = {
  proposed: (action, lines) => void action.proposed.push(...lines),
  agreed: (action, lines) => void action.agreed.push(...lines),
  closed(action, lines) {
    if (lines.some((line) => /^yes\b/i.test(line))) action.standing = "closed";
  },
  links: (action, lines) => addLinks(action, printedLinks(lines)),
};

function takeLine(action: DraftAction, line: string): void {
  const [, proposed] = /^Agency: (.+)$/.exec(line) ?? [];
  if (proposed !== undefined) action.proposed.push(proposed);
  if (/^(agreed, closed|closed by the group)$/.test(line)) action.standing = "closed";
  else if (line === "agreed") action.standing = "agreed";
}
