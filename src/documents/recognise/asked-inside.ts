import type { DocumentQuestion } from "../plan-document.ts";
import { headsAgency } from "./addressees.ts";
import { readQuestionHeading } from "./question-lines.ts";

/** No question is longer; and reading must not become slow. */
const longest = 4_000;

/**
 * A question with what its own words say of it, where no heading or column did: the agency that is asked, the
 * recommendations, the rating. What stands before it as a label, or in brackets at its end, is taken off.
 */
export function withAskedInside(question: DocumentQuestion): DocumentQuestion {
  if (question.text.length > longest) return question;
  const { agency: label, text: own } = question.agency
    ? { text: question.text }
    : labelled(question.text);
  const end = question.recommendations.length === 0 ? atEnd(own) : undefined;
  const text = end?.text ?? own;
  const lists = [question.recommendations, end?.recommendations ?? [], namedIn(text)];
  return {
    ...optional("agency", [question.agency, label, agencyIn(text)]),
    recommendations: lists.find((each) => each.length > 0) ?? [],
    ...optional("ratingStated", [question.ratingStated, end?.rating, ratingIn(text)]),
    text,
  };
}

/** The first of these that is known. */
function optional<Name extends string>(
  name: Name,
  values: readonly (string | undefined)[],
): Partial<Record<Name, string>> {
  const one: Partial<Record<Name, string>> = {};
  const value = values.find((each) => each !== undefined);
  if (value !== undefined) one[name] = value;
  return one;
}

/** "Marl Valley Hospitals NHS Trust: How many …?" */
function labelled(text: string): { readonly agency?: string; readonly text: string } {
  const [, name = "", rest = ""] =
    /^(?:\d+[.)]\s+)?(?:(?:question )?(?:to|for)\s+)?([^:?\n]{2,100}):\s+(\S[\s\S]*)$/i.exec(
      text,
    ) ?? [];
  return name && headsAgency(name) ? { agency: name, text: rest } : { text };
}

/** "… at night? (Recommendation 1.1 – Green)" */
function atEnd(text: string) {
  const [whole, inside = ""] =
    /(?<!\s)\s*[([]\s*(rec[^()[\]]{1,120})[)\]]\s*\.?$/i.exec(text) ?? [];
  const said = whole === undefined ? undefined : readQuestionHeading(inside.trim());
  if (!said || said.rest !== undefined || whole === undefined) return undefined;
  return { ...said, text: text.slice(0, -whole.length) };
}

const ref = String.raw`\d+(?:\.\d+)*`;
const named = new RegExp(
  String.raw`\brec(?:ommendation)?s?\.?\s+(${ref}(?:\s*(?:,|;|&|\band\b)\s*${ref})*)`,
  "gi",
);

function namedIn(text: string): readonly string[] {
  const lists = [...text.matchAll(named)].map(([, numbers = ""]) => numbers);
  return [...new Set(lists.flatMap((numbers) => numbers.match(new RegExp(ref, "g")) ?? []))];
}

const speaksOfRating =
  /\b(?:rat(?:ed|es|ing)|b?rag|report(?:s|ed)?|shown?|shows|marked|stat(?:es|ed)|self-assess(?:ed|es|ment))\b/i;

/** "Rec 1.2 (Amber)": directly behind what it rates, nothing else could be meant. */
const ratingBehind = new RegExp(
  String.raw`\brec(?:ommendation)?s?\.?\s+${ref}\s*[([]\s*(Red|Amber|Green|Blue|Yellow)\s*[)\]]`,
  "i",
);

/** One colour, where the words speak of ratings; two say nothing certain. */
function ratingIn(text: string): string | undefined {
  const behind = ratingBehind.exec(text)?.[1];
  if (behind !== undefined || !speaksOfRating.test(text)) return behind;
  const words =
    text.match(
      /\b(?:Red|Amber|Green|Blue|Yellow)\b|\b(?<=\b(?:as|rated|marked) )(?:complete|completed|closed|on track|in progress)\b/g,
    ) ?? [];
  const [only, ...others] = new Set(words);
  return others.length === 0 ? only : undefined;
}

/** Names in a sentence, to the word that ends the name of an organisation. */
const names =
  /\b((?:[A-Z][\w’'&-]{0,40}\s+)(?:(?:of|and|for|the|&|[A-Z][\w’'&-]{0,40})\s+){0,7}?(?:Trust|Council|Police|Constabulary|ICB|CCG|(?:Integrated Care|Health|Safeguarding(?: \w+)?) Board|Safeguarding(?: \w+)? Partnership|(?:Ambulance|Probation|Fire and Rescue) Service))\b/g;
const notOfName =
  /^(?:(?:could|would|will|can|does|did|do|has|have|is|are|was|please|why|what|how|when|where|which|who|if|given|as|the|and|that|to|from|ask|asks)\s+)+/i;
const asked =
  /^(?:\d+[.)]\s+)?(?:please\s+)?(?:could|would|will|can|how (?:will|does|has)|what (?:has|is|does)|when will|has|does|why has)\s+(?:the\s+)?([A-Z]{2,6})\b/i;
const noAgency = new Set(["NHS", "CQC", "RAG", "BRAG", "GP", "GPS", "IT", "SMART"]);

/** The one that is named; of several, the one whose name the question begins with. */
function agencyIn(text: string): string | undefined {
  const found = [...text.matchAll(names)].map(([, name = ""]) => name.replace(notOfName, ""));
  const [only, ...others] = new Set(found.filter((name) => headsAgency(name)));
  if (only !== undefined) {
    const begins = text
      .replace(/^\d+[.)]\s+/, "")
      .replace(notOfName, "")
      .startsWith(only);
    return others.length === 0 || begins ? only : undefined;
  }
  const short = asked.exec(text)?.[1];
  return short && short === short.toUpperCase() && !noAgency.has(short) ? short : undefined;
}
