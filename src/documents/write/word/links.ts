import { ExternalHyperlink, Paragraph, type ParagraphChild, TextRun } from "docx";
import { isSafeLink } from "#plan/safe-link.ts";
import type { EvidenceLink } from "#plan/record.ts";
import type { CellStyle } from "./table.ts";
import { evidenceWords, type ProgressLine } from "../progress-lines.ts";

/** The lines with each piece of evidence that they name leading to where it is. */
export function linkedParagraphs(
  lines: readonly ProgressLine[],
  style: CellStyle = "InTable",
): readonly Paragraph[] {
  return lines.map((line) => new Paragraph({ style, children: [...linked(line)] }));
}

/** From the end, where evidence is named: what somebody wrote before may hold the same words. */
function linked({ line, evidence }: ProgressLine): readonly ParagraphChild[] {
  const children: ParagraphChild[] = [];
  let rest = line;
  for (const each of evidence.toReversed()) {
    const words = evidenceWords(each);
    const at = rest.lastIndexOf(words);
    if (at < 0 || !isSafeLink(each.url)) continue;
    children.unshift(linkTo(each, words), ...textOf(rest.slice(at + words.length)));
    rest = rest.slice(0, at);
  }
  return [...textOf(rest), ...children];
}

function linkTo({ url }: EvidenceLink, words: string): ParagraphChild {
  const link = new URL(url).href;
  return new ExternalHyperlink({
    link,
    children: [new TextRun({ text: words, style: "Hyperlink" })],
  });
}

function textOf(text: string): readonly TextRun[] {
  return text === "" ? [] : [new TextRun(text)];
}
