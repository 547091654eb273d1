import { Paragraph, TextRun } from "docx";

/** The lines as paragraphs of one style; a label stands bold before the first. */
export function paragraphsOf(
  lines: readonly string[],
  { style, label }: { readonly style: string; readonly label?: string },
): readonly Paragraph[] {
  const [first = "", ...others] = lines;
  const begun = label ? [new TextRun({ text: `${label}: `, bold: true }), first] : [first];
  return [
    new Paragraph({ style, children: begun.map(asRun) }),
    ...others.map((line) => new Paragraph({ style, text: line })),
  ];
}

/** Nothing where there are no lines, so that no label stands before nothing. */
export function labelled(
  label: string,
  lines: readonly string[],
  style: string,
): readonly Paragraph[] {
  return lines.length > 0 ? paragraphsOf(lines, { style, label }) : [];
}

function asRun(part: string | TextRun): TextRun {
  return typeof part === "string" ? new TextRun(part) : part;
}
