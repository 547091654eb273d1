import type { Cell, Paragraph } from "../model/blocks.ts";
import { isBold, joinParagraphs, paragraphsOf, textOf } from "../model/cell-text.ts";
import { namesAgencies } from "./addressees.ts";
import { readPlanLine, splitBand } from "./plan-lines.ts";
import { addressedInside } from "./report-lines.ts";
import type { PlacedCell } from "./row-ports.ts";

/** A recommendation that stands in the action column, and the row without it. */
export interface TakenOut {
  readonly named?: { readonly ref?: string; readonly text: string };
  readonly placed: readonly PlacedCell[];
}

/**
 * Some plans have no column for recommendations: the first column groups by theme or timescale, and the
 * recommendation stands above its action in the same cell, or alone in a row that has nothing else.
 */
export function takeRecommendation(placed: readonly PlacedCell[]): TakenOut {
  if (placed.some(({ column }) => column.meaning === "recommendation")) return { placed };
  const action = placed.find(({ column }) => column.meaning === "action");
  if (!action || !textOf(action.cell)) return { placed };
  const paragraphs = paragraphsOf(action.cell).filter((paragraph) => paragraph.text.trim());
  const byName = namedFirst(paragraphs);
  if (byName) return taken(placed, action, byName.named, byName.rest);
  const isGrouped =
    /recommendation/i.test(action.column.heading) ||
    placed.some(({ column }) => ["theme", "timescale"].includes(column.meaning));
  if (!isGrouped) return { placed };
  if (standsAlone(placed)) return taken(placed, action, numbered(joinParagraphs(paragraphs)), []);
  const plain = endOfRecommendation(paragraphs);
  if (plain <= 0) return saysOnlyWhenAndWho(placed) ? wholeAction(placed, paragraphs) : { placed };
  const text = joinParagraphs(paragraphs.slice(0, plain));
  return taken(placed, action, numbered(text), paragraphs.slice(plain));
}

/** "Recommendation 3: …" begins the cell, with its words in that line or the next. */
function namedFirst(paragraphs: readonly Paragraph[]) {
  const [first, second, ...others] = paragraphs;
  const line = first && namingLine(first);
  if (!line) return undefined;
  if (line.text) return { named: { ref: line.ref, text: line.text }, rest: paragraphs.slice(1) };
  return { named: { ref: line.ref, text: second?.text.trim() ?? "" }, rest: others };
}

/** "2.1 Keep the list" has its number before it, without the word. */
function numbered(text: string): { readonly ref?: string; readonly text: string } {
  const [, ref, words] = /^(\d+(?:\.\d+)*[a-z]?)[.):]?\s+(\S[\s\S]*)$/.exec(text) ?? [];
  return ref && words ? { ref, text: words } : { text };
}

/** Not "Recommendation 3 was hard", which goes on as a sentence does. */
function namingLine(first: Paragraph) {
  const line = readPlanLine(first, true);
  const isNamed = /^rec/i.test(first.text.trim());
  return line.kind === "recommendation" && isNamed && !/^[a-z]/.test(line.text) ? line : undefined;
}

/** It ends where the bold ends; one without bold is known by a number of two parts or by saying who should, and takes its paragraph. */
function endOfRecommendation(paragraphs: readonly Paragraph[]): number {
  const plain = paragraphs.findIndex((paragraph) => !isBold(paragraph));
  const first = paragraphs[0]?.text.trim() ?? "";
  const isNumbered = /^\d+\.\d+[.):]?\s+\S/.test(first);
  const stands = isNumbered || addressedInside(first).length > 0;
  return plain === 0 && stands && paragraphs.length > 1 ? 1 : plain;
}

/** With a band of time and an agency before it and no theme, what is to be done is what was recommended. */
function saysOnlyWhenAndWho(placed: readonly PlacedCell[]): boolean {
  const lines = placed
    .filter(({ column }) => column.meaning === "theme")
    .flatMap(({ cell }) => paragraphsOf(cell))
    .map(({ text }) => text.trim())
    .filter(Boolean);
  const parted = lines.map((line) => ({ line, band: splitBand(line) }));
  return (
    parted.some(({ band: [band] }) => band !== "") &&
    parted.every(({ line, band: [band, rest] }) => {
      return band === "" ? namesAgencies(line) : rest === "" || namesAgencies(rest);
    })
  );
}

function wholeAction(placed: readonly PlacedCell[], paragraphs: readonly Paragraph[]): TakenOut {
  return { named: numbered(joinParagraphs(paragraphs)), placed };
}

/** True where nobody is to do it by any date: then it is what is recommended, not what is done. */
function standsAlone(placed: readonly PlacedCell[]): boolean {
  return placed.every(({ cell, column }) => {
    return ["theme", "timescale", "action"].includes(column.meaning) || !textOf(cell);
  });
}

function taken(
  placed: readonly PlacedCell[],
  action: PlacedCell,
  named: { readonly ref?: string; readonly text: string },
  rest: readonly Paragraph[],
): TakenOut {
  const cell: Cell = { ...action.cell, blocks: rest };
  return { named, placed: placed.map((each) => (each === action ? { ...action, cell } : each)) };
}
