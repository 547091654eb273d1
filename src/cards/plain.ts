// Every control sign but the end of a line, and what takes no room. The joiner of emoji stays.
const invisible = /[[\p{Cc}--\n]\u00AD\u180E\u200B\u2028\u2029\u2060-\u2064\uFEFF\uFFF9-\uFFFB]/gv;
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE]/u;
const longWord = /\S{22,}/gu;
const zeroWidthSpace = "\u200B";

// Of these each is a sign of its own, and most texts have no others: taking them apart needs no dictionary.
const plainAscii = /^[\x20-\x7E]*$/;
const graphemes = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/**
 * What a person typed, made safe to stand in a TextRun: one line, at most `max` characters as people
 * count them, cut at a word. A TextRun is not Markdown, so nothing is escaped; invisible signs that
 * turn the text around are dropped, and a long word gets places where it may break.
 */
export function plain(text: string, max: number): string {
  const line = tidy(text).replaceAll(/\s+/g, " ").trim();
  const broken = cut(line, max).replaceAll(longWord, breakable);
  return rightToLeft.test(broken) ? `\u2068${broken}\u2069` : broken;
}

/** What a person typed, to be put back into an input: whole up to what the input takes, and unbroken. */
export function typedAgain(text: string, max: number): string {
  return tidy(text).trim().slice(0, max).toWellFormed();
}

/** A ref as the report numbers it. It stands in a TextBlock, so only what no Markdown is made of. */
export function plainRef(ref: string): string {
  return ref.replaceAll(/[^A-Za-z0-9.()/-]/g, "").slice(0, 12);
}

function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\t\v\f]/g, " ")
    .replaceAll(invisible, "")
    .replaceAll(direction, "");
}

// One sign can be thousands of bytes (a letter under a heap of accents), so bytes are bounded too.
const mostUnitsASign = 16;

function cut(line: string, max: number): string {
  const signs = signsOf(line).filter((sign) => sign.length <= mostUnitsASign);
  const kept = signs.slice(0, max);
  while (kept.join("").length > max * 2) kept.length = Math.floor(kept.length * 0.9);
  if (kept.length === signs.length) return kept.join("");
  const head = kept.slice(0, max - 1).join("");
  const lastSpace = head.lastIndexOf(" ");
  const atWord = lastSpace > head.length * 0.6 ? head.slice(0, lastSpace) : head;
  return `${withoutLastStops(atWord)}…`;
}

/** A pattern for the end would look through every row of stops from each of its signs. */
function withoutLastStops(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,;:.]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function breakable(word: string): string {
  return signsOf(word)
    .map((sign, at) => (at > 0 && at % 10 === 0 ? zeroWidthSpace + sign : sign))
    .join("");
}

function signsOf(text: string): string[] {
  if (plainAscii.test(text)) return text.split("");
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
