import type { Cell } from "../model/blocks.ts";
import { paragraphsOf } from "../model/cell-text.ts";
import type { ColumnMeaning } from "./column-headings.ts";
import type { RatingMark } from "./draft.ts";

/** The lines of a cell as printed, without bullets; a semicolon ends one too. */
export function linesOf(cell: Cell): string[] {
  return paragraphsOf(cell)
    .flatMap((paragraph) => paragraph.text.split(/[\n;]/))
    .map((line) => line.replace(/^[•▪–-]\s+/, "").trim())
    .filter(Boolean);
}

/** In a column for ratings every colour counts; elsewhere only that of the cell, and of words alone on a line. */
export function ratingMark(cell: Cell, meaning: ColumnMeaning): RatingMark {
  const words = linesOf(cell).filter((line) => line.length <= 40);
  const colours = cell.shading ? [cell.shading] : [];
  if (meaning === "rating") {
    const runs = paragraphsOf(cell).flatMap((paragraph) => paragraph.runs);
    colours.push(...runs.flatMap((run) => run.colour ?? []));
  }
  return { words, colours };
}
