import { paragraphsOf, textOf } from "../model/cell-text.ts";
import { namesAgencies } from "./addressees.ts";
import type { ColumnMeaning } from "./column-headings.ts";
import type { DraftRecommendation } from "./draft.ts";
import { bandPattern, type LabelledField, readPlanLine, splitSee } from "./plan-lines.ts";
import type { PlacedCell, RowPorts } from "./row-ports.ts";

/** Columns that speak of the recommendation, not of the action beside it. */
export const recommendationMeanings: ReadonlySet<ColumnMeaning> = new Set([
  "ref",
  "recommendation",
  "paragraphs",
  "theme",
  "timescale",
  "addressees",
  "outcome",
  "anticipatedEvidence",
]);

/** The recommendation that a row belongs to: the one its columns name, or the one above. */
export function readRecommendationColumns(
  placed: readonly PlacedCell[],
  where: string,
  ports: RowPorts,
  inAction?: { readonly ref?: string; readonly text: string },
): DraftRecommendation {
  const named = inAction ? { ...inAction, ...splitSee(inAction.text) } : identityOf(placed);
  const current = ports.current();
  const goesOn = current && !isAnother(current, named) && !isOtherGroup(current, placed, where);
  const recommendation = goesOn ? current : ports.open(where, named.ref);
  if (named.text && recommendation.text.length === 0) recommendation.text.push(named.text);
  addOnce(recommendation.paragraphs, named.paragraphs);
  for (const each of placed) readField(each, placed, recommendation);
  return recommendation;
}

function readField(
  { cell, column }: PlacedCell,
  placed: readonly PlacedCell[],
  recommendation: DraftRecommendation,
): void {
  const words = textOf(cell);
  if (column.meaning === "theme") readTheme(cell, placed, recommendation);
  else if (column.meaning === "paragraphs") addOnce(recommendation.paragraphs, refsIn(words));
  else if (column.meaning === "addressees")
    addOnce(recommendation.addressees, words.split("\n").filter(Boolean));
  else if (isField(column.meaning) && words)
    addOnce(recommendation.fields[column.meaning], [words]);
}

/** Where no column names recommendations, another theme or timescale begins another. */
function isOtherGroup(
  current: DraftRecommendation,
  placed: readonly PlacedCell[],
  where: string,
): boolean {
  if (placed.some(({ column }) => ["ref", "recommendation"].includes(column.meaning))) return false;
  const said = placed.filter(({ column }) => ["theme", "timescale"].includes(column.meaning));
  const lines = said.flatMap(({ cell }) => textOf(cell).split("\n")).filter(Boolean);
  const known = [...current.fields.theme, ...current.fields.timescale, ...current.addressees];
  const begun = current.actions.length > 0 && current.where !== where;
  return (
    begun &&
    lines.length > 0 &&
    known.length > 0 &&
    !lines.every((line) => known.includes(line.trim()))
  );
}

interface Identity {
  readonly ref?: string;
  readonly text: string;
  readonly paragraphs: readonly string[];
}

/** "2.1" in its own column, or at the beginning of the recommendation's cell. */
function identityOf(placed: readonly PlacedCell[]): Identity {
  const cellsOf = (meaning: ColumnMeaning) =>
    placed.filter(({ column }) => column.meaning === meaning).map(({ cell }) => cell);
  const own = cellsOf("ref").map(textOf).find(Boolean);
  const words = cellsOf("recommendation").map(textOf).filter(Boolean).join("\n");
  const led = /^(?:rec(?:ommendation)?\.?\s*)?(\d+(?:\.\d+)*[a-z]?)[.):]?(?:\s+|$)([\s\S]*)$/i.exec(
    words,
  );
  const ref = own?.replace(/^rec(?:ommendation)?\.?\s*/i, "").replace(/[.):]$/, "") ?? led?.[1];
  const { text, paragraphs } = splitSee(own === undefined && led ? (led[2] ?? "") : words);
  return { ...(ref !== undefined && { ref }), text, paragraphs };
}

/** The same number or the same words again is the same recommendation, going on. */
function isAnother(current: DraftRecommendation, { ref, text }: Identity): boolean {
  if (ref !== undefined) return ref !== current.ref;
  return text !== "" && text !== current.text.join("\n");
}

/** A cell for theme and timescale may hold either, both, and, where no column does, the agency. */
function readTheme(
  cell: PlacedCell["cell"],
  placed: readonly PlacedCell[],
  recommendation: DraftRecommendation,
): void {
  const isAgencyElsewhere = placed.some(({ column }) => column.meaning === "agency");
  for (const paragraph of paragraphsOf(cell)) {
    const line = readPlanLine(paragraph, true);
    const [band, rest] = splitBand(paragraph.text.trim());
    if (band) addOnce(recommendation.fields.timescale, [band]);
    const words = band ? rest : paragraph.text.trim();
    if (line.kind === "label") addOnce(recommendation.fields[line.field], [line.text]);
    else if (!isAgencyElsewhere && namesAgencies(words))
      addOnce(recommendation.addressees, [words]);
    else addOnce(recommendation.fields.theme, [words]);
  }
}

/** The band of time that a line is, or begins with: "Within 3 months Marl Council". */
function splitBand(words: string): readonly [string, string] {
  if (bandPattern.test(words)) return [words, ""];
  const [, band = "", rest = ""] =
    /^(immediate(?:ly)?|within (?:the next )?\w+ (?:days?|weeks?|months?|years?))(?:\s+[–—-]|[,:;])?\s+([A-Z].*)$/is.exec(
      words,
    ) ?? [];
  return [/^[A-Z]/.test(rest) ? band : "", rest];
}

function isField(meaning: ColumnMeaning): meaning is LabelledField {
  return ["timescale", "outcome", "anticipatedEvidence"].includes(meaning);
}

function refsIn(words: string): readonly string[] {
  return words.match(/\d+(?:\.\d+)*[a-z]?/gi) ?? [];
}

function addOnce(into: string[], added: readonly string[]): void {
  for (const each of added) if (each && !into.includes(each)) into.push(each);
}
