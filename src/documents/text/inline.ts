import type { Paragraph, TextRun } from "../model/blocks.ts";

const bold = /(\*{2,3}|__)(?=[^\s*_])([^*]*?[^\s*])\1(?!\*)/g;
const italic = /(?<![\w*])([*_])(?=[^\s*_])([^*_]*?[^\s*_])\1(?![\w*])/g;

const struck = /~~([^~]+)~~/g;
const struckInBold = /(\*{2,3}|__)~~([^~]+)~~\1/g;

/** A line with Markdown's marks of emphasis taken off; a star that marks a footnote stays. */
export function markdownParagraph(line: string): Paragraph {
  const plain = line.replaceAll(struckInBold, "~~$1$2$1~~");
  const runs: TextRun[] = [];
  let at = 0;
  for (const { 0: whole, 1: words = "", index } of plain.matchAll(struck)) {
    runs.push(...boldRuns(plain.slice(at, index)));
    runs.push(...boldRuns(words).map((run) => ({ ...run, struck: true })));
    at = index + whole.length;
  }
  runs.push(...boldRuns(plain.slice(at)));
  return { kind: "paragraph", text: runs.map(({ text }) => text).join(""), runs };
}

function boldRuns(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let at = 0;
  for (const found of text.matchAll(bold)) {
    runs.push(...plainRuns(text.slice(at, found.index), false));
    runs.push(...plainRuns(found[2] ?? "", true));
    at = found.index + found[0].length;
  }
  return [...runs, ...plainRuns(text.slice(at), false)];
}

const link = /!?\[([^\][]{1,300})\]\(((?:https?:|mailto:|[./#])[^()\s]{0,2000})(?:\s"[^"]*")?\)/g;

/** Links show their words; code is printed as it is. */
function plainRuns(text: string, isBold: boolean): TextRun[] {
  const runs: TextRun[] = [];
  let at = 0;
  for (const { 0: whole, 1: words = "", 2: to = "", index } of text.matchAll(link)) {
    runs.push(...plainRun(text.slice(at, index), isBold));
    runs.push(...plainRun(words, isBold).map((run) => ({ ...run, link: to })));
    at = index + whole.length;
  }
  return [...runs, ...plainRun(text.slice(at), isBold)];
}

function plainRun(text: string, isBold: boolean): TextRun[] {
  const plain = text
    .replaceAll(/`([^`]+)`/g, "$1")
    .replaceAll(italic, "$2")
    .replaceAll(/\\([\\`*_{}[\]()#+.!|~-])/g, "$1");
  return plain ? [{ text: plain, bold: isBold, italic: false }] : [];
}

/** Converters part raised letters from their number: "7 th , 18 th" was printed as "7th, 18th". */
export function withoutRaisedGaps(text: string): string {
  return text.replaceAll(/\b(\d{1,2}) (st|nd|rd|th)\b(?: (?=[,.;)]))?/g, "$1$2");
}
