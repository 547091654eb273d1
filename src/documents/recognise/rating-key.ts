import type { Meaning } from "#plan/rating-scheme.ts";
import type { Block, Row, Table } from "../model/blocks.ts";
import { joinParagraphs, paragraphsOf, textOf } from "../model/cell-text.ts";
import type { DocumentRating } from "../plan-document.ts";
import { type ColourName, colourName, colourWords } from "./colours.ts";

export interface KeyRating extends DocumentRating {
  /** What it is shown in, where the key shows a colour or says one. */
  readonly colour?: ColourName;
}

export interface RatingKey {
  readonly ratings: readonly KeyRating[];
  readonly tables: ReadonlySet<Block>;
}

/** The key that a plan prints for its ratings, as a table or as lines; empty where it prints none. */
export function readRatingKey(blocks: readonly Block[]): RatingKey {
  for (const block of blocks) {
    const ratings = block.kind === "table" ? keyTable(block) : [];
    if (ratings.length >= 2) return { ratings, tables: new Set([block]) };
  }
  const lines = blocks.flatMap((block) =>
    block.kind === "paragraph" ? keyLines(joinParagraphs([block])) : [],
  );
  const ratings = lines.filter(
    (line, index) => lines.findIndex((each) => each.name === line.name) === index,
  );
  return { ratings: ratings.length >= 2 ? ratings : [], tables: new Set() };
}

/** Every row a colour and what it means; a heading row may stand above. */
function keyTable(table: Table): readonly KeyRating[] {
  const read = table.rows.map(keyRow);
  const ratings = read.flatMap((rating) => rating ?? []);
  const others = read.filter((rating) => !rating).length;
  return others <= 1 && new Set(ratings.map(({ name }) => name)).size === ratings.length
    ? ratings
    : [];
}

function keyRow(row: Row): KeyRating | undefined {
  const [sign, ...others] = row.cells;
  if (!sign || others.length === 0 || others.length > 3) return undefined;
  const colour = colourWords.get(textOf(sign).toLowerCase()) ?? colourName(sign.shading);
  const definition = others.map(textOf).filter(Boolean).join("\n");
  if (!colour || !definition || paragraphsOf(sign).length > 2) return undefined;
  return keyRating(textOf(sign), colour, definition);
}

/** "GREEN = On target." and "Amber – delayed", several of them in a line too. */
function keyLines(text: string): readonly KeyRating[] {
  const names = [...colourWords.keys()].filter((word) => word.length > 1).join("|");
  const entry = new RegExp(
    String.raw`\b(${names})\b\s*(?:=|:|–|—|-)\s*([\s\S]+?)(?=\s*\b(?:${names})\b\s*(?:=|:|–|—|-)|$)`,
    "gi",
  );
  return [...text.matchAll(entry)].flatMap(([, name = "", definition = ""]) => {
    const colour = colourWords.get(name.toLowerCase());
    return colour ? [keyRating(name, colour, definition)] : [];
  });
}

function keyRating(printed: string, colour: ColourName, definition: string): KeyRating {
  const plain = definition.replace(/^[=:–—-]\s*/, "").trim();
  const meaning = meaningOf(plain);
  return { name: nameOf(printed, colour), definition: plain, ...(meaning && { meaning }), colour };
}

/** A cell that is only coloured, or holds a letter, is named by its colour. */
function nameOf(printed: string, colour: ColourName): string {
  const word = printed.length > 1 ? printed : colour;
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** In characters: a key says in a sentence or two what a rating means. */
const mostDefined = 1_000;

/** The order matters: what is "not complete" or "off target" must not be taken for its opposite. */
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [
    /\b(yet to|not yet|not (been )?(started|begun|planned|commenced)|no (progress|action)|unstarted)\b/i,
    "not-started",
  ],
  [
    /\b(off (target|track)|behind|delay(s|ed)?|slipp\w+|at risk|overdue|missed|not (on (target|track)|achieved|complete\w*|met)|concerns?|unlikely)\b/i,
    "off-target",
  ],
  [
    /\b(clos(ed|ure)|complete\w*\b.{0,300}\b(checked|verified|assured|signed off|embedded|peers?)|(checked|verified|assured) by)\b/i,
    "closed",
  ],
  [
    /\b(on (target|track|schedule|course)|in progress|under ?way|progressing|ongoing|being)\b/i,
    "on-target",
  ],
  [/\b(complete\w*|achieved|delivered|implemented|done|met in full)\b/i, "complete"],
];

function meaningOf(definition: string): Meaning | undefined {
  const beginning = definition.slice(0, mostDefined);
  return meanings.find(([pattern]) => pattern.test(beginning))?.[1];
}
