import type { Cell } from "../model/blocks.ts";
import { paragraphsOf } from "../model/cell-text.ts";
import { isStruckOut } from "../model/struck.ts";
import type { ColumnMeaning } from "../column-meaning.ts";
import type { RatingMark } from "./draft.ts";

/** The lines of a cell as printed, without bullets; a semicolon ends one too. */
export function linesOf(cell: Cell): string[] {
  return paragraphsOf(cell)
    .flatMap((paragraph) => paragraph.text.split(/[\n;]/))
    .map((line) => line.replace(/^[•▪–-]\s+/, "").trim())
    .filter(Boolean);
}

const signs: Readonly<Record<string, string>> = {
  "🔵": "blue",
  "🟦": "blue",
  "🟢": "green",
  "🟩": "green",
  "🟡": "amber",
  "🟠": "amber",
  "🟨": "amber",
  "🟧": "amber",
  "🔴": "red",
  "🟥": "red",
};

/** A line that is short enough to be a rating, what it begins with before a colon, or the sign of a colour. */
function wordsThatRate(line: string): string[] {
  const sign = signs[line.match(/^\p{Extended_Pictographic}/u)?.[0] ?? ""];
  if (sign) return [sign];
  const [, before] = /^(\p{L}+)\s*(?::|\s[–-]\s)/u.exec(line) ?? [];
  return [...(line.length <= 40 ? [line] : []), ...(before ? [before] : [])];
}

/** In a column for ratings every colour counts, but that behind a rating struck out; elsewhere only that of the cell, and of words alone on a line. */
export function ratingMark(cell: Cell, meaning: ColumnMeaning): RatingMark {
  const words = linesOf(cell).flatMap(wordsThatRate);
  const colours = cell.shading && !isStruckOut(cell) ? [cell.shading] : [];
  if (meaning === "rating" || meaning === "status") {
    const runs = paragraphsOf(cell).flatMap((paragraph) => paragraph.runs);
    colours.push(...runs.flatMap((run) => [run.shading ?? [], run.colour ?? []].flat()));
  }
  return { words, colours };
}
