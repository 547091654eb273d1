import type { Paragraph } from "../model/blocks.ts";
import { isBold } from "../model/cell-text.ts";
import { namesAgencies, readAddressees } from "./addressees.ts";
import { bandPattern } from "./plan-lines.ts";

/** "2.4 Police attendance …": a paragraph with the number it is cited by. */
export interface Numbered {
  readonly number: string;
  readonly text: string;
}

export function readNumbered(text: string): Numbered | undefined {
  const [, number = "", words = ""] =
    /^(?:•\s+)?(\d{1,3}(?:\.\d{1,3})*[a-z]?)[.):]?\s+(\S[\s\S]*)$/.exec(text) ?? [];
  return number && words ? { number, text: words.trim() } : undefined;
}

/** A heading of a chapter is short and no sentence, whether or not it looks like a heading. */
export function isChapter(paragraph: Paragraph, text: string): boolean {
  return paragraph.headingLevel !== undefined || (text.length <= 80 && !/[.:;?!)"”’]$/.test(text));
}

const cited = /\brecommendations?\s+((?:\d+(?:\.\d+)*(?:\s*(?:[,;&]|\band\b)\s*)?)+)/gi;

/** The recommendations that a finding says it led to, in brackets, each once. */
export function citedRecommendations(text: string): readonly string[] {
  const inBrackets = text.match(/\([^()]*\)/g) ?? [];
  const numbers = inBrackets.flatMap((part) =>
    [...part.matchAll(cited)].flatMap(([, list = ""]) => list.match(/\d+(?:\.\d+)*/g) ?? []),
  );
  return [...new Set(numbers)];
}

/** "Within 3 months (by 5 November 2016)" and the like, over recommendations. */
export function readBand(text: string): string | undefined {
  const plain = text
    .replace(/^\d+\.\s+/, "")
    .replace(/[:.]$/, "")
    .trim();
  const core = plain.replace(/\s*\([^()]*\)$/, "");
  return text.length <= 120 && bandPattern.test(core) ? plain : undefined;
}

/** "Anyshire CCG and the Trust should:", or a bold line of names; the agencies it names. */
export function readAddressLine(paragraph: Paragraph, text: string): readonly string[] | undefined {
  if (text.length > 600) return undefined;
  const isOpen = /\b(?:should|must|needs? to|(?:is|are) (?:asked|required) to)\s*:?$/i.test(text);
  const isNamed = text.endsWith(":") || isBold(paragraph) || paragraph.headingLevel !== undefined;
  const agencies = readAddressees(text);
  if (isOpen) return agencies;
  return isNamed && agencies.length > 0 && agencies.every(namesAgencies) ? agencies : undefined;
}

/** Whom a recommendation names itself: "Anyshire Council should publish …". */
export function addressedInside(text: string): readonly string[] {
  const [, names] = /^([^.:]{3,200}?)\s+(?:should|must)\s+(?=[a-z])/.exec(text) ?? [];
  const agencies = names ? readAddressees(names) : [];
  return agencies.length > 0 && agencies.every(namesAgencies) ? agencies : [];
}
