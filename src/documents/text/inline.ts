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

function plainRuns(text: string, isBold: boolean): TextRun[] {
  const plain = text.replaceAll(italic, "$2").replaceAll(/\\([\\`*_{}[\]()#+.!|~-])/g, "$1");
  return plain ? [{ text: plain, bold: isBold, italic: false }] : [];
}

/** Converters part raised letters from their number: "7 th , 18 th" was printed as "7th, 18th". */
export function withoutRaisedGaps(text: string): string {
  return text.replaceAll(/\b(\d{1,2}) (st|nd|rd|th)\b(?: (?=[,.;)]))?/g, "$1$2");
}
