import type { Paragraph } from "../model/blocks.ts";
import { joinParagraphs, paragraphsOf, textOf } from "../model/cell-text.ts";
import { namesAgencies, readAddressees } from "./addressees.ts";
import type { ColumnMeaning } from "../column-meaning.ts";
import { type DraftRecommendation, isWithdrawn } from "./draft.ts";
import { type LabelledField, readPlanLine, splitBand, splitSee } from "./plan-lines.ts";
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
  const named = cellsOf("recommendation").map(textOf).filter(Boolean).join("\n");
  const inFull = statesInFull(placed) ? cellsOf("theme").flatMap(partsInFull) : [];
  const words = named || joinParagraphs(inFull.filter(isSentence));
  const led = /^(?:rec(?:ommendation)?\.?\s*)?(\d+(?:\.\d+)*[a-z]?)[.):]?(?:\s+|$)([\s\S]*)$/i.exec(
    words,
  );
  const ref =
    own?.replace(/^rec(?:ommendation)?\.?\s*(?:no\.?\s*)?(?=\d)/i, "").replace(/[.):]$/, "") ??
    led?.[1];
  const { text, paragraphs } = splitSee(own === undefined && led ? (led[2] ?? "") : words);
  return { ...(ref !== undefined && { ref }), text, paragraphs };
}

/** The same number or the same words again is the same recommendation, going on. */
function isAnother(current: DraftRecommendation, { ref, text }: Identity): boolean {
  const isNamed = ref !== undefined || text !== "";
  if (isNamed && isWithdrawn(current)) return true;
  const waits = current.text.length === 0 && current.actions.length === 0;
  if (waits && ref === undefined) return false;
  if (ref !== undefined) return ref !== current.ref;
  return text !== "" && text !== current.text.join("\n");
}

/** A cell for theme and timescale may hold either, both, and, where no column does, the agency. */
function readTheme(
  cell: PlacedCell["cell"],
  placed: readonly PlacedCell[],
  recommendation: DraftRecommendation,
): void {
  const inFull = statesInFull(placed);
  const isAgencyElsewhere = placed.some(({ column }) => column.meaning === "agency");
  for (const paragraph of inFull ? partsInFull(cell) : paragraphsOf(cell)) {
    const line = readPlanLine(paragraph, true);
    const [band, rest] = splitBand(paragraph.text.trim());
    if (band) printTimescale(recommendation, band);
    const words = band ? rest : paragraph.text.trim();
    if (inFull && isSentence(paragraph)) continue;
    if (line.kind === "label") addOnce(recommendation.fields[line.field], [line.text]);
    else if (!isAgencyElsewhere && namesAgencies(words))
      addOnce(recommendation.addressees, namesIn(words));
    else addOnce(recommendation.fields.theme, [words]);
  }
}

/** "MCCG / MVH" names two; a stroke inside a name has no blanks around it. */
function namesIn(words: string): readonly string[] {
  const names = words.split(/\s+\/\s+|\s*;\s*/).flatMap(readAddressees);
  return names.every(namesAgencies) ? names : [words];
}

/** What a row prints of its own counts, and not the band that it stands under. */
function printTimescale(recommendation: DraftRecommendation, band: string): void {
  const { timescale } = recommendation.fields;
  if (recommendation.actions.length === 0) timescale.length = 0;
  addOnce(timescale, [band]);
}

/** Under "Details Theme/Timescale", a recommendation may stand in full beside both. */
function statesInFull(placed: readonly PlacedCell[]): boolean {
  return (
    placed.some(
      ({ column }) => column.meaning === "theme" && /\bdetails?\b/i.test(column.heading),
    ) && placed.every(({ column }) => column.meaning !== "recommendation")
  );
}

/** Where a page's lines ran together, the recommendation, the theme after its last sentence, and the band of time. */
function partsInFull(cell: PlacedCell["cell"]): readonly Paragraph[] {
  return paragraphsOf(cell).flatMap((paragraph) => {
    const text = paragraph.text.trim();
    const [band, rest] = splitBand(text);
    const words = band ? rest : text;
    const theme = words.length > 60 ? (/(?<=[.;]) ([A-Z][^.;]{2,60})$/.exec(words)?.[1] ?? "") : "";
    const sentence = words.slice(0, words.length - theme.length).trim();
    const parts = [sentence, theme, band].filter(Boolean);
    return parts.length > 1
      ? parts.map((part): Paragraph => ({ kind: "paragraph", text: part, runs: [] }))
      : [paragraph];
  });
}

function isSentence(paragraph: Paragraph): boolean {
  const text = paragraph.text.trim();
  if (readPlanLine(paragraph, true).kind === "label" || namesAgencies(text)) return false;
  const [band] = splitBand(text);
  return !band && (text.length > 60 || /^\d+(?:\.\d+)+[.):]?\s+\S|\w[.;]$/.test(text));
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
