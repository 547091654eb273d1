import type { Paragraph, TextRun } from "../model/blocks.ts";

const bold = /(\*{2,3}|__)(?=[^\s*_])([^*]*?[^\s*])\1(?!\*)/g;
const italic = /(?<![\w*])([*_])(?=[^\s*_])([^*_]*?[^\s*_])\1(?![\w*])/g;

/** A line with Markdown's marks of emphasis taken off; a star that marks a footnote stays. */
export function markdownParagraph(line: string): Paragraph {
  const runs: TextRun[] = [];
  let at = 0;
  for (const found of line.matchAll(bold)) {
    runs.push(...plainRuns(line.slice(at, found.index), false));
    runs.push(...plainRuns(found[2] ?? "", true));
    at = found.index + found[0].length;
  }
  runs.push(...plainRuns(line.slice(at), false));
  return { kind: "paragraph", text: runs.map(({ text }) => text).join(""), runs };
}

const link = /!?\[([^\][]{1,300})\]\(((?:https?:|mailto:|[./#])[^()\s]{0,2000})(?:\s"[^"]*")?\)/g;

/** Links show their words; code and words struck out are printed as they are. */
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
    .replaceAll(/~~([^~]+)~~/g, "$1")
    .replaceAll(italic, "$2")
    .replaceAll(/\\([\\`*_{}[\]()#+.!|~-])/g, "$1");
  return plain ? [{ text: plain, bold: isBold, italic: false }] : [];
}

/** Converters part raised letters from their number: "7 th , 18 th" was printed as "7th, 18th". */
export function withoutRaisedGaps(text: string): string {
  return text.replaceAll(/\b(\d{1,2}) (st|nd|rd|th)\b(?: (?=[,.;)]))?/g, "$1$2");
}
