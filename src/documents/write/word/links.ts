import { ExternalHyperlink, Paragraph, TextRun } from "docx";
import type { EvidenceLink } from "#plan/record.ts";
import { linesOf } from "../clean-text.ts";
import { evidenceWords } from "../progress-lines.ts";

/** The lines with each piece of evidence that they name leading to where it is. */
export function linkedParagraphs(
  lines: readonly string[],
  links: readonly EvidenceLink[],
): readonly Paragraph[] {
  const byWords = new Map(
    links
      .filter(({ url }) => URL.canParse(url) && new URL(url).protocol === "https:")
      .map((link) => [linesOf(evidenceWords(link)).join(" "), new URL(link.url).href]),
  );
  return lines.map(
    (line) =>
      new Paragraph({
        style: "InTable",
        children: partsOf(line, [...byWords.keys()]).map((part) => {
          const link = byWords.get(part);
          return link === undefined
            ? new TextRun(part)
            : new ExternalHyperlink({
                link,
                children: [new TextRun({ text: part, style: "Hyperlink" })],
              });
        }),
      }),
  );
}

/** The line cut before and after each of the words, longest first where one holds another. */
function partsOf(line: string, words: readonly string[]): readonly string[] {
  const [longest, ...others] = words.toSorted((one, other) => other.length - one.length);
  if (!longest) return [line];
  return line
    .split(longest)
    .flatMap((part, index) => [...(index > 0 ? [longest] : []), ...partsOf(part, others)])
    .filter(Boolean);
}
