import type { Paragraph } from "../model/blocks.ts";
import { isBold } from "../model/cell-text.ts";
import { namesAgencies, namesKind, readAddressees } from "./addressees.ts";
import { bandPattern } from "./plan-lines.ts";

/** "2.4 Police attendance …": a paragraph with the number it is cited by. */
export interface Numbered {
  readonly number: string;
  readonly text: string;
}

const marked =
  /^(?:•\s+)?(?:(?:key )?finding |paragraph |para\.? )?\(?((?:[A-Z]{1,2})?\d{1,3}(?:\.\d{1,3})*[a-z]?)[.):]*\s+(\S[\s\S]*)$/i;

export function readNumbered(text: string): Numbered | undefined {
  const [, number = "", words = ""] = marked.exec(text) ?? [];
  if (!number || !words || /^[a-z]/.test(number)) return undefined;
  return { number, text: words.trim() };
}

/** "(a) …" under a recommendation that has only a number. */
export function readLettered(text: string): Numbered | undefined {
  const [, number = "", words = ""] =
    /^(?:•\s+)?(\([a-z]\)|[a-z]\))\s+(\S[\s\S]*)$/.exec(text) ?? [];
  return number
    ? { number: number.startsWith("(") ? number : `(${number}`, text: words.trim() }
    : undefined;
}

/** A heading of a chapter is short and no sentence, whether or not it looks like a heading. */
export function isChapter(paragraph: Paragraph, text: string): boolean {
  return (
    paragraph.headingLevel !== undefined || (text.length <= 80 && !/[.:;?!)\]"”’]$/.test(text))
  );
}

const ref = String.raw`(?:R\s?)?\d+(?:\.\d+)*(?:\s?\([a-z]\)|[a-z]\b)?`;
const list = String.raw`(${ref}(?:\s*(?:[,;&]|\band\b)+\s*(?:recommendations?\s+)?${ref})*)`;
const bracketed = /[([](?:[^()[\]]|\([a-z]\))*[)\]]/g;
const named = new RegExp(String.raw`\brec(?:ommendation)?s?\.?\s+${list}`, "gi");
const ledTo = new RegExp(
  String.raw`\b(?:see|leads? to|led to|leading to|resulted in|results in|addressed (?:in|by)|refer to|reflected in)\s+(?:our |the )?recommendations?\s+${list}`,
  "gi",
);
const short =
  /^[([]\s*(?:see\s+)?(R\d+(?:\.\d+)*(?:\s*(?:[,;&]|\band\b)\s*R\d+(?:\.\d+)*)*)\s*[)\]]$/;

/** The recommendations that a finding says it led to, each once: in brackets, or in words that say so. */
export function citedRecommendations(text: string): readonly string[] {
  const brackets = text.match(bracketed) ?? [];
  const lists = [
    ...brackets.flatMap((part) => [...part.matchAll(named)].map(([, numbers = ""]) => numbers)),
    ...brackets.map((part) => short.exec(part)?.[1] ?? ""),
    ...[...text.matchAll(ledTo)].map(([, numbers = ""]) => numbers),
  ];
  return [...new Set(lists.flatMap(refsIn))];
}

/** What "[see 4.7]" names, which may be a recommendation or another paragraph. */
export function seenIn(text: string): readonly string[] {
  const seen = text.matchAll(
    /[([]\s*see\s+(\d+(?:\.\d+)*(?:(?:\s*(?:[,;&]|\band\b)\s*|\s+)\d+(?:\.\d+)*)*(?:\s*(?:[,;&]|\band\b))?\s*)[)\]]/gi,
  );
  return [...new Set([...seen].flatMap(([, numbers = ""]) => refsIn(numbers)))];
}

function refsIn(numbers: string): readonly string[] {
  return (numbers.match(new RegExp(ref, "gi")) ?? []).map((each) => each.replaceAll(/\s/g, ""));
}

/** "Within 3 months (by 5 November 2016)" and the like, over recommendations. */
export function readBand(text: string): string | undefined {
  if (text.length > 120) return undefined;
  const plain = text
    .replace(/^\d+\.\s+/, "")
    .replace(/[:.]$/, "")
    .trim();
  const core = plain.replace(/\s*\([^()]*\)$/, "");
  return bandPattern.test(core) ? plain : undefined;
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
  const [, names] =
    /^([^.:]{3,200}?)\s*,?\s+(?:should|must|needs? to)\b,?\s+(?=[a-z])/.exec(text) ?? [];
  const agencies = names ? readAddressees(names) : [];
  const areNamed = agencies.every((name) => namesAgencies(name) || namesKind(name));
  return agencies.length > 0 && areNamed ? agencies : [];
}
