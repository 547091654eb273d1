import { DoubtError, RefusedError } from "./errors.ts";
import { counted } from "./words.ts";

/** Where in a text something stands, counted in words from 1. What it is stays unsaid. */
export interface Place {
  readonly word: number;
}

// Ten digits in groups of 3, 3 and 4, with nothing, spaces or dashes between: a lookahead, so that none hides another.
const tenDigits = /(?<!\d)(?=(\d{3}[\s\p{Pd}]{0,2}\d{3}[\s\p{Pd}]{0,2}\d{4})(?!\d))/gu;

/** Digits, and whatever may be written for them; most words of a plan need no further look. */
const mayHoldDigits = /[\d\u0080-\u{10ffff}]/u;

const dayMonthYear =
  "\\d{1,2}(?:\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*|(?:st|nd|rd|th)?\\s+(?:of\\s+)?[a-z]{3,9}\\.?,?\\s+)(?:19|20)?\\d\\d\\b|(?:19|20)\\d\\d-\\d\\d-\\d\\d";
const birth =
  "(?:\\bd\\.?\\s?o\\.?\\s?b\\b\\.?|\\bdates?\\s+of\\s+birth\\b|\\bbirth\\s*-?\\s?dates?\\b|\\bborn\\b(?:\\s+on)?(?:\\s+the)?|\\bb\\.)";
const bornOn = new RegExp(`${birth}[\\s:=(–-]*(?:${dayMonthYear})`, "giu");

/** The places of valid NHS numbers: ten digits, modulus 11, not all the same (NHS Data Dictionary, "NHS NUMBER"). */
export function findNhsNumbers(text: string): readonly Place[] {
  if (!mayHoldDigits.test(text)) return [];
  const plain = text.normalize("NFKC");
  return [...plain.matchAll(tenDigits)]
    .filter(([, written = ""]) => isNhsNumber(written.replaceAll(/\D/gu, "")))
    .map(({ index }) => placeAt(plain, index));
}

/** The text with "[NHS number removed]" for each valid one, so that it can be given back to be put right. */
export function withoutNhsNumbers(text: string): string {
  const plain = text.normalize("NFKC");
  const found = [...plain.matchAll(tenDigits)].filter(([, written = ""]) =>
    isNhsNumber(written.replaceAll(/\D/gu, "")),
  );
  return found.reduceRight(
    (rest, { index, 1: written = "" }) =>
      `${rest.slice(0, index)}[NHS number removed]${rest.slice(index + written.length)}`,
    found.length === 0 ? text : plain,
  );
}

/** The places of what reads as somebody's date of birth ("DOB 03/04/2009", "born on 3 April 2009"). */
export function findBirthDates(text: string): readonly Place[] {
  if (!mayHoldDigits.test(text)) return [];
  return [...text.matchAll(bornOn)].map(({ index }) => placeAt(text, index));
}

/**
 * No child or patient may be identified in a plan. Throws RefusedError where `text` holds a valid NHS number, saying
 * where it stands and never what it is. `where` names the field within a sentence: "the note".
 */
export function refuseIdentifiers(text: string, where: string): void {
  const places = findNhsNumbers(text);
  if (places.length === 0) return;
  const what =
    places.length === 1 ? "There is an NHS number" : `There are ${places.length} NHS numbers`;
  throw new RefusedError(
    `${what} in ${where}, ${inWords(places)}. Nobody may be identified in a plan: take it out and save again.`,
  );
}

/** A text with the name of its field within a sentence: "the note". */
export interface PlacedText {
  readonly text: string;
  readonly where: string;
}

/** What to warn about before saving; a date of birth may stand there for a reason, an NHS number may not. */
export function identifierWarnings(text: string, where: string): readonly string[] {
  const doubt = doubtAbout([{ text, where }]);
  return doubt === undefined ? [] : [doubt];
}

/** So many places are named, and the rest are counted. */
const mostPlaces = 5;

/**
 * Throws DoubtError, before anything is saved, where a text may hold a date of birth: whoever wrote it looks at it again
 * and takes it out, or says that it can stand.
 */
export function refuseDoubtful(texts: readonly PlacedText[]): void {
  const doubt = doubtAbout(texts);
  if (doubt !== undefined) throw new DoubtError(doubt);
}

function doubtAbout(texts: readonly PlacedText[]): string | undefined {
  const found = texts.flatMap(({ text, where }) => {
    const places = findBirthDates(text);
    return places.length === 0 ? [] : [`in ${where}, ${inWords(places)}`];
  });
  if (found.length === 0) return undefined;
  const more = found.length - mostPlaces;
  const named = more > 0 ? [...found.slice(0, mostPlaces), counted(more, "more place")] : found;
  return `There seems to be a date of birth ${named.join("; ")}. Nobody may be identified in a plan: take it out if it is one.`;
}

/** Weights 10 to 2 on the first nine digits; the check digit is what is missing to a multiple of 11, 11 being 0. */
function isNhsNumber(digits: string): boolean {
  if (/^(\d)\1*$/.test(digits)) return false;
  const numbers = Array.from(digits, Number);
  const sum = numbers.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === numbers.at(9);
}

function placeAt(text: string, index: number): Place {
  return {
    word: text.slice(0, index).split(/\s+/u).filter(Boolean).length + startsWord(text, index),
  };
}

/** 0 where the place is inside a word that has begun before it. */
function startsWord(text: string, index: number): 0 | 1 {
  return index === 0 || /\s/u.test(text.charAt(index - 1)) ? 1 : 0;
}

function inWords(places: readonly Place[]): string {
  const words = places.map(({ word }) => String(word));
  return `${words.length === 1 ? "at word" : "at words"} ${new Intl.ListFormat("en-GB").format(words)}`;
}
