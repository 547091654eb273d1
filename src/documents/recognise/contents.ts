import type { Paragraph } from "../model/blocks.ts";

/** A table of contents repeats headings without being one. */
export function isContents({ style, text }: Paragraph): boolean {
  return /^(toc|table of figures)\b/.test(style ?? "") || /\t[\d, ]+$/.test(text.trim());
}
