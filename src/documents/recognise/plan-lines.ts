import type { Paragraph } from "../model/blocks.ts";
import { isBold } from "../model/cell-text.ts";

export type LabelledField =
  | "outcome"
  | "anticipatedEvidence"
  | "theme"
  | "timescale"
  | "addressees";

/** What one line above or across a plan's table says. */
export type PlanLine =
  | { readonly kind: "recommendation"; readonly ref: string; readonly text: string }
  | { readonly kind: "see"; readonly paragraphs: readonly string[] }
  | {
      readonly kind: "label";
      readonly field: LabelledField;
      readonly text: string;
      /** With its label. */
      readonly printed: string;
    }
  | { readonly kind: "band"; readonly text: string }
  | { readonly kind: "text"; readonly text: string };

const ref = String.raw`(\d{1,20}(?:\.\d{1,20}){0,9}[a-z]?)`;
/** "Recommendation", and what inspections and plans call it instead. */
const called = String.raw`rec(?:ommendation)?|(?:key )?areas? (?:for|of) (?:priority )?(?:improvement|action|development)|priority(?: action| area)?|(?:key )?(?:objective|issue|action point|requirement|must do|should do)`;
const named = new RegExp(
  String.raw`^(?:${called})\.?\s*(?:no\.?|number)?\s*${ref}(?![\d.]*\w)\s*([:.)–—-]?)\s*([\s\S]*)$`,
  "i",
);
const numbered = /^(\d+(?:\.\d+)*)[.)]?\s+(\S[\s\S]*)$/;
const see =
  /[([]?\bsee\s+(?:paragraphs?|paras?\.?|sections?|findings?)?\s*((?:\d+(?:\.\d+)*(?:\s*(?:[,;&]|and)\s*|\s+|(?=[).\]])))*\d+(?:\.\d+)*)\s*[)\]]?\.?$/i;

/** Without the word, but in brackets. */
const inBrackets =
  /[([]\s*(?:see\s+)?(?:paragraphs?|paras?\.?|sections?|findings?)\s+((?:\d+(?:\.\d+)*(?:\s*(?:[,;&]|and)\s*|\s+|(?=[)\]])))+)\s*[)\]]\.?$/i;

const labels: readonly (readonly [RegExp, LabelledField])[] = [
  [
    /^(?:desired |expected |intended |agreed )?outcomes?(?: required)?\s*(?::|–|-|$)\s*/i,
    "outcome",
  ],
  [/^(?:anticipated|expected|required) evidence\s*(?::|–|-|$)\s*/i, "anticipatedEvidence"],
  [/^[Aa]nticipated [Ee]vidence\s+(?=[A-Z])/, "anticipatedEvidence"],
  [/^evidence (?:anticipated|expected|required)\s*(?::|–|-|$)\s*/i, "anticipatedEvidence"],
  [/^theme\s*(?::|–|-)\s*/i, "theme"],
  [/^time ?scale\s*(?::|–|-)\s*/i, "timescale"],
  [/^addressed to\s*:\s*/i, "addressees"],
];

/** A band of time that recommendations are grouped by, as reports print it. */
export const bandPattern =
  /^(?:immediate(?:ly)?|(?:with)?in (?:the next )?\w+ (?:days?|weeks?|months?|years?)(?: of .*)?|(?:short|medium|long)[- ]term)[:.]?$/i;

/** Reads a line; `across` tells that it stands in a row across the table, where bare numbers count. */
export function readPlanLine(paragraph: Paragraph, across: boolean): PlanLine {
  const text = paragraph.text.trim();
  return (
    recommendationLine(paragraph, text, across) ??
    seeLine(text) ??
    labelLine(text) ??
    (bandPattern.test(text) ? { kind: "band", text } : { kind: "text", text })
  );
}

function recommendationLine(
  paragraph: Paragraph,
  text: string,
  across: boolean,
): PlanLine | undefined {
  const { headingLevel } = paragraph;
  const isHeading = across || headingLevel !== undefined;
  return (
    namedLine(text, isHeading || isBold(paragraph)) ??
    (isHeading && isBold(paragraph) ? numberedLine(text, across) : undefined)
  );
}

/** In running text "Recommendation 2 was hard" is no heading: a heading looks like one. */
function namedLine(text: string, isSetOff: boolean): PlanLine | undefined {
  const [, number, separator, rest = ""] = named.exec(text) ?? [];
  if (!number || !(isSetOff || separator || !rest)) return undefined;
  return { kind: "recommendation", ref: number, text: rest.trim() };
}

/** "2.1 Keep the list"; one number alone counts chapters, unless it stands across a plan's table. */
function numberedLine(text: string, across: boolean): PlanLine | undefined {
  const [, number, words = ""] = numbered.exec(text) ?? [];
  if (!number || !(across || number.includes("."))) return undefined;
  return { kind: "recommendation", ref: number, text: words.trim() };
}

function seeLine(text: string): PlanLine | undefined {
  const { text: before, paragraphs } = splitSee(text);
  return paragraphs.length > 0 && before === "" ? { kind: "see", paragraphs } : undefined;
}

/** Takes a See-reference off the end of a text. */
export function splitSee(text: string): { text: string; paragraphs: readonly string[] } {
  const found = see.exec(text) ?? inBrackets.exec(text);
  if (!found?.[1]) return { text, paragraphs: [] };
  return {
    text: text.slice(0, found.index).trim(),
    paragraphs: found[1].match(/\d+(?:\.\d+)*/g) ?? [],
  };
}

function labelLine(text: string): PlanLine | undefined {
  for (const [pattern, field] of labels) {
    const found = pattern.exec(text);
    if (found)
      return { kind: "label", field, text: text.slice(found[0].length).trim(), printed: text };
  }
  return undefined;
}

/** The band of time that a line is, begins with or ends with, and the rest: "Within 3 months Marl Council". */
export function splitBand(words: string): readonly [string, string] {
  if (bandPattern.test(words)) return [words, ""];
  const [, band = "", rest = ""] =
    /^(immediate(?:ly)?|within (?:the next )?\w+ (?:days?|weeks?|months?|years?))(?:\s+[–—-]|[,:;])?\s+([A-Z].*)$/is.exec(
      words,
    ) ?? [];
  if (/^[A-Z]/.test(rest)) return [band, rest];
  const [, before = "", after = ""] =
    /^(.*\S)\s+(immediate(?:ly)?|within (?:the next )?\w+ (?:days?|weeks?|months?|years?))$/is.exec(
      words,
    ) ?? [];
  return [after, after ? before : ""];
}

/** "3. Keep the list": a line with a number that may be what the table below it is for. */
export function countedLine(
  line: PlanLine,
): { readonly ref: string; readonly text: string } | undefined {
  if (line.kind !== "text") return undefined;
  const [, counted = "", words = ""] =
    /^(\d+(?:\.\d+)*)[.)]?\s+(\S[\s\S]{3,400})$/.exec(line.text) ?? [];
  return counted ? { ref: counted, text: words } : undefined;
}

/** Set off from what follows, by its style or in bold letters. */
export function looksLikeHeading(paragraph: Paragraph): boolean {
  return paragraph.headingLevel !== undefined || isBold(paragraph);
}
